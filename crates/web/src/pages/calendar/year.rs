//! A year of the office calendar and of duty.

use crate::view::office::{CalendarDay, CalendarMonth};
use guanjia_domain::calendar::{Calendar, Week};
use guanjia_domain::limit::{DutyCalendar, Rules};
use jiff::civil::Date;

/// The months of a year under the rules that are looked at; what differs from those in force is marked. A December
/// before in which something changes stands in front: the notice of a year names its last days.
pub(super) fn months(year: i16, before: &Rules, after: &Rules) -> Vec<CalendarMonth> {
    let eve = month(year - 1, 12, before, after).filter(|it| it.days.iter().any(|day| day.changed));
    let eve = eve.map(|it| CalendarMonth { of_year: Some(year - 1), ..it });
    eve.into_iter().chain((1..=12_i8).filter_map(|number| month(year, number, before, after))).collect()
}

fn month(year: i16, number: i8, before: &Rules, after: &Rules) -> Option<CalendarMonth> {
    let first = Date::new(year, number, 1).ok()?;
    let days = first.series(jiff::Span::new().days(1)).take_while(|day| day.month() == number);
    let day = |day: Date| CalendarDay {
        day: day.day(),
        kind: kind(&after.calendar, day),
        duty: has_duty(after, day),
        changed: after.calendar.day(day).working != before.calendar.day(day).working
            || has_duty(after, day) != has_duty(before, day),
    };
    Some(CalendarMonth {
        of_year: None,
        number: u32::from(number.unsigned_abs()),
        before: usize::from(first.weekday().to_monday_zero_offset().unsigned_abs()),
        days: days.map(day).collect(),
    })
}

fn kind(calendar: &Calendar, day: Date) -> &'static str {
    match (calendar.day(day).working, Week::OFFICE.holds(day.weekday())) {
        (true, true) => "work",
        (true, false) => "makeup",
        (false, true) => "holiday",
        (false, false) => "rest",
    }
}

fn has_duty(rules: &Rules, day: Date) -> bool {
    match rules.duty {
        DutyCalendar::EveryDay => true,
        DutyCalendar::Office => rules.calendar.day(day).working,
        DutyCalendar::Week(week) => week.holds(day.weekday()),
    }
}
