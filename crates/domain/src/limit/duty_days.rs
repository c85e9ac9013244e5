//! Days on which duty is another than in every week: a holiday that is staffed, days on which nobody is there.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many days may be named: about two years of them.
const MOST: usize = 800;
/// What is written of days with duty, and of days without.
const STAFFED: [&str; 8] = ["有人", "有人值班", "值班", "on", "on duty", "duty", "open", "staffed"];
const CLOSED: [&str; 7] = ["无人", "无人值班", "休", "off", "no duty", "closed", "nobody"];

/// Such days: whether there is duty on each. They stand over the days of every week and over holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DutyDays(BTreeMap<Date, bool>);

/// Days in a row that are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutySpan {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// Whether there is duty.
    pub duty: bool,
}

/// Why a text names no such days. `line` counts from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DutyDaysError {
    /// A line has another form.
    #[error(
        "line {line}: “{word}” cannot be read; write 2027-02-10..2027-02-16 closed, or 2027-02-17 on duty"
    )]
    Line {
        /// The line.
        line: usize,
        /// How it begins.
        word: String,
    },
    /// A day is named twice.
    #[error("line {line}: {date} is named twice; keep one of the two")]
    Twice {
        /// The line.
        line: usize,
        /// The day.
        date: Date,
    },
    /// There are too many days.
    #[error("line {line}: more than 800 days are named; take out those that are over")]
    TooMany {
        /// The line.
        line: usize,
    },
}

impl DutyDaysError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::Line { line, word } => {
                format!("第{line}行：“{word}”看不懂。请写成“2027-02-10..2027-02-16 无人”或“2027-02-17 有人”")
            }
            Self::Twice { line, date } => format!("第{line}行：{date} 出现两次。请只保留一处"),
            Self::TooMany { line } => format!("第{line}行：超过 800 天。请删去已经过去的日子"),
        }
    }
}

impl DutyDays {
    /// Reads a line for each day or range of days, with what it is: `2027-02-10..2027-02-16 closed`, `2027年2月17日 有人`.
    ///
    /// # Errors
    /// The first line that is none, names a day again, or goes on for too long.
    pub fn read(text: &str) -> Result<Self, DutyDaysError> {
        let mut days = BTreeMap::new();
        for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').lines().map(str::trim)) {
            if content.is_empty() {
                continue;
            }
            let wrong = || DutyDaysError::Line { line, word: content.chars().take(40).collect() };
            let span = span(content).ok_or_else(wrong)?;
            for date in span.from.series(1.day()).take_while(|day| *day <= span.to) {
                if days.insert(date, span.duty).is_some() {
                    return Err(DutyDaysError::Twice { line, date });
                }
                if days.len() > MOST {
                    return Err(DutyDaysError::TooMany { line });
                }
            }
        }
        Ok(Self(days))
    }

    /// Whether no day is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each day, and whether there is duty on it.
    pub fn iter(&self) -> impl Iterator<Item = (Date, bool)> {
        self.0.iter().map(|(day, duty)| (*day, *duty))
    }

    /// The days as they are written: alike ones in a row together.
    #[must_use]
    pub fn spans(&self) -> Vec<DutySpan> {
        let mut spans: Vec<DutySpan> = Vec::new();
        for (day, duty) in self.iter() {
            match spans.last_mut() {
                Some(last) if last.duty == duty && last.to.tomorrow().is_ok_and(|next| next == day) => {
                    last.to = day;
                }
                _ => spans.push(DutySpan { from: day, to: day, duty }),
            }
        }
        spans
    }
}

/// Three numbers are a day, six are two of them; what stands after the last says what they are.
fn span(line: &str) -> Option<DutySpan> {
    let end = line.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (dates, word) = line.split_at(end);
    let numbers: Vec<&str> = dates.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let date = |numbers: &[&str]| {
        let [year, month, day] = numbers else { return None };
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let (from, to) = match numbers.len() {
        3 => (date(&numbers)?, date(&numbers)?),
        6 => (date(&numbers[..3])?, date(&numbers[3..])?),
        _ => return None,
    };
    let word =
        word.trim_start_matches('日').trim_matches([' ', '\t', ',', '\u{ff0c}', ':', '\u{ff1a}', '。']);
    let word = word.to_lowercase();
    let duty = match word.as_str() {
        word if STAFFED.contains(&word) => true,
        word if CLOSED.contains(&word) => false,
        _ => return None,
    };
    (from <= to).then_some(DutySpan { from, to, duty })
}
