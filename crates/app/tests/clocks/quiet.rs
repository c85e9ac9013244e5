//! Quiet hours: what is not urgent waits for the morning and comes as one; what is urgent rings at once.

use crate::filled::code;
use crate::house::*;
use guanjia_domain::duty::duty_day;
use guanjia_domain::limit::{LimitChange, Measure};
use guanjia_domain::request::Command;
use guanjia_domain::timetable::{Quiet, Timetable};

/// Friday, 6 March 2026, 23:00 in China.
const NIGHT: guanjia_domain::Moment = START.plus(13 * HOUR);
const MORNING: guanjia_domain::Moment = START.plus(21 * HOUR);

fn hush(house: &House) {
    let quiet = Quiet::new("22:00".parse().unwrap(), "07:00".parse().unwrap()).unwrap();
    let timetable = Timetable { quiet: Some(quiet), ..Timetable::default() };
    house.app.set_timetable(&house.who(SECRETARY), code(), timetable).wait().unwrap();
}

#[test]
fn a_night_becomes_one_message_in_the_morning() {
    on_both_engines(|house| {
        hush(house);
        house.clock.set(NIGHT);
        for n in 0..6 {
            house.file(n, None, false);
        }
        house.app.tick().unwrap();
        assert!(house.told_estate().is_empty());
        house.clock.set(MORNING.plus(-1));
        house.app.tick().unwrap();
        assert!(house.told_estate().is_empty(), "06:59:59.999 is still quiet");
        house.clock.set(MORNING);
        house.app.tick().unwrap();
        assert_eq!(house.kinds(), ["digest"]);
        let who = house.who(STEWARD);
        let shown = house.app.db.read(|tx| house.app.inbox(tx, &who)).unwrap();
        assert_eq!((shown[0].stands_for, shown[0].digest.len()), (6, 6));
        assert!(shown[0].digest.iter().all(|it| it.notice.kind == "reported" && it.about.is_some()));
        assert_eq!(house.app.db.read(|tx| house.app.unread(tx, &who)).unwrap(), 1);
    });
}

#[test]
fn a_few_come_one_by_one() {
    on_both_engines(|house| {
        hush(house);
        house.clock.set(NIGHT);
        house.file(1, None, false);
        house.file(2, None, false);
        house.clock.set(MORNING);
        house.app.tick().unwrap();
        assert_eq!(house.kinds(), ["reported", "reported"]);
    });
}

#[test]
fn what_is_urgent_breaks_through_and_rings_with_who_is_on_duty() {
    on_both_engines(|house| {
        hush(house);
        let (secretary, steward) = (house.who(SECRETARY), house.who(STEWARD));
        let called = steward.id.unwrap();
        let days = vec![(duty_day(NIGHT), vec![called.into()])];
        house.app.set_duty(&secretary, code(), days).wait().unwrap();
        house.clock.set(NIGHT);
        house.file(1, None, true);
        assert_eq!(house.kinds(), ["urgent"]);
        let phone = format!("person:{called}");
        assert_eq!(house.told(&phone).len(), 1);
        // Before the limit the duty is called again, after it the secretary too.
        house.clock.set(NIGHT.plus(2 * HOUR + 1));
        house.app.tick().unwrap();
        let kinds: Vec<_> = house.told(&phone).into_iter().map(|it| it.kind).collect();
        assert_eq!(kinds, ["urgent", "overdue"]);
        let late: Vec<_> = house.told("secretary").into_iter().map(|it| it.kind).collect();
        assert_eq!(late, ["urgent", "overdue"]);
    });
}

#[test]
fn a_limit_in_the_night_is_spoken_of_before_it_is_quiet_and_not_after_it_was_met() {
    on_both_engines(|house| {
        hush(house);
        let (secretary, steward) = (house.who(SECRETARY), house.who(STEWARD));
        // Filed at ten in the morning, due at midnight.
        let limit = "14h".parse().unwrap();
        let change = LimitChange::One("all".parse().unwrap(), Measure::Done, Some(limit));
        house.app.change_limits(&secretary, code(), (change, 0)).wait().unwrap();
        let id = house.file(1, None, false);
        house.clock.set(START.plus(12 * HOUR - 60_001));
        house.app.tick().unwrap();
        assert!(!house.kinds().contains(&"due_soon".to_owned()));
        house.clock.set(START.plus(12 * HOUR - 60_000));
        house.app.tick().unwrap();
        assert!(house.kinds().contains(&"due_soon".to_owned()), "21:59");
        house.clock.set(START.plus(14 * HOUR + 1));
        house.app.tick().unwrap();
        house.does(&steward, id, Command::Accept);
        house.does(&steward, id, Command::Dispose { reply: text("已换灯"), note: None, photos: 0 });
        house.clock.set(MORNING);
        house.app.tick().unwrap();
        assert!(!house.kinds().contains(&"overdue".to_owned()), "it was done in the night");
    });
}
