//! A year of the office calendar and of duty.

use crate::view::office::{CalendarDay, CalendarMonth};
use guanjia_domain::calendar::{Calendar, Week};
use guanjia_domain::limit::Rules;
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
    let (duty, duty_before) = (after.duty_calendar(), before.duty_calendar());
    let day = |day: Date| CalendarDay {
        day: day.day(),
        kind: kind(&after.calendar, day),
        duty: has_duty(duty.as_deref(), day),
        changed: after.calendar.day(day).working != before.calendar.day(day).working
            || has_duty(duty.as_deref(), day) != has_duty(duty_before.as_deref(), day),
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

/// Whether somebody is on duty, by the days that have duty.
fn has_duty(duty: Option<&Calendar>, day: Date) -> bool {
    duty.is_none_or(|calendar| calendar.day(day).working)
}
