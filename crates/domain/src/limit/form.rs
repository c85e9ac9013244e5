//! The written form of a limit.

use super::Limit;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// A unit as it is written, what it makes, and the longest limit that makes sense: about a century; more is a
/// typing error.
type Unit = (&'static str, fn(NonZeroU32) -> Limit, u32);

const UNITS: [Unit; 4] = [
    ("wd", Limit::WorkingDays, 25_000),
    ("wm", Limit::WorkingMinutes, 12_000_000),
    ("h", Limit::Hours, 876_000),
    ("d", Limit::Days, 36_500),
];

/// Why a text is no limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitError {
    /// The text has none of the forms.
    #[error("“{0}” is no limit; write 5wd (working days), 90wm (working minutes), 24h, 7d or same_day")]
    Form(String),
    /// The number is zero.
    #[error("“{0}” leaves no time; write a number from 1")]
    Zero(String),
    /// The number is beyond any sensible limit.
    #[error("“{text}” is too long; {most}{unit} is the longest")]
    TooLong {
        /// What was written.
        text: String,
        /// The largest number for this unit.
        most: u32,
        /// The unit as written.
        unit: &'static str,
    },
}

impl LimitError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::Form(text) => {
                format!(
                    "“{text}”不是时限。请写 5wd（工作日）、90wm（工作分钟）、24h（小时）、7d（天）或 same_day（当日）"
                )
            }
            Self::Zero(text) => format!("“{text}”没有留出时间。请写不小于1的数"),
            Self::TooLong { text, most, unit } => format!("“{text}”太长。最长为 {most}{unit}"),
        }
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text == "same_day" {
            return Ok(Self::SameDay);
        }
        let shown = || text.chars().take(40).collect::<String>();
        let unit_at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, unit) = text.split_at(unit_at);
        let Some(&(unit, make, most)) = UNITS.iter().find(|(known, ..)| *known == unit && !digits.is_empty())
        else {
            return Err(LimitError::Form(shown()));
        };
        // Digits that overflow are too long a limit, not a wrong form.
        let number = digits.parse::<u32>().unwrap_or(u32::MAX);
        if number > most {
            return Err(LimitError::TooLong { text: shown(), most, unit });
        }
        NonZeroU32::new(number).map(make).ok_or_else(|| LimitError::Zero(shown()))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WorkingDays(n) => write!(f, "{n}wd"),
            Self::WorkingMinutes(n) => write!(f, "{n}wm"),
            Self::Hours(n) => write!(f, "{n}h"),
            Self::Days(n) => write!(f, "{n}d"),
            Self::SameDay => f.write_str("same_day"),
        }
    }
}

impl TryFrom<String> for Limit {
    type Error = LimitError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}
