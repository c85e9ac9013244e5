//! Days of duty by date: over the days of every week and over holidays, in limits and in pauses.

use super::*;
use jiff::civil::date;

fn days(text: &str) -> DutyDays {
    DutyDays::read(text).unwrap()
}

#[test]
fn they_are_read_as_people_write_them_and_written_back() {
    let read = days(
        "\u{feff}2027-02-10..2027-02-12 closed\n\n2027年2月13日至2027年2月16日 无人\r\n2027/2/17：有人值班",
    );
    let spans = read.spans();
    let span = |from, to, duty| DutySpan { from: date(2027, 2, from), to: date(2027, 2, to), duty };
    assert_eq!(spans, [span(10, 16, false), span(17, 17, true)]);
    let written =
        spans.iter().map(|it| format!("{}..{} {}", it.from, it.to, if it.duty { "on" } else { "off" }));
    assert_eq!(days(&written.collect::<Vec<_>>().join("\n")), read);
    let text = serde_json::to_string(&read).unwrap();
    assert_eq!(serde_json::from_str::<DutyDays>(&text).unwrap(), read);
    for wrong in [
        "明天 有人",
        "2027-02-10",
        "2027-02-30 on",
        "2027-02-10..2027-02-09 on",
        "27-02-10 on",
        "2027-02-10 也许",
    ] {
        let refused = DutyDays::read(&format!("2027-01-01 on\n{wrong}"));
        assert!(matches!(refused, Err(DutyDaysError::Line { line: 2, .. })), "{wrong}");
    }
    let twice = DutyDays::read("2027-02-10..2027-02-12 on\n2027-02-11 off").unwrap_err();
    assert_eq!(twice, DutyDaysError::Twice { line: 2, date: date(2027, 2, 11) });
    assert!(twice.chinese().contains("2027-02-11"));
    assert!(matches!(DutyDays::read("2027-01-01..2037-01-01 off"), Err(DutyDaysError::TooMany { line: 1 })));
}

#[test]
fn a_closed_range_moves_the_end_of_the_day_and_one_evening_of_a_holiday_does_not() {
    // The National Day of 2026 is a Thursday; the offices rest until the 7th, the 8th is a Thursday.
    let due = |rules: &Rules, start: &str| Limit::SameDay.due(at(start), rules).at;
    for (duty, days_of_duty, start, end) in [
        (DutyCalendar::EveryDay, "", "2026-10-02T10:00:00", "2026-10-03T00:00:00"),
        (
            DutyCalendar::EveryDay,
            "2026-10-01..2026-10-03 closed",
            "2026-10-02T10:00:00",
            "2026-10-05T00:00:00",
        ),
        (DutyCalendar::EveryDay, "2026-10-03 closed", "2026-10-02T19:00:00", "2026-10-05T00:00:00"),
        (DutyCalendar::Office, "", "2026-10-02T10:00:00", "2026-10-09T00:00:00"),
        (DutyCalendar::Office, "2026-10-04 on duty", "2026-10-02T10:00:00", "2026-10-05T00:00:00"),
        (DutyCalendar::Office, "2026-10-02 有人", "2026-10-02T10:00:00", "2026-10-03T00:00:00"),
        (
            DutyCalendar::Week(Week::OFFICE),
            "2026-10-02 无人\n2026-10-03 有人",
            "2026-10-02T10:00:00",
            "2026-10-04T00:00:00",
        ),
    ] {
        let rules = Rules { duty, duty_days: days(days_of_duty), ..Rules::default() };
        assert_eq!(due(&rules, start), at(end), "{duty:?} {days_of_duty} {start}");
    }
    // Where the year is not known, a day that is named is.
    let rules = Rules { duty: DutyCalendar::Office, duty_days: days("2027-01-02 on"), ..Rules::default() };
    let due = Limit::SameDay.due(at("2027-01-02T10:00:00"), &rules);
    assert!(due.calendar_known);
    assert_eq!(due.at, at("2027-01-03T00:00:00"));
}

#[test]
fn a_pause_over_closed_days_takes_nothing_from_what_remains() {
    let rules = Rules { duty_days: days("2026-03-07..2026-03-09 closed"), ..Rules::default() };
    let now = moment("2026-03-06T10:00:00");
    let mut clock = Clock::start(Limit::SameDay, now, &rules);
    let before = clock.remaining(now, &rules);
    clock.pause(now).unwrap();
    // Resumed on a closed day: what remains of a day runs on the next day with duty.
    clock.resume(moment("2026-03-08T15:00:00"), &rules).unwrap();
    assert_eq!(clock.remaining(moment("2026-03-08T15:00:00"), &rules), before);
    assert_eq!(clock.due().at, at("2026-03-10T14:00:00"));
}
