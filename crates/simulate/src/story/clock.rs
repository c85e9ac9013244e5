//! Virtual time: whole seconds since 1970, and the hours in which people work. China keeps one zone, UTC+8, all year.

use jiff::Timestamp;

/// Seconds since 1970-01-01T00:00:00Z.
pub(super) type Second = i64;

pub(super) const MINUTE: i64 = 60;
pub(super) const HOUR: i64 = 3_600;
pub(super) const DAY: i64 = 86_400;
const CHINA: i64 = 8 * HOUR;

/// When somebody works, in seconds after local midnight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours {
    open: i64,
    close: i64,
    weekends: bool,
}

/// Residents answer and write while they are awake.
pub(super) const AWAKE: Hours = Hours { open: 7 * HOUR, close: 22 * HOUR, weekends: true };
/// Grid workers and property companies.
pub(super) const ROUNDS: Hours = Hours { open: 8 * HOUR, close: 20 * HOUR, weekends: true };
/// The community has somebody on duty at weekends.
pub(super) const COMMUNITY: Hours = Hours { open: 8 * HOUR + 30 * MINUTE, close: 18 * HOUR, weekends: true };
/// Street office and bureau.
pub(super) const OFFICE: Hours = Hours { open: 9 * HOUR, close: 18 * HOUR, weekends: false };

/// Day since 1970 by the local calendar.
pub(super) fn local_day(at: Second) -> i64 {
    (at + CHINA).div_euclid(DAY)
}

/// Local midnight at the start of a day.
pub(super) fn midnight(day: i64) -> Second {
    day * DAY - CHINA
}

/// Local hour, 0 to 23.
pub(super) fn local_hour(at: Second) -> i64 {
    (at + CHINA).rem_euclid(DAY) / HOUR
}

pub(super) fn is_weekend(day: i64) -> bool {
    // Day 0 was a Thursday.
    (day + 3).rem_euclid(7) >= 5
}

/// Local month, 1 to 12, and day of the month.
pub(super) fn month_day(day: i64) -> (i8, i8) {
    let date = jiff::tz::offset(8).to_datetime(timestamp(midnight(day))).date();
    (date.month(), date.day())
}

/// Seconds outside jiff's years are taken to its ends.
pub(super) fn timestamp(at: Second) -> Timestamp {
    Timestamp::from_second(at).unwrap_or(if at < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

impl Hours {
    /// The moment when `seconds` of these hours have passed since `at`.
    pub(super) fn after(self, at: Second, seconds: i64) -> Second {
        let mut left = seconds.max(1);
        let mut day = local_day(at);
        loop {
            let opening = (midnight(day) + self.open).max(at);
            let here = midnight(day) + self.close - opening;
            if here > 0 && (self.weekends || !is_weekend(day)) {
                if left <= here {
                    return opening + left;
                }
                left -= here;
            }
            day += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Second {
        text.parse::<Timestamp>().unwrap().as_second()
    }

    #[test]
    fn work_waits_for_the_next_opening() {
        // 2026-09-18 is a Friday.
        let friday = at("2026-09-18T17:30:00+08:00");
        assert_eq!(OFFICE.after(friday, HOUR), at("2026-09-21T09:30:00+08:00"));
        assert_eq!(COMMUNITY.after(friday, HOUR), at("2026-09-19T09:00:00+08:00"));
        assert_eq!(ROUNDS.after(at("2026-09-18T23:00:00+08:00"), 60), at("2026-09-19T08:01:00+08:00"));
        assert_eq!(month_day(local_day(at("2026-10-31T16:30:00Z"))), (11, 1));
        assert_eq!(local_hour(friday), 17);
    }
}
