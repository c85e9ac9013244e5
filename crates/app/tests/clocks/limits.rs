//! The book of limits is data: a change shows what moves, moves it, and resets nothing.

use crate::filled::code;
use crate::house::*;
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::limit::{LimitChange, LimitSet, Measure, Scope};
use guanjia_domain::request::{Because, Command, RequestEvent};

fn one(scope: &str, measure: Measure, limit: &str) -> LimitChange {
    LimitChange::One(scope.parse().unwrap(), measure, Some(limit.parse().unwrap()))
}

#[test]
fn a_change_is_foreseen_then_moves_open_requests_without_a_reset() {
    on_both_engines(|house| {
        let (open, urgent, done) =
            (house.file(1, None, false), house.file(2, None, true), house.file(3, None, false));
        let steward = house.who(STEWARD);
        house.does(&steward, done, Command::Accept);
        house.does(&steward, done, Command::Dispose { reply: text("已换灯"), note: None, photos: 0 });
        house.clock.pass(3 * HOUR);
        let change = one("all", Measure::Done, "48h");
        let secretary = house.who(SECRETARY);
        let app = &house.app;
        let moves = app.db.read(|tx| app.foresee_limits(tx, &secretary, code(), (&change, 0))).unwrap();
        assert_eq!(moves.all.len(), 1);
        assert_eq!(moves.all[0].request.id, open);
        let clock = moves.all[0].clocks()[0];
        assert_eq!((clock.measure, clock.to), (Measure::Done, START.plus(48 * HOUR)));
        assert_eq!(house.events(open).len(), 1, "looking changes nothing");
        let before = house.request(open);
        assert_eq!(app.change_limits(&secretary, code(), (change.clone(), 0)).wait().unwrap(), 1);
        let after = house.request(open);
        assert_eq!(after.due_at(), START.plus(48 * HOUR));
        assert_eq!(after.clock.started(), before.clock.started());
        assert!(matches!(
            house.events(open).last(),
            Some(RequestEvent::Recounted { because: Because::Limits, .. })
        ));
        assert_eq!((house.events(urgent).len(), house.events(done).len()), (1, 3));
        // A page that was read before is stale, and a steward may not.
        let stale = app.change_limits(&secretary, code(), (change.clone(), 0)).wait();
        assert!(matches!(stale, Err(AppError::Refused(Refusal::RulesChanged))));
        let steward = app.change_limits(&steward, code(), (change, 1)).wait();
        assert!(matches!(steward, Err(AppError::Refused(Refusal::Forbidden))));
        // The old timers find nothing, the new ones ring.
        house.clock.set(START.plus(48 * HOUR + 1));
        app.tick().unwrap();
        assert!(house.kinds().contains(&"overdue".to_owned()));
    });
}

#[test]
fn ready_made_sets_and_measures_run_on_requests() {
    on_both_engines(|house| {
        let (app, secretary, steward) = (&house.app, house.who(SECRETARY), house.who(STEWARD));
        app.change_limits(&secretary, code(), (LimitChange::Set(LimitSet::SignFirst), 0)).wait().unwrap();
        app.change_limits(&secretary, code(), (one("0302", Measure::Stop, "240wm"), 1)).wait().unwrap();
        let id = house.file(1, Some("0302"), false);
        let measures: Vec<_> = house.request(id).unmet().map(|(it, _)| it).collect();
        assert_eq!(measures, [Measure::FirstContact, Measure::Stop]);
        house.does(&steward, id, Command::Accept);
        let request = house.does(&steward, id, Command::Meet { measure: Measure::Stop });
        assert_eq!(request.unmet().count(), 0);
        let refused = Command::Meet { measure: Measure::Stop };
        let deed = guanjia_app::request::Deed { request: id, seen: None, command: refused, photos: vec![] };
        let refused = app.act(&steward, code(), deed).wait();
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NotMeasured { .. }))));
        // Nobody has spoken with this one: steward and secretary hear of it, before and after.
        house.file(2, None, false);
        let due = house.request(house.file(3, None, false)).targets[&Measure::FirstContact].due_at();
        house.clock.set(due.plus(-1));
        app.tick().unwrap();
        assert!(house.kinds().contains(&"first_contact_soon".to_owned()));
        assert!(house.told("secretary").is_empty(), "the secretary hears of what is late only");
        house.clock.set(due.plus(1));
        app.tick().unwrap();
        assert!(house.told("secretary").iter().all(|it| it.kind == "first_contact_late"));
        assert_eq!(house.told("secretary").len(), 2);
    });
}

#[test]
fn another_matter_counts_from_when_it_was_reported() {
    on_both_engines(|house| {
        let (app, secretary, steward) = (&house.app, house.who(SECRETARY), house.who(STEWARD));
        app.change_limits(&secretary, code(), (one("0302", Measure::Done, "48h"), 0)).wait().unwrap();
        let id = house.file(1, None, false);
        house.clock.pass(5 * HOUR);
        let request = house.does(&steward, id, Command::Classify { matter: "0302".into() });
        assert_eq!(request.due_at(), START.plus(48 * HOUR));
        let unknown = LimitChange::One(Scope::Matter("0199".into()), Measure::Done, None);
        let refused = app.change_limits(&secretary, code(), (unknown, 1)).wait();
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NotAChoice { field: "scope", .. }))));
    });
}

#[test]
fn a_matter_that_is_named_later_brings_its_measures_and_takes_those_of_another() {
    on_both_engines(|house| {
        let (app, secretary, steward) = (&house.app, house.who(SECRETARY), house.who(STEWARD));
        app.change_limits(&secretary, code(), (one("0302", Measure::Stop, "4h"), 0)).wait().unwrap();
        let id = house.file(1, None, false);
        house.clock.pass(HOUR);
        assert_eq!(house.request(id).unmet().count(), 0);
        let request = house.does(&steward, id, Command::Classify { matter: "0302".into() });
        assert_eq!(request.targets[&Measure::Stop].due_at(), START.plus(4 * HOUR), "from the report on");
        house.clock.set(START.plus(4 * HOUR + 1));
        app.tick().unwrap();
        assert!(house.kinds().contains(&"stop_late".to_owned()));
        let request = house.does(&steward, id, Command::Classify { matter: "0301".into() });
        assert_eq!(request.unmet().count(), 0, "it never was that matter");
    });
}
