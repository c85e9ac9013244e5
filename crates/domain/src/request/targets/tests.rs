//! The rule table of the clock, and counting again.

use super::*;
use crate::ids::{EstateId, RequestId};
use crate::limit::Limit;
use crate::request::{Awaited, Channel, Command, Context, File, Place, decide, file};
use crate::text::Text;
use uuid::Uuid;

const HOUR: i64 = 3_600_000;
/// Friday, 6 March 2026, 09:00 in China.
const START: Moment = Moment(1_772_758_800_000);
const STAFF: Actor = Actor { role: Role::Officer, id: Some(Uuid::from_u128(9)) };

fn limit(text: &str) -> Limit {
    text.parse().unwrap()
}

fn filed(limits: &[(Measure, &str)]) -> Request {
    let new = File {
        id: RequestId(Uuid::from_u128(1)),
        number: 1,
        place: Place { estate: EstateId(Uuid::from_u128(2)), building: None, unit: None, room: None },
        matter: None,
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        text: Text::new("text", "楼上违建").unwrap(),
        photos: 0,
        limits: limits.iter().map(|(measure, text)| (*measure, limit(text))).collect(),
    };
    let rules = Rules::default();
    let resident = Actor { role: Role::Resident, id: None };
    let context = Context { now: START, actor: resident, rules: &rules };
    match file(&new, &context).unwrap() {
        RequestEvent::Reported(it) => Request::reported(new.id, resident, START, &it),
        other => panic!("{other:?}"),
    }
}

fn does(request: &mut Request, hours: i64, command: &Command) {
    let rules = Rules::default();
    let context = Context { now: START.plus(hours * HOUR), actor: STAFF, rules: &rules };
    for event in decide(request, command, &context).unwrap() {
        request.apply(STAFF, context.now, &event);
    }
}

fn words() -> Text {
    Text::new("reason", "等居民开门").unwrap()
}

#[test]
fn the_rule_table_says_of_each_state_what_the_clock_does() {
    use ClockMotion::{Ended, Runs, Stands};
    let table = State::ALL.map(|state| (state.name(), state.clock()));
    let expected = [
        ("reported", Runs),
        ("accepted", Runs),
        ("refused", Ended),
        ("dispatched", Runs),
        ("in_progress", Runs),
        ("extended", Runs),
        ("suspended", Stands),
        ("waiting", Stands),
        ("returned", Runs),
        ("escalated", Runs),
        ("disposed", Stands),
        ("checked", Stands),
        ("closed", Ended),
        ("merged", Ended),
        ("voided", Ended),
    ];
    assert_eq!(table, expected);
}

#[test]
fn the_first_act_is_the_first_contact_and_being_there_is_contact_too() {
    let limits = [(Measure::FirstContact, "2h"), (Measure::OnSite, "4h"), (Measure::Done, "5wd")];
    let mut request = filed(&limits);
    assert_eq!(request.unmet().count(), 2);
    does(&mut request, 1, &Command::Accept);
    assert_eq!(request.targets[&Measure::FirstContact].met, Some(START.plus(HOUR)));
    does(&mut request, 5, &Command::Meet { measure: Measure::OnSite });
    assert!(request.targets[&Measure::OnSite].is_late(START.plus(5 * HOUR)));
    assert!(!request.targets[&Measure::FirstContact].is_late(START.plus(5 * HOUR)));
    let mut other = filed(&limits);
    does(&mut other, 1, &Command::Meet { measure: Measure::OnSite });
    assert_eq!(other.unmet().count(), 0);
}

#[test]
fn a_contact_that_is_due_after_the_end_has_no_clock() {
    let request = filed(&[(Measure::FirstContact, "1wd"), (Measure::Stop, "7wd"), (Measure::Done, "2h")]);
    assert_eq!(request.targets.keys().collect::<Vec<_>>(), [&Measure::Stop]);
}

#[test]
fn every_clock_stands_while_somebody_is_waited_for() {
    let mut request = filed(&[(Measure::Stop, "4h"), (Measure::Done, "24h")]);
    does(&mut request, 1, &Command::Accept);
    let until = START.plus(48 * HOUR);
    does(&mut request, 2, &Command::Wait { whom: Awaited::Resident, reason: words(), until });
    assert_eq!((request.state, request.awaits), (State::Waiting, Some(Awaited::Resident)));
    assert!(!request.targets[&Measure::Stop].is_late(START.plus(20 * HOUR)));
    does(&mut request, 12, &Command::Resume);
    assert_eq!(request.due_at(), START.plus(34 * HOUR), "ten hours of waiting are not the steward's");
    assert_eq!(request.targets[&Measure::Stop].due_at(), START.plus(14 * HOUR));
    assert_eq!((request.awaits, request.suspended_until), (None, None));
}

#[test]
fn other_limits_move_the_due_time_and_never_the_start() {
    let mut request = filed(&[(Measure::Stop, "4h"), (Measure::Done, "24h")]);
    let rules = Rules::default();
    let limits = Limits::from([(Measure::Stop, limit("8h")), (Measure::Done, limit("48h"))]);
    does(&mut request, 1, &Command::Accept);
    let until = START.plus(48 * HOUR);
    does(&mut request, 2, &Command::Suspend { reason: words(), until });
    does(&mut request, 12, &Command::Resume);
    let event = request.recounted(&limits, &rules, Because::Limits).unwrap();
    let before = request.clone();
    request.apply(STAFF, START.plus(13 * HOUR), &event);
    assert_eq!(request.due_at(), START.plus(58 * HOUR), "48 hours and ten of pause");
    assert_eq!(request.targets[&Measure::Stop].due_at(), START.plus(18 * HOUR));
    assert_eq!(request.clock.started(), before.clock.started());
    assert_eq!(request.clock.stops(), before.clock.stops());
    assert_eq!(request.recounted(&limits, &rules, Because::Limits), None, "nothing moves twice");
}

#[test]
fn more_time_and_what_is_reported_done_keep_what_was_promised() {
    let rules = Rules::default();
    let limits = Limits::from([(Measure::Done, limit("1h"))]);
    let mut request = filed(&[(Measure::Done, "24h")]);
    does(&mut request, 1, &Command::Accept);
    does(&mut request, 2, &Command::Extend { reason: words(), more: limit("3wd") });
    assert_eq!(request.recounted(&limits, &rules, Because::Limits), None);
    let mut done = filed(&[(Measure::Done, "24h")]);
    does(&mut done, 1, &Command::Accept);
    does(&mut done, 2, &Command::Dispose { reply: words(), note: None, photos: 0 });
    assert_eq!(done.recounted(&limits, &rules, Because::Limits), None);
}
