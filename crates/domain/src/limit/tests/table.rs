//! The table of examples and of edges, worked out by hand against the published calendar.

use super::*;

fn check(rules: &Rules, cases: &[(&str, &str, &str, bool)]) {
    for (start, text, due, calendar_known) in cases {
        let expected = Due { at: at(due), calendar_known: *calendar_known };
        assert_eq!(limit(text).due(at(start), rules), expected, "{start} + {text}");
    }
}

#[test]
fn working_days() {
    check(
        &Rules::default(),
        &[
            ("2026-02-13T16:30:00", "5wd", "2026-02-27T16:30:00", true),
            // The next day is a make-up Saturday before a holiday of nine days.
            ("2026-02-13T17:59:59", "1wd", "2026-02-14T17:59:59", true),
            ("2026-02-14T17:59:59", "1wd", "2026-02-24T17:59:59", true),
            // A start on a rest day: the next working day is day 1.
            ("2026-02-18T10:00:00", "1wd", "2026-02-24T10:00:00", true),
            ("2026-03-07T10:00:00", "5wd", "2026-03-13T10:00:00", true),
            // 29 February, and the make-up Sunday at the end of April 2024.
            ("2024-02-28T09:00:00", "1wd", "2024-02-29T09:00:00", true),
            ("2024-02-29T00:00:00", "1wd", "2024-03-01T00:00:00", true),
            ("2024-04-26T23:59:59", "1wd", "2024-04-28T23:59:59", true),
            // Over the end of the known years.
            ("2026-12-30T10:00:00", "1wd", "2026-12-31T10:00:00", true),
            ("2026-12-31T23:59:00", "1wd", "2027-01-01T23:59:00", false),
            ("2025-12-31T23:59:59.999", "1wd", "2026-01-04T23:59:59.999", true),
        ],
    );
}

#[test]
fn working_minutes() {
    check(
        &Rules::default(),
        &[
            ("2026-03-06T17:30:00", "60wm", "2026-03-09T09:30:00", true),
            ("2026-03-06T11:30:00", "30wm", "2026-03-06T12:00:00", true),
            ("2026-03-06T11:30:00", "31wm", "2026-03-06T14:01:00", true),
            // Before the opening, at it, in the noon break, at a closing, in the night.
            ("2026-03-06T07:00:00", "60wm", "2026-03-06T10:00:00", true),
            ("2026-03-06T09:00:00", "60wm", "2026-03-06T10:00:00", true),
            ("2026-03-06T12:00:00", "60wm", "2026-03-06T15:00:00", true),
            ("2026-03-06T13:00:00", "60wm", "2026-03-06T15:00:00", true),
            ("2026-03-06T18:00:00", "60wm", "2026-03-09T10:00:00", true),
            ("2026-03-06T23:59:59", "60wm", "2026-03-09T10:00:00", true),
            // Used up exactly at the closing of a later day, not at the opening after it.
            ("2026-03-05T18:00:00", "420wm", "2026-03-06T18:00:00", true),
            ("2026-03-05T18:00:00", "840wm", "2026-03-09T18:00:00", true),
            // 17:59:59 before a holiday, and a make-up Saturday.
            ("2026-02-14T17:59:59", "1wm", "2026-02-24T09:00:59", true),
            ("2026-02-13T18:00:00", "90wm", "2026-02-14T10:30:00", true),
            ("2026-12-31T17:00:00", "60wm", "2026-12-31T18:00:00", true),
            ("2026-12-31T17:00:00", "61wm", "2027-01-01T09:01:00", false),
            ("2027-01-02T10:00:00", "60wm", "2027-01-04T10:00:00", false),
        ],
    );
}

#[test]
fn natural_time() {
    check(
        &Rules::default(),
        &[
            ("2026-02-28T10:00:00", "7d", "2026-03-07T10:00:00", true),
            ("2024-02-28T10:00:00", "24h", "2024-02-29T10:00:00", true),
            ("2024-02-29T10:00:00", "365d", "2025-02-28T10:00:00", true),
            ("2026-12-31T23:59:00", "24h", "2027-01-01T23:59:00", true),
        ],
    );
}

#[test]
fn same_day() {
    let office = Rules { duty: DutyCalendar::Office, ..Rules::default() };
    check(
        &Rules::default(),
        &[
            ("2026-03-06T00:00:00", "same_day", "2026-03-07T00:00:00", true),
            ("2026-03-06T18:00:00", "same_day", "2026-03-07T00:00:00", true),
            ("2026-03-06T18:00:00.001", "same_day", "2026-03-08T00:00:00", true),
            ("2026-03-06T18:00:01", "same_day", "2026-03-08T00:00:00", true),
            ("2026-12-31T23:59:00", "same_day", "2027-01-02T00:00:00", true),
        ],
    );
    check(
        &office,
        &[
            ("2026-03-06T18:00:00", "same_day", "2026-03-07T00:00:00", true),
            // Friday evening: Saturday is a rest day, so the evening of Monday.
            ("2026-03-06T18:00:01", "same_day", "2026-03-10T00:00:00", true),
            ("2026-03-07T10:00:00", "same_day", "2026-03-10T00:00:00", true),
            ("2026-02-13T18:00:01", "same_day", "2026-02-15T00:00:00", true),
            ("2026-02-14T18:00:01", "same_day", "2026-02-25T00:00:00", true),
            ("2026-12-31T18:00:01", "same_day", "2027-01-02T00:00:00", false),
        ],
    );
    let early = Rules { cut_off: Time::constant(16, 30, 0, 0), ..Rules::default() };
    check(&early, &[("2026-03-06T17:00:00", "same_day", "2026-03-08T00:00:00", true)]);
}

#[test]
fn the_end_of_all_years_holds() {
    for text in ["1wd", "1wm", "24h", "7d", "same_day", "25000wd", "12000000wm"] {
        for rules in [Rules::default(), Rules { duty: DutyCalendar::Office, ..Rules::default() }] {
            assert!(limit(text).due(Timestamp::MAX, &rules).at >= at("9998-01-01T00:00:00"));
            let _never_panics = limit(text).due(Timestamp::MIN, &rules);
        }
    }
}

#[test]
fn a_million_deadlines_take_less_than_two_seconds() {
    // A tenth of them in the unoptimised build that tests run in.
    let count = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
    let (rules, first) = (Rules::default(), at("2024-01-01T00:00:00"));
    let begun = std::time::Instant::now();
    let mut latest = first;
    for index in 0..count {
        let start = first + SignedDuration::from_secs(index * 61 % 80_000_000);
        let text = ["5wd", "90wm", "7d", "same_day", "2000wm", "60wd"][usize::try_from(index % 6).unwrap()];
        latest = latest.max(limit(text).due(start, &rules).at);
    }
    assert!(latest > first && begun.elapsed().as_secs_f64() < 2.0, "{:?}", begun.elapsed());
}
