//! A community's calendar: the notice of a year, days of duty, and what moves by them.

use crate::filled::code;
use crate::house::*;
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::calendar::{Week, china_time, lines_of};
use guanjia_domain::limit::{DutyCalendar, DutyDays};
use guanjia_domain::timetable::Timetable;
use jiff::civil::{DateTime, date};

fn at(text: &str) -> guanjia_domain::Moment {
    china_time::OFFSET.to_timestamp(text.parse::<DateTime>().unwrap()).unwrap().into()
}

const NOTICE: &str = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，\
                      共3天。1月9日（周六）上班。\n二、劳动节：5月1日（周六）放假。\n三、国庆节：10月1日至3日放假。";

#[test]
fn the_notice_of_a_new_year_moves_what_was_counted_provisionally() {
    on_both_engines(|house| {
        let (app, secretary) = (&house.app, house.who(SECRETARY));
        house.clock.set(at("2026-12-30T10:00:00"));
        assert_eq!(app.db.read(|tx| app.missing_calendars(tx, code())).unwrap(), [2027]);
        let id = house.file(1, None, false);
        assert!(!house.request(id).clock.due().calendar_known);
        assert_eq!(house.request(id).due_at(), at("2027-01-06T10:00:00"));
        let set = app.db.read(|tx| app.timetable(tx, &secretary, code())).unwrap();
        let new = set.with_notice(&lines_of(NOTICE).unwrap()).unwrap();
        let moves = app.db.read(|tx| app.foresee_timetable(tx, &secretary, code(), &new)).unwrap();
        assert_eq!(moves.all[0].clocks()[0].to, at("2027-01-07T10:00:00"));
        assert_eq!(app.set_timetable(&secretary, code(), new.clone()).wait().unwrap(), 1);
        assert_eq!(house.request(id).due_at(), at("2027-01-07T10:00:00"));
        assert!(house.request(id).clock.due().calendar_known);
        assert!(app.db.read(|tx| app.missing_calendars(tx, code())).unwrap().is_empty());
        assert!(app.db.read(|tx| app.is_rest_day(tx, code(), date(2027, 1, 1))).unwrap());
        let stale = app.set_timetable(&secretary, code(), new).wait();
        assert!(matches!(stale, Err(AppError::Refused(Refusal::RulesChanged))));
    });
}

#[test]
fn days_of_duty_rule_the_same_day_and_none_at_all_is_refused() {
    on_both_engines(|house| {
        let (app, secretary) = (&house.app, house.who(SECRETARY));
        let weekdays = Timetable { duty: Some(DutyCalendar::Week(Week::OFFICE)), ..Timetable::default() };
        app.set_timetable(&secretary, code(), weekdays).wait().unwrap();
        house.clock.set(at("2026-03-07T10:00:00"));
        let id = house.file(1, Some("0101"), false);
        assert_eq!(house.request(id).due_at(), at("2026-03-10T00:00:00"), "said on Saturday, due on Monday");
        let never =
            Timetable { revision: 1, duty: Some(DutyCalendar::Week(Week(0))), ..Timetable::default() };
        let refused = app.set_timetable(&secretary, code(), never).wait();
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NoWorkingTime { .. }))));
        let idle = Timetable { revision: 1, ..Timetable::default() }.with_notice("2027 rest 01-01..12-31");
        let refused = app.set_timetable(&secretary, code(), idle.unwrap()).wait();
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NoWorkingTime { .. }))));
        let steward = app.set_timetable(&house.who(STEWARD), code(), Timetable::default()).wait();
        assert!(matches!(steward, Err(AppError::Refused(Refusal::Forbidden))));
    });
}

#[test]
fn the_end_of_a_year_comes_with_the_next_notice_and_nothing_told_before_is_lost() {
    on_both_engines(|house| {
        let (app, secretary) = (&house.app, house.who(SECRETARY));
        house.clock.set(at("2026-12-28T10:00:00"));
        let id = house.file(1, None, false);
        let set = || app.db.read(|tx| app.timetable(tx, &secretary, code())).unwrap();
        // The community corrected the present year before.
        let own = "2026 rest 01-01 05-01 10-01..10-03 12-29";
        app.set_timetable(&secretary, code(), set().with_notice(own).unwrap()).wait().unwrap();
        assert_eq!(house.request(id).due_at(), at("2027-01-05T10:00:00"), "the 29th is a holiday here");
        let over = NOTICE.replace("1月1日（周五）至3日", "2026年12月31日（周四）至2027年1月3日");
        let new = set().with_notice(&lines_of(&over).unwrap()).unwrap();
        assert_eq!(new.notices[&2026], own, "what was told of this year stays");
        app.set_timetable(&secretary, code(), new).wait().unwrap();
        assert_eq!(house.request(id).due_at(), at("2027-01-07T10:00:00"), "so are the 31st and the first");
        for (day, rests) in [((2026, 12, 29), true), ((2026, 12, 30), false), ((2026, 12, 31), true)] {
            let day = date(day.0, day.1, day.2);
            assert_eq!(app.db.read(|tx| app.is_rest_day(tx, code(), day)).unwrap(), rests, "{day}");
        }
    });
}

#[test]
fn duty_by_date_moves_what_ends_with_the_day_and_begins_no_clock_anew() {
    on_both_engines(|house| {
        let (app, secretary) = (&house.app, house.who(SECRETARY));
        let id = house.file(1, Some("0101"), false);
        let before = house.request(id);
        assert_eq!(before.due_at(), at("2026-03-07T00:00:00"));
        let days = |text: &str| DutyDays::read(text).unwrap();
        let closed = Timetable { duty_days: days("2026-03-06..2026-03-08 无人"), ..Timetable::default() };
        let moves = app.db.read(|tx| app.foresee_timetable(tx, &secretary, code(), &closed)).unwrap();
        assert_eq!(moves.all[0].clocks()[0].to, at("2026-03-10T00:00:00"));
        assert_eq!(app.set_timetable(&secretary, code(), closed).wait().unwrap(), 1);
        let after = house.request(id);
        assert_eq!(
            (after.due_at(), after.clock.started()),
            (at("2026-03-10T00:00:00"), before.clock.started())
        );
        // One evening of them is staffed after all.
        let set = app.db.read(|tx| app.timetable(tx, &secretary, code())).unwrap();
        let one = days("2026-03-06 无人\n2026-03-07 有人\n2026-03-08 无人");
        app.set_timetable(&secretary, code(), Timetable { duty_days: one, ..set }).wait().unwrap();
        assert_eq!(house.request(id).due_at(), at("2026-03-08T00:00:00"));
    });
}
