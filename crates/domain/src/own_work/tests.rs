use super::*;
use crate::calendar::china_time;
use crate::claim::{Claim, Claims};
use crate::ids::{EstateId, GroupId, LeafletId, StaffId};
use crate::{Actor, Body, Entity, Event, Moment, Refusal, Subject};
use jiff::civil::{Date, date};
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(7);

fn noon(day: Date) -> Moment {
    china_time::OFFSET.to_timestamp(day.at(12, 0, 0, 0)).unwrap().into()
}

fn event(kind: WorkKind, at: Moment, body: WorkEvent) -> Event {
    Event { at, actor: Actor::SYSTEM, subject: Subject::Work(kind, ID), body: Body::Work(body) }
}

#[test]
fn a_new_steward_begins_anew_and_a_new_deputy_does_not() {
    let estate = EstateId(ID);
    let claim = |at: i64, steward: u128, deputy: Option<u128>| Claim {
        starts_at: Moment(at),
        steward: StaffId(Uuid::from_u128(steward)),
        deputy: deputy.map(|it| StaffId(Uuid::from_u128(it))),
        pact_signed_at: None,
    };
    let mut claims = Claims::first(estate, claim(0, 1, None));
    claims.put(claim(100, 2, None));
    claims.put(claim(200, 2, Some(3)));
    claims.put(claim(300, 1, None));
    assert_eq!(claims.since(Moment(99)), Moment(0));
    assert_eq!(claims.since(Moment(250)), Moment(100));
    assert_eq!(claims.since(Moment(300)), Moment(300));
    let mut desk = EstateDesk::empty(estate);
    desk.ticked.insert(StartItem::Poster, Moment(150));
    let open = |since| desk.start_list(since).iter().filter(|it| it.done_at.is_none()).count();
    assert_eq!((open(Moment(100)), open(Moment(300))), (4, 5));
}

#[test]
fn each_thing_has_its_day() {
    let since = noon(date(2026, 12, 30));
    let due: Vec<_> = EstateDesk::empty(EstateId(ID)).start_list(since).iter().map(|it| it.due).collect();
    assert_eq!(due[0], date(2027, 1, 2));
    assert_eq!(due[4], date(2027, 2, 28));
}

#[test]
fn crowds_and_too_many_groups_are_refused() {
    let group = |n: u128, members| Group {
        id: GroupId(Uuid::from_u128(n)),
        kind: GroupKind::Wechat,
        admin: GroupAdmin::Owners,
        members,
        joined: false,
    };
    let mut desk = EstateDesk::empty(EstateId(ID));
    assert!(desk.decide_group(&group(0, MOST_MEMBERS + 1)).is_err());
    for n in 0..MOST_GROUPS as u128 {
        desk.put_group(group(n, 1));
    }
    assert!(desk.decide_group(&group(0, 2)).is_ok(), "one that is there may differ");
    assert!(desk.decide_group(&group(99, 2)).is_err());
}

#[test]
fn what_hangs_after_its_day_is_to_be_taken_down_and_a_group_needs_nobody() {
    let (today, last) = (date(2026, 12, 1), date(2026, 12, 5));
    let made = WorkEvent::LeafletMade { kind: LeafletKind::Notice, estate: None, until: last };
    let put = |spot, until| WorkEvent::LeafletPut {
        spot,
        building: None,
        unit: None,
        group: None,
        until,
        photo: false,
    };
    let mut state = None;
    for body in [made, put(Spot::Board, last), put(Spot::Group, today), put(Spot::UnitDoor, today)] {
        let next = event(WorkKind::Leaflet, noon(today), body);
        state = Some(Entity::after(state, &next).unwrap());
    }
    let Some(Entity::Work(work)) = &state else { unreachable!() };
    let Work::Leaflet(leaflet) = &**work else { unreachable!() };
    let hangs = |day| leaflet.to_take_down(day).map(|(n, _)| n).collect::<Vec<_>>();
    assert_eq!(hangs(today), Vec::<u32>::new());
    assert_eq!(hangs(date(2026, 12, 2)), [2]);
    assert_eq!(hangs(date(2026, 12, 6)), [0, 2]);
    assert!(leaflet.in_force(last) && !leaflet.in_force(date(2026, 12, 6)));
    assert_eq!(leaflet.check_put(today, date(2026, 12, 6)), Err(Refusal::WorkEnded));
    assert!(leaflet.check_put(date(2026, 11, 30), today).is_err());
    let gone = Leaflet { withdrawn: true, id: LeafletId(ID), ..leaflet.clone() };
    assert_eq!(gone.to_take_down(today).count(), 2);
}

#[test]
fn an_event_of_another_sort_does_not_fit() {
    let begun = event(WorkKind::Round, Moment(1), WorkEvent::RoundBegun { estate: EstateId(ID) });
    let round = Entity::after(None, &begun).unwrap();
    let wrong = event(WorkKind::Round, Moment(2), WorkEvent::MediationForgotten);
    assert!(Entity::after(Some(round.clone()), &wrong).is_err());
    assert!(Entity::after(None, &wrong).is_err());
    let ended = event(WorkKind::Round, Moment(3), WorkEvent::RoundEnded);
    let Entity::Work(work) = Entity::after(Some(round), &ended).unwrap() else { unreachable!() };
    let Work::Round(round) = *work else { unreachable!() };
    assert_eq!(round.check_room(), Err(Refusal::WorkEnded));
}

#[test]
fn every_hazard_is_a_matter_that_exists() {
    for hazard in Hazard::ALL {
        assert!(crate::matter::find(hazard.matter()).is_some(), "{}", hazard.name());
        assert_eq!(Hazard::of_name(hazard.name()), Some(*hazard));
    }
}
