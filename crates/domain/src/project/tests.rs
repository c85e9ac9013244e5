//! The rules of projects, and the reference story's account: 28 dark doors, 10 lamps.

use super::*;
use crate::ids::{BuildingId, EstateId, IssueId, ProjectId, RoomId, UnitId};
use crate::request::{State, Verb};
use crate::text::Text;
use crate::{Actor, Entity, Event, Moment, Party, Refusal, Subject};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);

fn unit(n: u128) -> Door {
    Door { building: BuildingId(Uuid::from_u128(n / 4)), unit: UnitId(Uuid::from_u128(n)), room: None }
}

fn window(n: u128) -> Door {
    Door { room: Some(RoomId(Uuid::from_u128(n))), ..unit(n) }
}

fn dark(n: u128) -> Demand {
    Demand { door: unit(n), need: Need::DarkDoor }
}

fn text(words: &str) -> Text {
    Text::new("words", words).unwrap()
}

fn event(body: ProjectEvent) -> Event {
    let subject = Subject::Project(ProjectId(Uuid::nil()));
    Event { at: Moment(1), actor: Actor::SYSTEM, subject, body: body.into() }
}

fn begun(scope: Vec<Demand>) -> Project {
    let begun = Begun {
        estate: EstateId(Uuid::nil()),
        issue: Some(IssueId(Uuid::nil())),
        surveys: Vec::new(),
        requests: Vec::new(),
        scope,
    };
    match Entity::after(None, &event(ProjectEvent::Begun(begun))).unwrap() {
        Entity::Project(it) => *it,
        other => panic!("{other:?}"),
    }
}

fn tried(it: &Project, command: &Command) -> Result<ProjectEvent, Refusal> {
    decide(it, command, &Context { today: TODAY, name: &|door| door.unit.0.as_u128().to_string() })
}

fn does(it: &mut Project, command: &Command) {
    let happened = tried(it, command).unwrap();
    it.apply(&happened, &event(happened.clone()));
}

fn lamps(quantity: u32) -> Bill {
    let line = BillLine { need: Need::DarkDoor, quantity, unit_price: 48_000 };
    Bill { lines: vec![line], fund: Fund::PublicRevenue }
}

/// Up to the design: the owners' lamps, nobody objects, the council agrees.
fn designed(doors: u128, quantity: u32) -> Project {
    let mut it = begun((0..doors).map(dark).collect());
    does(&mut it, &Command::NameOwner { owner: Owner::Owners, words: None });
    does(&mut it, &Command::Consult { until: TODAY, words: None });
    does(&mut it, &Command::Council { agreed: true, yes: 9, no: 1, day: TODAY, words: None });
    does(&mut it, &Command::Design { bill: lamps(quantity), words: text("每盏 18 瓦。") });
    it
}

fn serve(n: u128, partly: Option<Why>) -> Serve {
    Serve { door: unit(n), partly }
}

#[test]
fn twenty_eight_doors_and_ten_lamps() {
    let mut it = designed(28, 10);
    assert_eq!(it.items.len(), 10);
    // Each lamp lights its own two doors; the first five reach a third one in part, and the tenth is given up.
    for n in 0..10u128 {
        let mut serves = vec![serve(2 * n, None), serve(2 * n + 1, None)];
        if n < 5 {
            serves.push(serve(20 + n, Some(Why::Neighbour)));
        }
        does(&mut it, &Command::Assign { item: u32::try_from(n).unwrap() + 1, serves });
    }
    let waiting = vec![dark(26), dark(27)];
    does(&mut it, &Command::Postpone { demands: waiting, why: Why::Power });
    let planned = tally(&it.outcomes(), Need::DarkDoor);
    assert_eq!(planned, Tally { served: 0, partly: 0, not_yet: 28 });
    assert_eq!(it.outcomes()[0].got, Got::NotYet(Why::Works));
    does(&mut it, &Command::Submit { to: Party::StreetOffice });
    does(&mut it, &Command::Approve { words: None });
    does(&mut it, &Command::BeginWorks { by: None });
    does(&mut it, &Command::Deliver { items: (1..=9).collect() });
    assert_eq!(tried(&it, &Command::Finish), Err(Refusal::PiecesOpen { n: 1 }));
    does(&mut it, &Command::GiveUp { item: 10, why: Why::Objection });
    does(&mut it, &Command::Finish);
    let outcomes = it.outcomes();
    assert_eq!(tally(&outcomes, Need::DarkDoor), Tally { served: 18, partly: 5, not_yet: 5 });
    assert_eq!(tally(&outcomes, Need::Shade), Tally::default());
    let of = |n: usize| (outcomes[n].got, outcomes[n].by.clone());
    assert_eq!(of(0), (Got::Served, vec![1]));
    assert_eq!(of(18), (Got::NotYet(Why::Objection), vec![10]), "its lamp was given up");
    assert_eq!(of(20), (Got::Partly(Why::Neighbour), vec![1]));
    assert_eq!(of(25), (Got::NotYet(Why::NotPlanned), vec![]));
    assert_eq!(of(27), (Got::NotYet(Why::Power), vec![]));
}

#[test]
fn two_halves_are_no_whole_and_the_need_must_fit() {
    let half = |why| Item {
        delivered_at: Some(Moment(1)),
        serves: vec![serve(0, Some(why))],
        ..Item::designed(Need::DarkDoor)
    };
    let items = [half(Why::Reach), half(Why::Neighbour)];
    let found = outcomes(&[dark(0)], &items, &[]);
    assert_eq!((found[0].got, found[0].by.clone()), (Got::Partly(Why::Reach), vec![1, 2]));
    let shaded = Demand { door: unit(0), need: Need::Shade };
    assert_eq!(outcomes(&[shaded], &items, &[])[0].got, Got::NotYet(Why::NotPlanned));
}

#[test]
fn bad_input_is_refused_by_name() {
    let it = designed(4, 2);
    let outside = Command::Assign { item: 1, serves: vec![serve(0, None), serve(77, None)] };
    assert_eq!(tried(&it, &outside), Err(Refusal::OutsideScope { door: "77".into() }));
    let window =
        Command::Postpone { demands: vec![Demand { door: window(1), need: Need::Shade }], why: Why::Tree };
    assert_eq!(tried(&it, &window), Err(Refusal::OutsideScope { door: "1".into() }));
    for nothing in [lamps(0), Bill { lines: vec![], fund: Fund::Street }] {
        let design = Command::Design { bill: nothing, words: text("设计") };
        assert_eq!(tried(&it, &design), Err(Refusal::QuantityZero));
    }
    assert!(matches!(tried(&it, &Command::SetScope { scope: vec![] }), Err(Refusal::NotAtThisStage { .. })));
    assert_eq!(tried(&begun(vec![dark(1)]), &Command::SetScope { scope: vec![] }), Err(Refusal::NoDoors));
    let close = Command::Close { reply: text("已办。"), to: vec![] };
    assert_eq!(tried(&it, &close), Err(Refusal::NotAccepted));
    let object = Command::Object { voice: Voice::HighFloor, words: text("要留树荫。"), contact: false };
    assert_eq!(tried(&it, &object), Err(Refusal::ConsultationOver { until: TODAY }));
    assert!(tried(&it, &Command::Assign { item: 3, serves: vec![] }).is_err(), "there are two lamps");
}

#[test]
fn objections_and_the_council_come_before_the_design() {
    let mut it = begun(vec![dark(1)]);
    assert_eq!(tried(&it, &Command::Consult { until: TODAY, words: None }), Err(Refusal::OwnerMissing));
    does(&mut it, &Command::NameOwner { owner: Owner::Owners, words: None });
    does(&mut it, &Command::Consult { until: TODAY, words: None });
    does(&mut it, &Command::Object { voice: Voice::HighFloor, words: text("晃眼。"), contact: true });
    let design = Command::Design { bill: lamps(1), words: text("设计") };
    assert_eq!(tried(&it, &design), Err(Refusal::ObjectionsOpen { n: 1 }));
    assert_eq!(it.next(&[]), Next::Answer(1));
    does(&mut it, &Command::Answer { n: 0, heeded: true, words: text("加灯罩。") });
    assert_eq!(tried(&it, &design), Err(Refusal::CouncilMissing));
    does(&mut it, &Command::Council { agreed: false, yes: 1, no: 5, day: TODAY, words: None });
    assert_eq!((tried(&it, &design), it.next(&[])), (Err(Refusal::CouncilMissing), Next::HoldCouncil));
    let late = Project { consulted_until: Some(TODAY.yesterday().unwrap()), ..it.clone() };
    let object = Command::Object { voice: Voice::LowFloor, words: text("要光。"), contact: false };
    assert!(matches!(tried(&late, &object), Err(Refusal::ConsultationOver { .. })));
    // What the city owns needs no council, but a bureau.
    let mut city = Project { owner: Some(Owner::City), council: None, ..it };
    does(&mut city, &design);
    does(&mut city, &Command::Assign { item: 1, serves: vec![serve(1, None)] });
    assert_eq!(tried(&city, &Command::Submit { to: Party::StreetOffice }), Err(Refusal::WrongApprover));
}

#[test]
fn each_step_stands_once_and_every_stage_is_reached() {
    let steps: BTreeSet<_> = LIFE.iter().map(|(step, ..)| *step).collect();
    assert_eq!((steps.len(), steps.len()), (LIFE.len(), Step::ALL.len()));
    for stage in Stage::ALL {
        let reached = *stage == Stage::Planned || LIFE.iter().any(|(.., to)| *to == Some(*stage));
        let left = LIFE.iter().any(|(_, from, to)| from.contains(stage) && to.is_some_and(|to| to != *stage));
        assert!(reached && left == (*stage != Stage::Closed), "{stage:?}");
    }
}

#[test]
fn closing_verbs_lead_to_the_end() {
    for state in State::ALL {
        let end = closing_verbs(state).iter().try_fold(state, |state, verb: &Verb| verb.from(state));
        let ended = matches!(state, State::Refused | State::Merged | State::Voided);
        assert_eq!(end, Some(if ended { state } else { State::Closed }), "{state:?}");
    }
}

#[test]
fn who_is_told() {
    let scope = [dark(1), Demand { door: unit(1), need: Need::Other }, dark(2)];
    assert_eq!(hearers(&scope, &[]), vec![Hearer::Door(unit(1)), Hearer::Door(unit(2))]);
    let mut it = begun(scope.to_vec());
    let until = TODAY.tomorrow().unwrap();
    does(&mut it, &Command::NotNow { words: text("等明年。"), until, to: hearers(&scope, &[]) });
    assert_eq!(it.next(&[]), Next::Tell(2));
    does(&mut it, &Command::Tell { to: vec![0, 1], way: Way::Group });
    assert_eq!((it.next(&[]), it.is_open()), (Next::LookAgain(until), true));
    assert!(tried(&it, &Command::Tell { to: vec![2], way: Way::Phone }).is_err());
    does(&mut it, &Command::TakeUp);
    assert_eq!((it.stage, it.told.len(), it.requests.len()), (Stage::Planned, 0, 0));
}
