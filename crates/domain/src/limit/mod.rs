//! Limits: how long something may take, and when it is due.
//!
//! All clock times are Chinese standard time, a fixed +08:00. Nothing here reads the wall clock.

mod book;
mod clock;
mod duty_days;
mod form;
mod hours;
mod measure;
mod scope;
mod sets;
mod working_time;

pub use book::{LimitBook, LimitChange, Limits};
pub use clock::{Clock, ClockRefusal, Stop};
pub use duty_days::{DutyDays, DutyDaysError, DutySpan};
pub use form::LimitError;
pub use hours::{HoursError, WorkingHours};
pub use measure::Measure;
pub use scope::{NoScope, Scope};
pub use sets::LimitSet;

use crate::calendar::china_time::{Local, NANOS_PER_DAY, NANOS_PER_MINUTE, nanos_of};
use crate::calendar::{Calendar, Week};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use std::borrow::Cow;
use std::num::NonZeroU32;
use working_time::WorkingTime;

/// How long something may take. Written `5wd`, `90wm`, `24h`, `7d`, `same_day`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// The same clock time on the n-th working day after the start day.
    WorkingDays(NonZeroU32),
    /// Minutes within the working hours of working days.
    WorkingMinutes(NonZeroU32),
    /// Natural hours.
    Hours(NonZeroU32),
    /// Calendar days, to the same clock time.
    Days(NonZeroU32),
    /// The end of the start day, or of the next day when it starts after the cut-off: small matters do not stay
    /// overnight (小事不隔夜).
    SameDay,
}

/// On which days the duty for [`Limit::SameDay`] exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyCalendar {
    /// Somebody is on duty every day.
    #[default]
    EveryDay,
    /// Only on the working days of the office calendar; an end on a rest day moves to the next working day.
    Office,
    /// On these days of each week, holidays or not.
    Week(Week),
}

/// What a limit is counted against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Working days.
    pub calendar: Calendar,
    /// Working hours, for working minutes.
    pub hours: WorkingHours,
    /// The days on which *same day* ends.
    pub duty: DutyCalendar,
    /// Days on which that is otherwise.
    pub duty_days: DutyDays,
    /// The last clock time, inclusive, at which *same day* still means today.
    pub cut_off: Time,
}

impl Default for Rules {
    /// The State Council's calendar, 09:00–12:00 and 14:00–18:00, duty every day, cut-off 18:00.
    fn default() -> Self {
        Self {
            calendar: Calendar::state_council(),
            hours: WorkingHours::default(),
            duty: DutyCalendar::EveryDay,
            duty_days: DutyDays::default(),
            cut_off: Time::constant(18, 0, 0, 0),
        }
    }
}

impl Rules {
    /// The days on which *same day* ends; `None` when that is every day.
    #[must_use]
    pub fn duty_calendar(&self) -> Option<Cow<'_, Calendar>> {
        let calendar = match self.duty {
            DutyCalendar::EveryDay if self.duty_days.is_empty() => return None,
            DutyCalendar::EveryDay => Cow::Owned(Calendar::weekly(Week::EVERY_DAY)),
            DutyCalendar::Office => Cow::Borrowed(&self.calendar),
            DutyCalendar::Week(week) => Cow::Owned(Calendar::weekly(week)),
        };
        if self.duty_days.is_empty() {
            return Some(calendar);
        }
        Some(Cow::Owned(calendar.into_owned().with_days(self.duty_days.iter())))
    }
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The instant; what is done at this instant is still in time.
    pub at: Timestamp,
    /// Whether every year is known whose working days were counted. Limits that count no working days are always
    /// known.
    pub calendar_known: bool,
}

impl Limit {
    /// The longest limit of this kind that a community may set: about a year. More is a typing error.
    #[must_use]
    pub fn longest(self) -> Self {
        let of = |n: u32| NonZeroU32::MIN.saturating_add(n - 1);
        match self {
            Self::WorkingDays(_) => Self::WorkingDays(of(250)),
            Self::WorkingMinutes(_) => Self::WorkingMinutes(of(105_000)),
            Self::Hours(_) => Self::Hours(of(8_784)),
            Self::Days(_) => Self::Days(of(366)),
            Self::SameDay => Self::SameDay,
        }
    }

    /// Whether it is longer than [`Limit::longest`].
    #[must_use]
    pub fn is_too_long(self) -> bool {
        match (self, self.longest()) {
            (Self::WorkingDays(n), Self::WorkingDays(most))
            | (Self::WorkingMinutes(n), Self::WorkingMinutes(most))
            | (Self::Hours(n), Self::Hours(most))
            | (Self::Days(n), Self::Days(most)) => n > most,
            _ => false,
        }
    }

    /// When something that starts at `start` is due. An end beyond the year 9999 is held at [`Timestamp::MAX`].
    #[must_use]
    pub fn due(self, start: Timestamp, rules: &Rules) -> Due {
        match self {
            Self::WorkingDays(days) => {
                let local = Local::at(start);
                let (date, calendar_known) =
                    rules.calendar.nth_working_day_after(local.date, days.get().into());
                let at = date.map_or(Timestamp::MAX, |date| Local { date, ..local }.timestamp());
                Due { at, calendar_known }
            }
            Self::WorkingMinutes(minutes) => {
                let amount = i64::from(minutes.get()) * NANOS_PER_MINUTE;
                WorkingTime::within(&rules.hours, &rules.calendar).advance(start, amount)
            }
            Self::Hours(hours) => natural(start, i64::from(hours.get())),
            Self::Days(days) => natural(start, i64::from(days.get()) * 24),
            Self::SameDay => same_day(start, rules),
        }
    }
}

fn natural(start: Timestamp, hours: i64) -> Due {
    let at = start.checked_add(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX);
    Due { at, calendar_known: true }
}

fn same_day(start: Timestamp, rules: &Rules) -> Due {
    let local = Local::at(start);
    let last =
        if local.nanos <= nanos_of(rules.cut_off) { Some(local.date) } else { local.date.tomorrow().ok() };
    let Some(last) = last else { return Due { at: Timestamp::MAX, calendar_known: true } };
    let (date, calendar_known) =
        rules.duty_calendar().map_or((Some(last), true), |calendar| next_open(&calendar, last));
    let at = date.map_or(Timestamp::MAX, |date| Local { date, nanos: NANOS_PER_DAY }.timestamp());
    Due { at, calendar_known }
}

/// The day itself where it is open, else the next that is.
fn next_open(calendar: &Calendar, date: Date) -> (Option<Date>, bool) {
    let day = calendar.day(date);
    if day.working {
        return (Some(date), day.known);
    }
    let (next, known) = calendar.nth_working_day_after(date, 1);
    (next, day.known && known)
}

#[cfg(test)]
mod tests;
