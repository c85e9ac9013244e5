//! Working hours of a day.

use crate::calendar::china_time::{NANOS_PER_DAY, NANOS_PER_MINUTE};
use std::fmt;
use std::str::FromStr;

const MINUTES_PER_DAY: u16 = 24 * 60;

/// The hours of a working day, written `09:00-12:00,14:00-18:00`: at least one span, in order, none touching or
/// overlapping another, to the minute, at most until 24:00.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorkingHours {
    /// Start and end in minutes since midnight.
    spans: Vec<(u16, u16)>,
}

/// Why a text gives no working hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// There is no span at all, so no work would ever be done.
    #[error("no working hours are given; write for example 09:00-12:00,14:00-18:00")]
    Empty,
    /// A span has another form, or a time that no clock shows.
    #[error("“{0}” is no span of hours; write for example 09:00-12:00")]
    Form(String),
    /// A span ends where it starts, or before.
    #[error("“{0}” ends before it has begun; write the earlier time first")]
    Backwards(String),
    /// A span begins before, or at, the end of the one before it.
    #[error("“{0}” begins before the span in front of it is over; order the spans and join those that touch")]
    Overlap(String),
}

impl HoursError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "没有工作时间。请写成 09:00-12:00,14:00-18:00 的样子".to_owned(),
            Self::Form(span) => format!("“{span}”不是时段。请写成 09:00-12:00 的样子"),
            Self::Backwards(span) => format!("“{span}”的结束不晚于开始。请先写较早的时间"),
            Self::Overlap(span) => format!("“{span}”与前一时段重叠或相接。请按先后排列，相接的合为一段"),
        }
    }
}

impl WorkingHours {
    /// Working time from 00:00 to 24:00: what a working day is as a whole.
    pub(super) fn whole_day() -> Self {
        Self { spans: vec![(0, MINUTES_PER_DAY)] }
    }

    /// Nanoseconds of work in a working day.
    pub(super) fn total(&self) -> i64 {
        self.after(0)
    }

    /// Nanoseconds of work in a working day from the clock time `nanos` on.
    pub(super) fn after(&self, nanos: i64) -> i64 {
        self.nanos().map(|(start, end)| (end - start.max(nanos)).max(0)).sum()
    }

    /// The clock time at which `amount` (1 to `after(from)`) has been worked since `from`; used up exactly at a
    /// closing, it is that closing.
    pub(super) fn reach(&self, from: i64, mut amount: i64) -> i64 {
        for (start, end) in self.nanos() {
            let start = start.max(from);
            if start + amount <= end {
                return start + amount;
            }
            amount -= (end - start).max(0);
        }
        NANOS_PER_DAY
    }

    fn nanos(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        self.spans
            .iter()
            .map(|&(start, end)| (i64::from(start) * NANOS_PER_MINUTE, i64::from(end) * NANOS_PER_MINUTE))
    }
}

impl Default for WorkingHours {
    /// 09:00–12:00 and 14:00–18:00.
    fn default() -> Self {
        Self { spans: vec![(9 * 60, 12 * 60), (14 * 60, 18 * 60)] }
    }
}

impl FromStr for WorkingHours {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim().is_empty() {
            return Err(HoursError::Empty);
        }
        let mut spans: Vec<(u16, u16)> = Vec::new();
        for span in text.split([',', '\u{ff0c}', '、']).map(str::trim) {
            let shown = || span.chars().take(40).collect::<String>();
            let (start, end) = span
                .split_once(['-', '–', '—', '~', '\u{ff5e}'])
                .and_then(|(start, end)| Some((minute(start)?, minute(end)?)))
                .ok_or_else(|| HoursError::Form(shown()))?;
            if end <= start {
                return Err(HoursError::Backwards(shown()));
            }
            if spans.last().is_some_and(|&(_, before)| start <= before) {
                return Err(HoursError::Overlap(shown()));
            }
            spans.push((start, end));
        }
        Ok(Self { spans })
    }
}

/// Minutes since midnight of `09:00` or `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once([':', '\u{ff1a}'])?;
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || minute.len() != 2 || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    Some(hour * 60 + minute).filter(|total| minute < 60 && *total <= MINUTES_PER_DAY)
}

impl fmt::Display for WorkingHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (start, end)) in self.spans.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)?;
        }
        Ok(())
    }
}

impl TryFrom<String> for WorkingHours {
    type Error = HoursError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<WorkingHours> for String {
    fn from(hours: WorkingHours) -> Self {
        hours.to_string()
    }
}
