//! What was typed about a calendar.

use crate::view::office::CalendarForm;
use crate::words::Words;
use guanjia_domain::Refusal;
use guanjia_domain::calendar::{Week, lines_of};
use guanjia_domain::limit::{DutyCalendar, DutyDays, DutySpan, Rules};
use guanjia_domain::timetable::{Quiet, Timetable};
use jiff::civil::Time;
use serde::Deserialize;

/// The longest notice: those of the last twenty years are shorter than two thousand characters.
const MOST: usize = 20_000;

/// As it was typed.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Typed {
    pub(super) csrf: String,
    revision: u32,
    pub(super) year: Option<i16>,
    hours: String,
    duty: String,
    day_1: String,
    day_2: String,
    day_3: String,
    day_4: String,
    day_5: String,
    day_6: String,
    day_7: String,
    duty_days: String,
    cut_off: String,
    quiet: String,
    quiet_from: String,
    quiet_to: String,
    notice: String,
    pub(super) confirm: String,
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn time(field: &'static str, typed: &str) -> Result<Time, Refusal> {
    let wrong = || Refusal::NotAChoice { field, value: typed.chars().take(20).collect() };
    typed.parse().map_err(|_| wrong())
}

/// Days of duty as they are typed, a line for each range of them.
fn written(words: &Words, days: &DutyDays) -> String {
    let line = |DutySpan { from, to, duty }: DutySpan| {
        let what = words.say(if duty { "calendar-duty-on" } else { "calendar-duty-off" });
        if from == to { format!("{from} {what}") } else { format!("{from}..{to} {what}") }
    };
    days.spans().into_iter().map(line).collect::<Vec<_>>().join("\n")
}

impl Typed {
    /// What is set, and what holds where nothing is.
    pub(super) fn of(words: &Words, set: &Timetable, rules: &Rules, year: Option<i16>) -> Self {
        let week = match rules.duty {
            DutyCalendar::Week(week) => week.0,
            DutyCalendar::EveryDay | DutyCalendar::Office => 0b111_1111,
        };
        let day = |n: u8| if week >> n & 1 == 1 { "yes".to_owned() } else { String::new() };
        let duty = match rules.duty {
            DutyCalendar::EveryDay => "every_day",
            DutyCalendar::Office => "office",
            DutyCalendar::Week(_) => "week",
        };
        let quiet = set.quiet.map_or((String::new(), "22:00".to_owned(), "07:00".to_owned()), |it| {
            ("yes".to_owned(), clock(it.from), clock(it.to))
        });
        Self {
            revision: set.revision,
            year,
            hours: rules.hours.to_string(),
            duty: duty.to_owned(),
            day_1: day(0),
            day_2: day(1),
            day_3: day(2),
            day_4: day(3),
            day_5: day(4),
            day_6: day(5),
            day_7: day(6),
            duty_days: written(words, &set.duty_days),
            cut_off: clock(rules.cut_off),
            quiet: quiet.0,
            quiet_from: quiet.1,
            quiet_to: quiet.2,
            ..Self::default()
        }
    }

    fn week(&self) -> [&str; 7] {
        let Self { day_1, day_2, day_3, day_4, day_5, day_6, day_7, .. } = self;
        [day_1, day_2, day_3, day_4, day_5, day_6, day_7]
    }

    /// The timetable that was typed, over the one that is set. What is the installation's setting stays unset.
    pub(super) fn timetable(&self, set: &Timetable, base: &Rules) -> Result<Timetable, Refusal> {
        for (field, text) in [("notice", &self.notice), ("duty_days", &self.duty_days)] {
            let length = text.chars().count();
            if length > MOST {
                return Err(Refusal::TextTooLong { field, length, most: MOST });
            }
        }
        let week = (0..7).zip(self.week()).filter(|(_, typed)| *typed == "yes").map(|(n, _)| 1 << n).sum();
        let duty = match self.duty.as_str() {
            "every_day" => DutyCalendar::EveryDay,
            "office" => DutyCalendar::Office,
            "week" => DutyCalendar::Week(Week(week)),
            other => {
                return Err(Refusal::NotAChoice { field: "duty", value: other.chars().take(20).collect() });
            }
        };
        let quiet = match self.quiet.as_str() {
            "yes" => {
                Some(Quiet::new(time("quiet_from", &self.quiet_from)?, time("quiet_to", &self.quiet_to)?)?)
            }
            _ => None,
        };
        let hours = self.hours.parse().map_err(Refusal::Hours)?;
        let cut_off = time("cut_off", &self.cut_off)?;
        let new = Timetable {
            revision: self.revision,
            hours: Some(hours).filter(|it| *it != base.hours),
            duty: Some(duty).filter(|it| *it != base.duty),
            duty_days: DutyDays::read(&self.duty_days).map_err(Refusal::DutyDays)?,
            cut_off: Some(cut_off).filter(|it| *it != base.cut_off),
            quiet,
            notices: set.notices.clone(),
        };
        if self.notice.trim().is_empty() {
            return Ok(new);
        }
        new.with_notice(&lines_of(&self.notice).map_err(Refusal::Notice)?)
    }

    /// The fields of the form, to be sent again.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let names = ["day_1", "day_2", "day_3", "day_4", "day_5", "day_6", "day_7"];
        let days = names.into_iter().zip(self.week());
        let fields = [
            ("hours", self.hours.as_str()),
            ("duty", &self.duty),
            ("duty_days", &self.duty_days),
            ("cut_off", &self.cut_off),
            ("quiet", &self.quiet),
            ("quiet_from", &self.quiet_from),
            ("quiet_to", &self.quiet_to),
            ("notice", &self.notice),
        ];
        let numbers = [
            Some(("revision".to_owned(), self.revision.to_string())),
            self.year.map(|year| ("year".to_owned(), year.to_string())),
        ];
        let texts = days.chain(fields).map(|(name, value)| (name.to_owned(), value.to_owned()));
        numbers.into_iter().flatten().chain(texts).collect()
    }

    /// The form again.
    pub(super) fn form(&self) -> CalendarForm {
        CalendarForm {
            hours: self.hours.clone(),
            duty: self.duty.clone(),
            week: self.week().map(|typed| typed == "yes"),
            duty_days: self.duty_days.clone(),
            cut_off: self.cut_off.clone(),
            quiet: self.quiet == "yes",
            quiet_from: self.quiet_from.clone(),
            quiet_to: self.quiet_to.clone(),
            notice: self.notice.clone(),
        }
    }
}
