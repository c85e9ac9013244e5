use super::*;
use crate::ids::{AnswerId, BuildingId, EstateId, RoomId, StaffId, SurveyId, UnitId};
use crate::place::GridPart;
use crate::{Actor, Body, Entity, Event, Moment, Refusal, Role, Subject};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const ID: SurveyId = SurveyId(Uuid::from_u128(7));
const TODAY: Date = date(2026, 11, 23);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// A building with units of four rooms each, numbered on.
fn stairs(units: u128) -> Vec<Stair> {
    let room = |unit, n| StairRoom { room: RoomId(id(unit * 10 + n)), floor: n as i16, households: 1 };
    let stair = |unit| Stair {
        building: BuildingId(id(1)),
        unit: UnitId(id(unit)),
        rooms: (1..=4).map(|n| room(unit, n)).collect(),
    };
    (100..100 + units).map(stair).collect()
}

fn template(asked_at: AskedAt) -> Template {
    Template { asked_at, since: true, photo: true, note: true }
}

fn after(survey: Option<Survey>, body: SurveyEvent, by: Actor) -> Survey {
    let event = Event { at: Moment(5), actor: by, subject: Subject::Survey(ID), body: body.into() };
    let before = survey.map(|it| Entity::Survey(Box::new(it)));
    let Entity::Survey(survey) = Entity::after(before, &event).unwrap() else { unreachable!() };
    *survey
}

fn planned(asked_at: AskedAt, stairs: Vec<Stair>) -> Survey {
    let template = template(asked_at);
    let plan = Plan { estate: EstateId(id(2)), issue: None, matter: None, template, stairs };
    after(None, plan.decide().unwrap(), Actor::SYSTEM)
}

fn running(asked_at: AskedAt, units: u128) -> Survey {
    let survey = planned(asked_at, stairs(units));
    let shares = share_out(&survey.doors, &[Surveyor { worker: StaffId(id(3)), grid: Vec::new() }]);
    let shared = survey.decide_share(shares).unwrap();
    let survey = after(Some(survey), shared, Actor::SYSTEM);
    let begun = survey.decide_begin().unwrap();
    after(Some(survey), begun, Actor::SYSTEM)
}

fn answer(n: u128, door: u128, visit: u16, said: Said) -> NewAnswer {
    let (id, door) = (AnswerId(id(n)), id(door));
    let way = Way::AtDoor;
    NewAnswer { id, door, visit, said, since: None, way, consent: false, note: false, photo: false }
}

fn told(survey: Survey, new: &NewAnswer) -> Survey {
    match survey.decide_answer(new, Actor::SYSTEM, TODAY).unwrap() {
        Some(event) => after(Some(survey), event, Actor::SYSTEM),
        None => survey,
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let plan = |stairs| {
        let template = template(AskedAt::Rooms);
        Plan { estate: EstateId(id(2)), issue: None, matter: None, template, stairs }.decide()
    };
    assert_eq!(plan(Vec::new()), Err(Refusal::NoDoors));
    assert_eq!(plan(vec![Stair { rooms: Vec::new(), ..stairs(1).remove(0) }]), Err(Refusal::NoDoors));
    assert!(matches!(plan(stairs(1_300)), Err(Refusal::TooManyDoors { doors: 5_200, .. })));
    let survey = planned(AskedAt::Rooms, stairs(1));
    let hello = answer(1, 1001, 1, Said::Affected);
    let decide = |survey: &Survey, new: NewAnswer| survey.decide_answer(&new, Actor::SYSTEM, TODAY);
    assert_eq!(decide(&survey, hello), Err(Refusal::NotBegun));
    assert_eq!(survey.decide_begin(), Err(Refusal::NotSharedOut));
    let half = Share { worker: StaffId(id(3)), runs: vec![(0, 2)] };
    assert_eq!(survey.decide_share(vec![half]), Err(Refusal::NotSharedOut));
    let survey = running(AskedAt::Rooms, 1);
    assert_eq!(survey.decide_begin(), Err(Refusal::AlreadyBegun));
    assert_eq!(decide(&survey, answer(1, 999, 1, Said::Affected)), Err(Refusal::DoorNotInSurvey));
    for wrong in [
        NewAnswer { visit: 0, ..hello },
        NewAnswer { since: "2026-12".parse().ok(), ..hello },
        NewAnswer { said: Said::NotAffected, since: "2026-01".parse().ok(), ..hello },
    ] {
        assert!(matches!(decide(&survey, wrong), Err(Refusal::NotAChoice { .. })), "{wrong:?}");
    }
    let silent = NewAnswer { note: true, ..hello };
    assert_eq!(decide(&survey, silent), Err(Refusal::KeptWithoutConsent { field: "note" }));
    let survey = told(survey, &hello);
    let ended = survey.decide_end().unwrap();
    let survey = after(Some(survey), ended, Actor::SYSTEM);
    assert_eq!(decide(&survey, answer(2, 1002, 1, Said::Affected)), Err(Refusal::SurveyEnded));
    assert_eq!(decide(&survey, hello), Ok(None), "what is known is still known");
    assert_eq!(survey.decide_end(), Err(Refusal::SurveyEnded));
}

#[test]
fn an_answer_counts_once_and_the_later_visit_holds() {
    let mut survey = running(AskedAt::Rooms, 1);
    let (first, second) = (answer(9, 1001, 1, Said::NobodyHome), answer(5, 1001, 2, Said::Affected));
    for new in [&second, &first, &second, &first] {
        survey = told(survey, new);
    }
    assert_eq!((survey.doors[0].said(), survey.doors[0].trail.len()), (Some(Said::Affected), 2));
    let other = NewAnswer { said: Said::NotAffected, ..first };
    assert_eq!(survey.decide_answer(&other, Actor::SYSTEM, TODAY), Err(Refusal::OtherAnswer));
    let moved = NewAnswer { door: id(1002), ..first };
    assert_eq!(survey.decide_answer(&moved, Actor::SYSTEM, TODAY), Err(Refusal::OtherAnswer));
    let colleague = Actor { role: Role::GridWorker, id: Some(id(4)) };
    assert_eq!(survey.decide_answer(&first, colleague, TODAY), Ok(None), "whoever hands it in");
}

#[test]
fn a_unit_door_stands_for_everybody_behind_it() {
    let mut survey = running(AskedAt::UnitDoors, 3);
    for said in [Said::NobodyHome, Said::Refused] {
        assert!(survey.decide_answer(&answer(1, 100, 1, said), Actor::SYSTEM, TODAY).is_err());
    }
    survey = told(survey, &answer(1, 100, 1, Said::Affected));
    survey = told(survey, &answer(2, 102, 1, Said::NotAffected));
    let affected = survey.affected();
    assert_eq!((affected.len(), affected[0].rooms.len(), affected[0].households), (1, 4, 4));
    let outcome = survey.outcome();
    assert_eq!((outcome.tally.doors, outcome.tally.told(), outcome.tally.unvisited), (3, 2, 1));
    assert_eq!(outcome.buildings[0].units.len(), 3);
}

#[test]
fn staircases_go_to_their_grid_and_the_rest_in_the_order_of_the_walk() {
    let survey = planned(AskedAt::Rooms, stairs(6));
    let own = vec![GridPart { building: BuildingId(id(1)), unit: Some(UnitId(id(104))) }];
    let surveyors = [
        Surveyor { worker: StaffId(id(3)), grid: own },
        Surveyor { worker: StaffId(id(4)), grid: Vec::new() },
    ];
    let shares = share_out(&survey.doors, &surveyors);
    assert_eq!(shares[0].runs, [(16, 20), (0, 8)]);
    assert_eq!(shares[1].runs, [(8, 16), (20, 24)]);
    assert!(shares[0].holds(17) && !shares[0].holds(20));
    assert!(survey.decide_share(shares).is_ok());
    assert!(share_out(&survey.doors, &[]).is_empty());
}

#[test]
fn since_is_as_exact_as_people_know() {
    for text in ["2024", "2026-03", "2026-03-15"] {
        assert_eq!(text.parse::<Since>().unwrap().to_string(), text);
    }
    for text in ["", "26", "2026-13", "2026-3-1", "2026-02-30", "last spring"] {
        assert!(text.parse::<Since>().is_err(), "{text}");
    }
}

#[test]
fn an_event_out_of_place_does_not_fit() {
    let event = |body: SurveyEvent| Event {
        at: Moment(1),
        actor: Actor::SYSTEM,
        subject: Subject::Survey(ID),
        body: Body::Survey(body),
    };
    assert!(Entity::after(None, &event(SurveyEvent::SurveyBegun)).is_err());
    let survey = Entity::Survey(Box::new(planned(AskedAt::Rooms, stairs(1))));
    let beyond = answer(1, 1001, 1, Said::Affected);
    let Some(SurveyEvent::SurveyAnswered { id, visit, said, since, way, consent, note, photo, .. }) =
        running(AskedAt::Rooms, 1).decide_answer(&beyond, Actor::SYSTEM, TODAY).unwrap()
    else {
        unreachable!()
    };
    let lost = SurveyEvent::SurveyAnswered { door: 4, id, visit, said, since, way, consent, note, photo };
    assert!(Entity::after(Some(survey), &event(lost)).is_err());
}

/// Every total that neither tail speaks against, with whole numbers.
fn oracle(all: u32, known: u32, hits: u32) -> (u32, u32) {
    let choose = |n: u32, k: u32| (0..k.min(n)).fold(1u128, |c, i| c * u128::from(n - i) / u128::from(i + 1));
    let ways = |total: u32, h: u32| {
        let misses = known - h;
        if h > total || misses > all - total { 0 } else { choose(total, h) * choose(all - total, misses) }
    };
    let beyond = |total: u32, range: std::ops::RangeInclusive<u32>| {
        40 * range.map(|h| ways(total, h)).sum::<u128>() > choose(all, known)
    };
    let rest = all - known;
    let fits = |more: &u32| beyond(hits + more, hits..=known) && beyond(hits + more, 0..=hits);
    let fitting: Vec<_> = (0..=rest).filter(fits).collect();
    (fitting[0], fitting[fitting.len() - 1])
}

proptest! {
    #[test]
    fn the_interval_is_exact(all in 1u32..60, known in 0u32..60, hits in 0u32..60) {
        let known = known.min(all);
        let hits = hits.min(known);
        let found = Interval::of_the_rest(all, known, hits);
        prop_assert_eq!((found.least, found.most), oracle(all, known, hits));
    }

    /// Whatever the order in which they arrive, and however often.
    #[test]
    fn the_order_of_arrival_changes_nothing(
        answers in prop::collection::vec((0u128..4, 1u16..4, 0usize..5), 1..12),
        order in prop::collection::vec(any::<prop::sample::Index>(), 12..40),
    ) {
        let made: Vec<_> = answers.iter().zip(1u128..).map(|((door, visit, said), n)| {
            answer(n, 1001 + door, *visit, Said::ALL[*said])
        }).collect();
        let straight = made.iter().fold(running(AskedAt::Rooms, 1), told);
        let mixed = order.iter().map(|at| at.get(&made)).chain(&made);
        prop_assert_eq!(mixed.fold(running(AskedAt::Rooms, 1), told).doors, straight.doors);
    }
}

/// One door of 40, and it is the one: a chance of exactly 2.5 %, found by the property above.
#[test]
fn a_chance_on_the_edge_is_judged_as_with_whole_numbers() {
    for all in 1..60 {
        for known in 0..=all {
            for hits in [0, 1, known / 2, known] {
                let hits = hits.min(known);
                let found = Interval::of_the_rest(all, known, hits);
                assert_eq!((found.least, found.most), oracle(all, known, hits), "{hits} of {known} of {all}");
            }
        }
    }
}

#[test]
fn the_interval_closes_when_every_door_is_known() {
    assert_eq!(Interval::of_the_rest(1_210, 1_210, 40), Interval { least: 0, most: 0 });
    assert_eq!(Interval::of_the_rest(0, 0, 0), Interval { least: 0, most: 0 });
    let half = Interval::of_the_rest(1_210, 605, 20);
    assert!(half.least > 5 && half.most < 45, "{half:?}");
}
