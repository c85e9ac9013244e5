//! The end of a year, which the notice of the next one names.

use super::*;
use jiff::ToSpan;

/// A day that is another than the week says: `Some(true)` for a make-up working day.
fn named(calendar: &Calendar, day: Date) -> Option<bool> {
    let working = calendar.day(day).working;
    (working != Week::OFFICE.holds(day.weekday())).then_some(working)
}

fn days_of(year: i16) -> impl Iterator<Item = Date> {
    date(year, 1, 1).series(1.day()).take_while(move |day| day.year() == year)
}

/// The embedded year written as its notice was: the end of the December before with it, the own left to the next.
fn notice_of(known: &Calendar, year: i16) -> String {
    let mut days: Vec<Date> = days_of(year - 1).filter(|day| day.month() == 12 && day.day() > 28).collect();
    days.extend(days_of(year).filter(|day| day.month() < 12));
    let mut text = format!("国务院办公厅关于{year}年部分节假日安排的通知\n");
    let mut rest: Vec<Date> = Vec::new();
    for (n, day) in days.iter().enumerate() {
        let holds_on = rest.last().is_some_and(|last| last.tomorrow().is_ok_and(|next| next == *day));
        let is_rest = !known.day(*day).working;
        // A holiday with the weekends beside it, as notices name it.
        if is_rest && (holds_on || rest.is_empty()) {
            rest.push(*day);
        }
        let ends = !is_rest || n + 1 == days.len();
        if ends {
            let has_holiday = rest.iter().any(|day| named(known, *day).is_some() || is_statutory(*day));
            if let (true, Some(from), Some(to)) = (has_holiday, rest.first(), rest.last()) {
                text += &format!(
                    "一、{}（周末）至{}（周末）放假调休，共{}天。",
                    said(*from, year),
                    said(*to, year),
                    rest.len()
                );
            }
            rest.clear();
        }
        if named(known, *day) == Some(true) {
            text += &format!("{}（周六）上班。\n", said(*day, year));
        }
    }
    text
}

fn is_statutory(day: Date) -> bool {
    [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)].contains(&(day.month(), day.day()))
}

/// Every second notice leaves the year to the reader.
fn said(day: Date, year: i16) -> String {
    let of_the_year_before = day.year() != year && year % 2 == 0;
    let before = if of_the_year_before { format!("{}年", day.year()) } else { String::new() };
    format!("{before}{}月{}日", day.month(), day.day())
}

/// The embedded years without what the next notice says of the end of each.
fn without_ends() -> Calendar {
    let kept = |line: &str| {
        let words = line.split_whitespace().filter(|word| !word.starts_with("12-"));
        words.collect::<Vec<_>>().join(" ")
    };
    let lines = STATE_COUNCIL.lines().filter(|line| !line.starts_with('#')).map(kept);
    Calendar::parse(&lines.collect::<Vec<_>>().join("\n")).unwrap()
}

#[test]
fn every_notice_gives_its_year_and_the_end_of_the_year_before() {
    let (known, mut read, mut changed) = (Calendar::state_council(), without_ends(), 0);
    for year in 2005..=2026 {
        let notice = notice_of(&known, year);
        let lines = lines_of(&notice).unwrap_or_else(|error| panic!("{year}: {error}\n{notice}"));
        assert_eq!(lines.lines().count(), 1, "{lines}");
        let before = read.clone();
        read = read.with_years(&lines).unwrap_or_else(|error| panic!("{year}: {error}\n{notice}"));
        changed += days_of(year - 1).filter(|day| read.day(*day) != before.day(*day)).count();
    }
    for year in 2005..=2026 {
        for day in days_of(year) {
            assert_eq!(read.day(day), known.day(day), "{day}");
        }
    }
    assert_eq!(changed, 2 + 2 + 1 + 2, "2006, 2007, 2011 and 2018 ended otherwise, 2022 on a Saturday");
}

#[test]
fn the_end_of_a_year_stands_with_the_notice_that_named_it_and_goes_with_it() {
    let calendar = Calendar::state_council();
    let (eve, saturday) = (date(2026, 12, 31), date(2026, 12, 26));
    let line = "2027 rest 2026-12-31 01-01..01-02 05-01 10-01..10-03 work 2026-12-26";
    let after = calendar.with_years(line).unwrap();
    assert_eq!(after.day(eve), Day { working: false, known: true });
    assert_eq!(after.day(saturday), Day { working: true, known: true });
    assert_eq!(after.nth_working_day_after(date(2026, 12, 30), 1), (Some(date(2027, 1, 4)), true));
    assert_eq!(after.working_days_of(2026), calendar.working_days_of(2026));
    // A correction of the year that ends keeps it, a correction of the next one replaces it.
    let own = STATE_COUNCIL.lines().find(|line| line.starts_with("2026")).unwrap();
    assert!(!after.with_years(own).unwrap().day(eve).working);
    assert!(after.with_years(NEXT_YEAR).unwrap().day(eve).working);
    // Where the year that ends is not known, its last days are, as far as they are named.
    let alone = Calendar::default().with_years(line).unwrap();
    assert_eq!(alone.day(eve), Day { working: false, known: true });
    assert!(!alone.day(date(2026, 12, 30)).known);
    assert_eq!(alone.known_years().collect::<Vec<_>>(), [2027]);
    for word in ["2026-11-30", "2025-12-31", "2028-12-31", "2027-12-31", "2026-12-32", "26-12-31"] {
        let text = format!("2027 rest {word}");
        let refused = Calendar::default().with_years(&text);
        assert!(matches!(refused, Err(CalendarError::Word { line: 1, .. })), "{word}");
    }
    let thursday = Calendar::default().with_years("2027 rest 01-01 work 2026-12-31");
    assert!(matches!(thursday, Err(CalendarError::NoMakeUp { .. })));
}

#[test]
fn lists_are_no_notices_and_a_byte_order_mark_is_no_letter() {
    let list = ["2026-12-31", "2027-01-01", "2027/5/1", "2027-10-01", "2027-10-02", "2027-10-03"];
    let lines = list.map(|day| format!("{day},放假,节")).join("\r\n");
    let expected = "2027 rest 2026-12-31 01-01 05-01 10-01 10-02 10-03 work 2026-12-26 01-09";
    for begin in ["", "\u{feff}", "日期,安排\n", "\u{feff}日期，安排\n"] {
        let text = format!("{begin}{lines}\n2027-01-09，上班\n\"2026-12-26\";\"补班\"\n");
        assert_eq!(lines_of(&text).as_deref(), Ok(expected), "{begin}");
    }
    assert_eq!(
        lines_of("\u{feff}2027-01-01,放假").as_deref(),
        Ok("2027 rest 01-01"),
        "its first line is a day"
    );
    let short = lines_of(&format!("\u{feff}{NEXT_YEAR}")).unwrap();
    assert_eq!(lines_with_years(&short).map(|(year, _)| year).collect::<Vec<_>>(), [2027]);
    // A list of a whole year keeps its own December.
    let whole = lines_of("2026-12-31,休\n2026-01-01,休\n2027-01-01,休").unwrap();
    assert_eq!(whole, "2026 rest 01-01 12-31\n2027 rest 01-01");
    assert!(matches!(lines_of("2027-01-01,放假\n明天,放假"), Err(CalendarError::Word { line: 2, .. })));
    assert!(matches!(lines_of("2027-01-01,放假\n2027/1/1,上班"), Err(CalendarError::Repeated { .. })));
}
