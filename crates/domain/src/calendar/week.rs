//! Days of the week.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A set of days of the week: bit 0 is Monday, bit 6 is Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Week(pub u8);

impl Week {
    /// Monday to Friday.
    pub const OFFICE: Self = Self(0b001_1111);
    /// Every day.
    pub const EVERY_DAY: Self = Self(0b111_1111);

    /// The set of these days.
    #[must_use]
    pub fn of(days: &[Weekday]) -> Self {
        Self(days.iter().fold(0, |bits, day| bits | 1 << day.to_monday_zero_offset()))
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn holds(self, day: Weekday) -> bool {
        self.0 >> day.to_monday_zero_offset() & 1 == 1
    }

    /// Whether no day is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 & Self::EVERY_DAY.0 == 0
    }
}
