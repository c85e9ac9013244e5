//! A calendar month in China.

use crate::moment::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::Offset;
use std::fmt;
use std::str::FromStr;

/// China has one time zone, eight hours ahead of UTC.
const CHINA: Offset = Offset::constant(8);

/// A month, written `2026-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

/// What is not written as a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a month: write it as 2026-10")]
pub struct NoMonth(pub String);

impl Month {
    /// The month of a moment.
    #[must_use]
    pub fn of(at: Moment) -> Self {
        Self(day_of(at).first_of_month())
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.0
    }

    /// Its beginning, and the beginning of the next.
    #[must_use]
    pub fn span(self) -> (Moment, Moment) {
        (start_of(self.0), start_of(self.next().0))
    }

    /// The month after it; the last of all is followed by itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.last_of_month().tomorrow().unwrap_or(self.0))
    }

    /// The month before it; the first of all follows itself.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.yesterday().map_or(self.0, Date::first_of_month))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NoMonth(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(wrong());
        }
        let (year, month) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        // The calendar of requests begins long after the first and ends long before the last of these years.
        if !(2000..=2999).contains(&year) || !(1..=12).contains(&month) {
            return Err(wrong());
        }
        Ok(Self(date(year, month, 1)))
    }
}

/// The day of a moment in China.
#[must_use]
pub fn day_of(at: Moment) -> Date {
    CHINA.to_datetime(Timestamp::from(at)).date()
}

/// Midnight at the beginning of a day in China.
#[must_use]
pub fn start_of(day: Date) -> Moment {
    CHINA.to_timestamp(day.at(0, 0, 0, 0)).map_or(Moment(i64::MAX), Moment::from)
}
