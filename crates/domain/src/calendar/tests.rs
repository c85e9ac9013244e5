use super::*;
use jiff::ToSpan;
use jiff::civil::date;

mod years_end;

/// (year, working days, days named under `rest`, days named under `work`), computed from the source's own file.
const COUNTS: [(i16, u64, usize, usize); 23] = [
    (2004, 252, 22, 6),
    (2005, 250, 24, 6),
    (2006, 251, 24, 8),
    (2007, 249, 26, 7),
    (2008, 251, 27, 5),
    (2009, 250, 27, 6),
    (2010, 250, 29, 8),
    (2011, 250, 28, 6),
    (2012, 249, 26, 6),
    (2013, 250, 29, 12),
    (2014, 250, 23, 5),
    (2015, 249, 25, 5),
    (2016, 250, 24, 6),
    (2017, 249, 24, 5),
    (2018, 250, 25, 7),
    (2019, 250, 28, 6),
    (2020, 249, 30, 6),
    (2021, 250, 31, 7),
    (2022, 249, 32, 7),
    (2023, 249, 26, 7),
    (2024, 251, 28, 8),
    (2025, 248, 28, 5),
    (2026, 248, 33, 6),
];

const NEXT_YEAR: &str = "2027 rest 01-01 05-01..05-05 10-01..10-07 work 10-09";

#[test]
fn every_day_of_the_embedded_years_agrees_with_the_source() {
    let calendar = Calendar::state_council();
    assert_eq!(calendar.known_years().collect::<Vec<_>>(), (2004..=2026).collect::<Vec<_>>());
    for (year, working, rest, make_up) in COUNTS {
        let line = STATE_COUNCIL.lines().find(|line| line.starts_with(&year.to_string())).unwrap();
        let (named_rest, named_work) = line[5..].split_once(" work ").unwrap();
        let (mut counted, mut seen_rest, mut seen_work) = (0, 0, 0);
        let mut day = date(year, 1, 1);
        while day.year() == year {
            let weekday = day.weekday().to_monday_zero_offset() < 5;
            let expected = if names(named_rest, day) {
                seen_rest += 1;
                false
            } else if names(named_work, day) {
                seen_work += 1;
                true
            } else {
                weekday
            };
            assert_eq!(calendar.day(day), Day { working: expected, known: true }, "{day}");
            counted += u64::from(expected);
            day = day.tomorrow().unwrap();
        }
        assert_eq!((counted, seen_rest, seen_work), (working, rest, make_up), "{year}");
    }
}

/// Whether a list such as `01-01..01-03 05-01` names the day, by comparing text: apart from the code under test.
fn names(list: &str, day: Date) -> bool {
    let key = day.strftime("%m-%d").to_string();
    list.split_whitespace().any(|word| {
        let (from, to) = word.split_once("..").unwrap_or((word, word));
        from <= key.as_str() && key.as_str() <= to
    })
}

#[test]
fn the_make_up_days_of_2026_are_working_days() {
    let calendar = Calendar::state_council();
    for (month, day) in [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)] {
        let day = date(2026, month, day);
        assert!(day.weekday().to_monday_zero_offset() >= 5 && calendar.day(day).working, "{day}");
    }
}

#[test]
fn an_unknown_year_is_explicit_and_counts_monday_to_friday() {
    let calendar = Calendar::state_council();
    assert_eq!(calendar.day(date(2027, 1, 1)), Day { working: true, known: false });
    assert_eq!(calendar.day(date(2027, 1, 2)), Day { working: false, known: false });
    assert_eq!(calendar.nth_working_day_after(date(2026, 12, 30), 1), (Some(date(2026, 12, 31)), true));
    assert_eq!(calendar.nth_working_day_after(date(2026, 12, 31), 1), (Some(date(2027, 1, 1)), false));
    assert_eq!(calendar.nth_working_day_after(date(2003, 12, 31), 1), (Some(date(2004, 1, 2)), true));
    assert_eq!(calendar.nth_working_day_after(Date::MAX, 1).0, None);
}

#[test]
fn an_uploaded_year_becomes_known_and_replaces_a_known_one() {
    let calendar = Calendar::state_council().with_years(NEXT_YEAR).unwrap();
    assert_eq!(calendar.day(date(2027, 1, 1)), Day { working: false, known: true });
    assert_eq!(calendar.day(date(2027, 10, 9)), Day { working: true, known: true });
    let corrected = calendar.with_years(&format!("\u{feff}# corrected\r\n\r\n{NEXT_YEAR} 12-25")).unwrap();
    assert_eq!(calendar.day(date(2027, 12, 25)), Day { working: false, known: true });
    assert_eq!(corrected.day(date(2027, 12, 25)), Day { working: true, known: true });
    assert_eq!(corrected.day(date(2026, 2, 14)), Day { working: true, known: true });
}

#[test]
fn uploads_are_checked_and_name_line_and_cure() {
    let refused = |text: &str| Calendar::default().with_years(text).unwrap_err();
    assert_eq!(refused("# nothing\n\n"), CalendarError::Empty);
    assert!(matches!(refused("\n20x7 rest 01-01"), CalendarError::Year { line: 2, .. }));
    assert!(matches!(refused("1899 rest 01-01"), CalendarError::Year { .. }));
    assert!(matches!(
        refused(&format!("{NEXT_YEAR}\n{NEXT_YEAR}")),
        CalendarError::Twice { line: 2, year: 2027 }
    ));
    for word in ["02-29", "1-1", "13-01", "05-05..05-01", "01-01..", "+1-01", "明天"] {
        let text = format!("2027 rest {word}");
        assert!(matches!(refused(&text), CalendarError::Word { line: 1, .. }), "{word}");
    }
    assert!(matches!(refused("2027 01-01"), CalendarError::Word { .. }));
    assert!(matches!(refused("2027 rest 01-01 01-01"), CalendarError::Repeated { .. }));
    assert!(matches!(refused("2027 rest 01-02 work 01-02"), CalendarError::Repeated { .. }));
    assert!(matches!(refused("2027 rest 01-01 work 01-04"), CalendarError::NoMakeUp { .. }));
    let missing = refused("2027 rest 01-01 05-01 10-01..10-02");
    assert_eq!(missing, CalendarError::MissingHoliday { line: 1, date: date(2027, 10, 3) });
    assert!(missing.chinese().contains("2027-10-03") && missing.to_string().contains("2027-10-03"));
}

#[test]
fn counting_agrees_with_walking_day_by_day() {
    let calendar = Calendar::state_council();
    let walk = |from: Date, n: u64| {
        let (mut day, mut left) = (from, n);
        while left > 0 {
            day = day.tomorrow().unwrap();
            left -= u64::from(calendar.day(day).working);
        }
        day
    };
    let mut from = date(2003, 11, 3);
    while from < date(2028, 3, 1) {
        for n in [0, 1, 2, 9, 64, 300] {
            let to = walk(from, n);
            assert_eq!(calendar.nth_working_day_after(from, n).0, Some(to), "{from} + {n}");
            if n > 0 {
                assert_eq!(calendar.working_days_between(from, to).0, n - 1, "{from} … {to}");
            }
        }
        from = from.checked_add(17.days()).unwrap();
    }
    assert_eq!(calendar.working_days_between(date(2026, 2, 2), date(2026, 2, 2)).0, 0);
    assert_eq!(calendar.working_days_between(date(2026, 3, 2), date(2025, 2, 2)).0, 0);
}
