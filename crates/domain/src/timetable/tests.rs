//! Timetables and quiet hours.

use super::*;
use crate::calendar::{Week, china_time, lines_of};
use crate::moment::Moment;
use jiff::civil::{DateTime, date};

fn at(text: &str) -> Moment {
    china_time::OFFSET.to_timestamp(text.parse::<DateTime>().unwrap()).unwrap().into()
}

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

#[test]
fn quiet_hours_end_in_the_morning_of_the_right_day() {
    let night = Quiet::new(time("22:00"), time("07:00")).unwrap();
    for (now, end) in [
        ("2026-12-31T21:59:59", None),
        ("2026-12-31T22:00:00", Some("2027-01-01T07:00:00")),
        ("2027-01-01T00:00:00", Some("2027-01-01T07:00:00")),
        ("2027-01-01T06:59:59", Some("2027-01-01T07:00:00")),
        ("2027-01-01T07:00:00", None),
    ] {
        assert_eq!(night.ends(at(now)), end.map(at), "{now}");
    }
    for (at, last) in [
        ("2026-12-31T21:00:00", "2026-12-31T21:00:00"),
        ("2026-12-31T22:00:00", "2026-12-31T21:59:00"),
        ("2027-01-01T06:59:59", "2026-12-31T21:59:00"),
    ] {
        assert_eq!(night.last_minute(self::at(at)), self::at(last), "{at}");
    }
    let noon = Quiet::new(time("12:00"), time("14:00")).unwrap();
    assert_eq!(noon.ends(at("2026-03-06T13:00:00")), Some(at("2026-03-06T14:00:00")));
    assert_eq!(noon.ends(at("2026-03-06T14:00:00")), None);
    assert_eq!(noon.ends(at("2026-03-06T11:00:00")), None);
    assert!(Quiet::new(time("07:00"), time("07:00")).is_err());
}

/// As the notice for 2026 was written.
const NOTICE: &str = "国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。";

#[test]
fn the_notice_as_it_was_published_gives_the_embedded_year() {
    let read = Calendar::default().with_years(&lines_of(NOTICE).unwrap()).unwrap();
    let (known, mut day) = (Calendar::state_council(), date(2026, 1, 1));
    while day.year() == 2026 {
        assert_eq!(read.day(day), known.day(day), "{day}");
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn a_list_of_days_is_read_too_and_the_end_of_the_year_before_stays_with_its_notice() {
    let rest = ["01-01", "05-01", "10-01", "10-02", "10-03"].map(|day| format!("2027-{day},休")).join("\n");
    let lines = lines_of(&format!("日期,安排\n{rest}\n2027-01-09,班,补班")).unwrap();
    assert_eq!(lines, "2027 rest 01-01 05-01 10-01 10-02 10-03 work 01-09");
    let over = "2027年部分节假日安排：元旦，2026年12月31日至2027年1月2日放假。";
    assert_eq!(lines_of(over).unwrap(), "2027 rest 2026-12-31 01-01 01-02");
    let set = Timetable::default().with_notice("2026 rest 01-01 05-01 10-01..10-03").unwrap();
    let set = set.with_notice("\u{feff}2027 rest 2026-12-31 01-01 05-01 10-01..10-03").unwrap();
    assert_eq!(set.notices[&2026], "2026 rest 01-01 05-01 10-01..10-03", "stays as it was told");
    assert!(!set.rules(&Rules::default()).calendar.day(date(2026, 12, 31)).working);
    assert!(lines_of("2027-01-01,休\n2027-01-01,班").is_err());
    assert!(lines_of("放假").is_err());
}

#[test]
fn what_leaves_no_working_minute_is_refused() {
    let base = Rules::default();
    let never = Timetable::default().with_notice("2027 rest 01-01..12-31").unwrap();
    assert_eq!(never.decide(&base), Err(Refusal::NoWorkingTime { field: "notice", what: "2027".to_owned() }));
    let nobody = Timetable { duty: Some(DutyCalendar::Week(Week(0))), ..Timetable::default() };
    assert!(nobody.decide(&base).is_err());
    assert!("09:00-09:00".parse::<WorkingHours>().is_err());
    assert!(Timetable::default().with_notice("2027 rest 01-02").is_err(), "1 January is missing");
}

#[test]
fn what_is_set_stands_over_the_installation() {
    let base = Rules::default();
    assert_eq!(Timetable::default().rules(&base), base);
    let saturday = Week(0b010_0000);
    let own = Timetable { duty: Some(DutyCalendar::Week(saturday)), ..Timetable::default() };
    let own = own.with_notice("2027 rest 01-01..01-03 05-01 10-01..10-03 work 01-09").unwrap();
    let rules = own.rules(&base);
    assert!(rules.calendar.day(date(2027, 1, 9)).known && rules.calendar.day(date(2027, 1, 9)).working);
    // Said on a Monday, with duty on Saturdays only: the end of Saturday.
    let due = crate::limit::Limit::SameDay.due(at("2026-03-02T10:00:00").into(), &rules);
    assert_eq!(Moment::from(due.at), at("2026-03-08T00:00:00"));
    let text = serde_json::to_string(&own).unwrap();
    assert_eq!(serde_json::from_str::<Timetable>(&text).unwrap(), own);
}
