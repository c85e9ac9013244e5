//! Times as people read them: dates in China's one time zone, and how long ago or how long still.

use jiff::tz::Offset;
use jiff::{Timestamp, civil};

use crate::words::Words;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Below this rest a running clock is shown as urgent: two hours.
const SOON: i64 = 2 * HOUR;

/// The clock of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// No limit runs (refused, merged, voided).
    None,
    /// A limit runs; due at this time, milliseconds of the epoch.
    Running(i64),
    /// It stands still until further notice or until this time.
    Suspended(Option<i64>),
    /// It stands still until somebody answers: the resident, or whoever must approve.
    Waiting(bool),
    /// The work was done within the limit.
    Met,
    /// The work was done after the limit.
    Missed,
    /// The working calendar of the year is not known, so there is no date to show.
    UnknownCalendar,
}

/// A clock as it is shown now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// `calm`, `soon`, `late`, `wait`, `done` or `off`.
    pub tone: &'static str,
    /// The icon beside the words.
    pub icon: &'static str,
    /// The words, such as "还剩 2 小时 10 分".
    pub text: String,
}

impl Clock {
    /// Whether there is something to show.
    pub fn is_shown(self) -> bool {
        self != Self::None
    }

    /// What the chip says at `now`.
    pub fn read(self, words: &Words, now: i64) -> Reading {
        let reading = |tone, icon, text| Reading { tone, icon, text };
        let plain = |tone, icon, key| Reading { tone, icon, text: words.say(key).to_owned() };
        match self {
            Self::None => reading("off", "off", String::new()),
            Self::Running(due) if due < now => {
                let text = words.say_with("clock-overdue", &[("span", (&span(words, now - due)).into())]);
                reading("late", "alert", text)
            }
            Self::Running(due) => {
                let tone = if due - now < SOON { "soon" } else { "calm" };
                let text = words.say_with("clock-left", &[("span", (&span(words, due - now)).into())]);
                reading(tone, "clock", text)
            }
            Self::Suspended(None) => plain("wait", "pause", "clock-suspended"),
            Self::Suspended(Some(until)) => {
                let text = words.say_with("clock-suspended-until", &[("day", (&day(until)).into())]);
                reading("wait", "pause", text)
            }
            Self::Waiting(true) => plain("wait", "pause", "clock-waiting-resident"),
            Self::Waiting(false) => plain("wait", "pause", "clock-waiting-approval"),
            Self::Met => plain("done", "check", "clock-met"),
            Self::Missed => plain("late", "alert", "clock-missed"),
            Self::UnknownCalendar => plain("wait", "alert", "clock-unknown-calendar"),
        }
    }
}

/// A length of time in its two largest units ("2 小时 10 分"); under a minute counts as a minute.
pub fn span(words: &Words, length: i64) -> String {
    let length = length.max(MINUTE);
    let (days, hours, minutes) = (length / DAY, length % DAY / HOUR, length % HOUR / MINUTE);
    match (days, hours, minutes) {
        (0, 0, m) => words.say_with("span-minutes", &[("m", m.into())]),
        (0, h, 0) => words.say_with("span-hours", &[("h", h.into())]),
        (0, h, m) => words.say_with("span-hours-minutes", &[("h", h.into()), ("m", m.into())]),
        (d, 0, _) => words.say_with("span-days", &[("d", d.into())]),
        (d, h, _) => words.say_with("span-days-hours", &[("d", d.into()), ("h", h.into())]),
    }
}

/// How long ago `then` was at `now`; a date after thirty days, "just now" under a minute and for the future.
pub fn ago(words: &Words, now: i64, then: i64) -> String {
    match now - then {
        past if past < MINUTE => words.say("time-just-now").to_owned(),
        past if past < HOUR => words.say_with("time-minutes-ago", &[("n", (past / MINUTE).into())]),
        past if past < DAY => words.say_with("time-hours-ago", &[("n", (past / HOUR).into())]),
        past if past < 30 * DAY => words.say_with("time-days-ago", &[("n", (past / DAY).into())]),
        _ => day(then),
    }
}

/// The day in China, as `2026-11-22`.
pub fn day(at: i64) -> String {
    local(at).date().to_string()
}

/// Day and time of day in China, as `2026-11-22 15:33`.
pub fn moment(at: i64) -> String {
    let local = local(at);
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// The value of a `datetime-local` field, as `2026-11-22T15:33`.
pub fn field(at: i64) -> String {
    moment(at).replace(' ', "T")
}

/// Day and time in China; a time outside the range of the calendar becomes the epoch.
fn local(at: i64) -> civil::DateTime {
    let instant = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    Offset::constant(8).to_datetime(instant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    /// 2026-11-22 15:33 in China.
    const NOW: i64 = 1_795_332_780_000;

    #[test]
    fn dates_are_those_of_china() {
        assert_eq!(moment(NOW), "2026-11-22 15:33");
        assert_eq!(moment(NOW + 9 * HOUR), "2026-11-23 00:33");
        assert_eq!(field(NOW), "2026-11-22T15:33");
    }

    #[test]
    fn spans_and_ages_are_in_words() {
        let chinese = Words::of(Language::ZhCn);
        assert_eq!(span(chinese, 2 * HOUR + 10 * MINUTE), "2 小时 10 分");
        assert_eq!(ago(chinese, NOW, NOW - 3 * MINUTE), "3 分钟前");
        assert_eq!(ago(chinese, NOW, NOW - 40 * DAY), "2026-10-13");
        assert_eq!(ago(chinese, NOW, NOW + HOUR), "刚刚");
    }

    #[test]
    fn a_clock_changes_its_tone() {
        let words = Words::of(Language::ZhCn);
        assert_eq!(Clock::Running(NOW + DAY).read(words, NOW).tone, "calm");
        assert_eq!(Clock::Running(NOW + HOUR).read(words, NOW).tone, "soon");
        let late = Clock::Running(NOW - HOUR).read(words, NOW);
        assert_eq!((late.tone, late.text.as_str()), ("late", "超时 1 小时"));
    }
}
