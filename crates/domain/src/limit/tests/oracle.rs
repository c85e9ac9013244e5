//! The arithmetic against a naive oracle that walks minute by minute.

use super::*;
use crate::calendar::china_time;
use proptest::prelude::*;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn schedules() -> impl Strategy<Value = WorkingHours> {
    proptest::collection::btree_set(0_u16..=1440, 2..=8).prop_filter_map("pairs", |minutes| {
        let minutes: Vec<u16> = minutes.into_iter().collect();
        let spans: Vec<String> = minutes
            .chunks_exact(2)
            .map(|pair| {
                format!("{:02}:{:02}-{:02}:{:02}", pair[0] / 60, pair[0] % 60, pair[1] / 60, pair[1] % 60)
            })
            .collect();
        spans.join(",").parse().ok()
    })
}

/// Minutes of 2025-12-20 to 2027-01-20, so that both ends of the last known year are met.
fn starts() -> impl Strategy<Value = Timestamp> {
    (0_i64..60 * 24 * 396).prop_map(|minutes| at("2025-12-20T00:00:00") + SignedDuration::from_mins(minutes))
}

/// Whether the minute that begins at `minute` is worked, by comparing clock times as text.
fn worked(minute: Timestamp, rules: &Rules) -> bool {
    let clock = minute.display_with_offset(china_time::OFFSET).to_string()[11..16].to_owned();
    rules.calendar.day(china_time::date(minute)).working
        && rules.hours.to_string().split(',').any(|span| span[..5] <= *clock && *clock < span[6..])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn working_minutes_agree_with_walking(hours in schedules(), start in starts(), amount in 1_u32..900) {
        let rules = Rules { hours, ..Rules::default() };
        let (mut minute, mut left) = (start, amount);
        let mut steps = 0;
        while left > 0 && steps < 60 * 24 * 20 {
            left -= u32::from(worked(minute, &rules));
            minute += MINUTE;
            steps += 1;
        }
        prop_assume!(left == 0);
        let due = limit(&format!("{amount}wm")).due(start, &rules);
        prop_assert_eq!(due.at, minute);
    }

    #[test]
    fn time_between_agrees_with_walking(hours in schedules(), start in starts(), minutes in 0_i64..9_000) {
        let rules = Rules { hours, ..Rules::default() };
        let end = start + SignedDuration::from_mins(minutes);
        let walked = (0..minutes).filter(|n| worked(start + MINUTE * i32::try_from(*n).unwrap(), &rules)).count();
        let time = WorkingTime::within(&rules.hours, &rules.calendar);
        prop_assert_eq!(time.between(start, end).0, i64::try_from(walked).unwrap() * NANOS_PER_MINUTE);
    }

    #[test]
    fn forward_and_backward_agree(
        hours in schedules(),
        start in starts(),
        second in 0_i64..60,
        amount in 1_i64..500_000,
    ) {
        let rules = Rules { hours, ..Rules::default() };
        let (start, amount) = (start + SignedDuration::from_secs(second), amount * 1_000_000_000);
        let time = WorkingTime::within(&rules.hours, &rules.calendar);
        let due = time.advance(start, amount);
        prop_assert_eq!(time.between(start, due.at).0, amount);
        prop_assert_eq!(time.between(start, due.at - SignedDuration::from_secs(1)).0, amount - 1_000_000_000);
    }

    // Working days are left out: on rest days they keep the clock time of the start, so that Saturday evening is
    // due later than Sunday morning.
    #[test]
    fn a_later_start_is_never_due_earlier(start in starts(), minutes in 0_i64..5_000, which in 0_usize..4) {
        let limit = limit(["200wm", "24h", "7d", "same_day"][which]);
        for duty in [DutyCalendar::EveryDay, DutyCalendar::Office] {
            let rules = Rules { duty, ..Rules::default() };
            let later = start + SignedDuration::from_mins(minutes);
            prop_assert!(limit.due(start, &rules).at <= limit.due(later, &rules).at);
            prop_assert!(limit.due(start, &rules).at > start);
        }
    }
}
