//! A point in time as the product stores it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. The same number stands in the ledger and in both databases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `millis` milliseconds later (earlier when negative); stays at the ends of the range.
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this moment; negative when `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self(at.as_millisecond())
    }
}

impl From<Moment> for Timestamp {
    /// Moments outside jiff's range (years −9999 to 9999) are taken to its nearest end.
    fn from(at: Moment) -> Self {
        Self::from_millisecond(at.0).unwrap_or(if at.0 < 0 { Self::MIN } else { Self::MAX })
    }
}
