//! When a community works: the office calendar, the days of duty, working hours, cut-off, quiet hours.

mod quiet;

pub use quiet::Quiet;

use crate::calendar::{Calendar, lines_with_years};
use crate::limit::{DutyCalendar, DutyDays, Rules, WorkingHours};
use crate::refusal::Refusal;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a community has set itself; where nothing is set the installation's setting holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// How often it was changed: a page that was read before a change is stale.
    pub revision: u32,
    /// Working hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingHours>,
    /// On which days there is duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyCalendar>,
    /// Days on which duty is otherwise than in every week.
    #[serde(default, skip_serializing_if = "DutyDays::is_empty")]
    pub duty_days: DutyDays,
    /// Until when *same day* means today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<Time>,
    /// Notices of the State Council that the program does not hold, or that replace its own: a line for each year.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub notices: BTreeMap<i16, String>,
    /// When only what is urgent rings; `None` for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<Quiet>,
}

impl Timetable {
    /// Whether nobody has set anything.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        *self == Self::default()
    }

    /// What limits are counted against: what is set here, over what holds for the installation.
    #[must_use]
    pub fn rules(&self, base: &Rules) -> Rules {
        let lines = self.notices.values().map(String::as_str).collect::<Vec<_>>().join("\n");
        // Lines were checked before they were kept. Were one ever damaged, its year would be unknown, which is said.
        let calendar = base.calendar.with_years(&lines).unwrap_or_else(|_| base.calendar.clone());
        Rules {
            calendar,
            hours: self.hours.clone().unwrap_or_else(|| base.hours.clone()),
            duty: self.duty.unwrap_or(base.duty),
            duty_days: self.duty_days.clone(),
            cut_off: self.cut_off.unwrap_or(base.cut_off),
        }
    }

    /// This one with the years of `lines` added or replaced, in the short form of [`Calendar::parse`].
    ///
    /// # Errors
    /// [`Refusal::Notice`] with the line and what is wrong with it.
    pub fn with_notice(&self, lines: &str) -> Result<Self, Refusal> {
        Calendar::default().with_years(lines).map_err(Refusal::Notice)?;
        let mut it = self.clone();
        it.notices.extend(lines_with_years(lines).map(|(year, line)| (year, line.to_owned())));
        Ok(it)
    }

    /// Whether it may be set in the place of `before`.
    ///
    /// # Errors
    /// [`Refusal::NoWorkingTime`] for a year without a working day, or a duty without a day.
    pub fn decide(&self, base: &Rules) -> Result<(), Refusal> {
        let rules = self.rules(base);
        let idle = self.notices.keys().find(|year| rules.calendar.working_days_of(**year) == 0);
        if let Some(year) = idle {
            return Err(Refusal::NoWorkingTime { field: "notice", what: year.to_string() });
        }
        if matches!(self.duty, Some(DutyCalendar::Week(week)) if week.is_empty()) {
            return Err(Refusal::NoWorkingTime { field: "duty", what: String::new() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
