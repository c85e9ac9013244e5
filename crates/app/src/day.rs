//! Days as the people here live them: China has one time zone, eight hours ahead of UTC.

use guanjia_domain::Moment;

/// A day, in milliseconds.
pub const DAY: i64 = 24 * 60 * 60 * 1_000;
const EAST: i64 = 8 * 60 * 60 * 1_000;

/// The last midnight in China.
#[must_use]
pub fn day_start(now: Moment) -> Moment {
    now.plus(-(now.0 + EAST).rem_euclid(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
        assert_eq!(day_start(at("2026-11-22T15:59:59Z")), at("2026-11-21T16:00:00Z"));
        assert_eq!(day_start(at("2026-11-22T16:00:00Z")), at("2026-11-22T16:00:00Z"));
    }
}
