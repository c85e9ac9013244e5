//! Chinese standard time: a fixed offset of eight hours, without a time zone database.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// UTC+08:00, in force without daylight saving since 1991.
pub const OFFSET: Offset = Offset::constant(8);

pub(crate) const NANOS_PER_DAY: i64 = 86_400_000_000_000;
pub(crate) const NANOS_PER_MINUTE: i64 = 60_000_000_000;

/// The calendar date in China at `at`.
#[must_use]
pub fn date(at: Timestamp) -> Date {
    OFFSET.to_datetime(at).date()
}

/// What calendar and clock in China show at `at`.
#[must_use]
pub fn date_time(at: Timestamp) -> DateTime {
    OFFSET.to_datetime(at)
}

/// `at` as people and the interchange forms write it: `2026-02-27T16:30:00+08:00`.
#[must_use]
pub fn text(at: Timestamp) -> String {
    at.display_with_offset(OFFSET).to_string()
}

/// A clock time on a day. `nanos` runs from 0 to 24:00 inclusive, for a limit can end with the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Local {
    pub(crate) date: Date,
    pub(crate) nanos: i64,
}

impl Local {
    pub(crate) fn at(at: Timestamp) -> Self {
        let local = OFFSET.to_datetime(at);
        Self { date: local.date(), nanos: nanos_of(local.time()) }
    }

    /// The instant; held at [`Timestamp::MAX`] where the date lies beyond it.
    pub(crate) fn timestamp(self) -> Timestamp {
        OFFSET
            .to_timestamp(self.date.to_datetime(Time::midnight()))
            .and_then(|midnight| midnight.checked_add(SignedDuration::from_nanos(self.nanos)))
            .unwrap_or(Timestamp::MAX)
    }
}

/// Nanoseconds since midnight.
pub(crate) fn nanos_of(time: Time) -> i64 {
    let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
    (minutes * 60 + i64::from(time.second())) * 1_000_000_000 + i64::from(time.subsec_nanosecond())
}
