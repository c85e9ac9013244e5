//! Whatever is planned, changed and taken back: at any instant every estate has exactly one steward, every building
//! one estate, and each gap and overlap of the grids is listed, nothing else; and the ledger tells the same again.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail loudly, as tests do")]

use guanjia_domain::claim::{Claim, Claims, EstateClaimed};
use guanjia_domain::event::{Event, HouseEvent, Subject};
use guanjia_domain::grid::Drawings;
use guanjia_domain::ids::{BuildingId, EstateId, GridId, StaffId, UnitId};
use guanjia_domain::partition::{Fault, Ground, Partition, Plot, with, without};
use guanjia_domain::place::{EstateFacts, GridPart, Move, Unit};
use guanjia_domain::{Actor, Entity, Moment};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const ESTATES: u128 = 3;
const BUILDINGS: u128 = 4;
const GRIDS: u128 = 3;

fn id(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128(kind * 100 + n)
}

fn units_of(building: u128) -> Vec<UnitId> {
    (0..building).map(|n| UnitId(id(4, building * 10 + n))).collect()
}

/// Everything that happened, and what it led to.
#[derive(Default)]
struct House {
    events: Vec<Event>,
    states: BTreeMap<Subject, Entity>,
}

impl House {
    fn founded() -> Self {
        let mut house = Self::default();
        for n in 0..ESTATES {
            let first = Claim {
                starts_at: Moment(0),
                steward: StaffId(id(5, 0)),
                deputy: None,
                pact_signed_at: None,
            };
            let facts = EstateFacts { name: n.to_string(), ..EstateFacts::default() };
            house.record(0, Subject::Estate(EstateId(id(1, n))), HouseEvent::EstateAdded { facts, first });
        }
        for n in 0..BUILDINGS {
            let unit = |id: UnitId| Unit { id, name: id.to_string(), rooms: Vec::new() };
            let units = units_of(n).into_iter().map(unit).collect();
            let (estate, name) = (EstateId(id(1, n % ESTATES)), n.to_string());
            let added = HouseEvent::BuildingAdded { estate, name, units, outline: Vec::new() };
            house.record(0, Subject::Building(BuildingId(id(2, n))), added);
        }
        for n in 0..GRIDS {
            let parts = vec![GridPart { building: BuildingId(id(2, n)), unit: None }];
            let (name, worker) = (n.to_string(), Some(StaffId(id(6, n))));
            let drawn = HouseEvent::GridDrawn { name, worker, parts, starts_at: None };
            house.record(0, Subject::Grid(GridId(id(3, n))), drawn);
        }
        house
    }

    fn record(&mut self, at: i64, subject: Subject, body: HouseEvent) {
        let event = Event { at: Moment(at), actor: Actor::SYSTEM, subject, body: body.into() };
        let before = self.states.remove(&subject);
        self.states.insert(subject, Entity::after(before, &event).unwrap());
        self.events.push(event);
    }

    fn claims(&self, n: u128) -> Claims {
        match &self.states[&Subject::Estate(EstateId(id(1, n)))] {
            Entity::Estate(_, claims) => claims.clone(),
            other => unreachable!("{other:?}"),
        }
    }

    fn grid(&self, n: u128) -> Drawings {
        match &self.states[&Subject::Grid(GridId(id(3, n)))] {
            Entity::Grid(drawings) => drawings.clone(),
            other => unreachable!("{other:?}"),
        }
    }

    fn plot(&self, n: u128) -> Plot {
        match &self.states[&Subject::Building(BuildingId(id(2, n)))] {
            Entity::Building(it) => {
                Plot { building: it.id, units: units_of(n), standing: it.standing.clone() }
            }
            other => unreachable!("{other:?}"),
        }
    }

    fn ground(&self) -> Ground {
        Ground {
            estates: (0..ESTATES).map(|n| self.claims(n)).collect(),
            plots: (0..BUILDINGS).map(|n| self.plot(n)).collect(),
            grids: (0..GRIDS).map(|n| self.grid(n)).collect(),
        }
    }

    /// Does a step as far as the rules allow it.
    fn step(&mut self, now: i64, step: Step) {
        match step {
            Step::Claim { estate, at, who } => {
                let (steward, deputy) = (StaffId(id(5, who)), Some(StaffId(id(5, 0))));
                let claim = Claim { starts_at: Moment(at), steward, deputy, pact_signed_at: None };
                if let Ok(claimed) = self.claims(estate).decide_start(claim, Moment(now)) {
                    let EstateClaimed { estate, .. } = claimed;
                    self.record(now, Subject::Estate(estate), HouseEvent::Claimed(claimed));
                }
            }
            Step::Unclaim { estate, at } => {
                if self.claims(estate).decide_withdraw(Moment(at), Moment(now)).is_ok() {
                    let estate = EstateId(id(1, estate));
                    let event = HouseEvent::ClaimWithdrawn { estate, starts_at: Moment(at) };
                    self.record(now, Subject::Estate(estate), event);
                }
            }
            Step::Draw { grid, at, building, unit, take } if at >= now => {
                let units = units_of(building);
                let unit = unit.and_then(|n| units.get(n).copied());
                let part = GridPart { building: BuildingId(id(2, building)), unit };
                let drawings = self.grid(grid);
                if let Some(old) = drawings.in_force(Moment(at)) {
                    let change = if take { with } else { without };
                    let (worker, parts) = (old.worker.filter(|_| take), change(&old.parts, part, &units));
                    let (name, starts_at) = (drawings.name.clone(), Some(Moment(at)));
                    let event = HouseEvent::GridDrawn { name, worker, parts, starts_at };
                    self.record(now, Subject::Grid(drawings.id), event);
                }
            }
            Step::Undraw { grid, at } => {
                let drawings = self.grid(grid);
                if drawings.decide_withdraw(Moment(at), Moment(now)).is_ok() {
                    let event = HouseEvent::GridDrawingWithdrawn { starts_at: Moment(at) };
                    self.record(now, Subject::Grid(drawings.id), event);
                }
            }
            Step::Move { building, at, estate } => {
                let (plot, estate) = (self.plot(building), EstateId(id(1, estate)));
                let starts_at = Moment(at);
                if plot.standing.decide_move(Move { starts_at, estate }, Moment(now)).is_ok() {
                    let event = HouseEvent::BuildingMoved { estate, starts_at };
                    self.record(now, Subject::Building(plot.building), event);
                }
            }
            Step::Draw { .. } => {}
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Claim { estate: u128, at: i64, who: u128 },
    Unclaim { estate: u128, at: i64 },
    Draw { grid: u128, at: i64, building: u128, unit: Option<usize>, take: bool },
    Undraw { grid: u128, at: i64 },
    Move { building: u128, at: i64, estate: u128 },
}

fn any_step() -> impl Strategy<Value = Step> {
    let at = 0i64..30;
    prop_oneof![
        (0..ESTATES, at.clone(), 1u128..5).prop_map(|(estate, at, who)| Step::Claim { estate, at, who }),
        (0..ESTATES, at.clone()).prop_map(|(estate, at)| Step::Unclaim { estate, at }),
        (0..GRIDS, at.clone(), 0..BUILDINGS, prop::option::of(0usize..3), any::<bool>())
            .prop_map(|(grid, at, building, unit, take)| Step::Draw { grid, at, building, unit, take }),
        (0..GRIDS, at.clone()).prop_map(|(grid, at)| Step::Undraw { grid, at }),
        (0..BUILDINGS, at, 0..ESTATES).prop_map(|(building, at, estate)| Step::Move { building, at, estate }),
    ]
}

/// How many grids cover a unit, counted by hand.
fn covered(ground: &Ground, building: BuildingId, unit: Option<UnitId>, at: Moment) -> usize {
    let drawn = ground.grids.iter().filter_map(|grid| grid.iter().filter(|it| it.starts_at <= at).last());
    let holds = |part: &GridPart| part.building == building && (part.unit.is_none() || part.unit == unit);
    drawn.filter(|drawing| drawing.parts.iter().any(holds)).count()
}

fn is_listed(said: &Partition, building: BuildingId, unit: Option<UnitId>, grids: usize) -> bool {
    said.faults.iter().any(|fault| match fault {
        Fault::NoGrid { building: b, unit: u } => grids == 0 && *b == building && (u.is_none() || *u == unit),
        Fault::TwoGrids { building: b, unit: u, grids: its } => {
            its.len() == grids && *b == building && *u == unit
        }
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_without_a_steward_and_no_gap_or_overlap_is_left_unsaid(
        steps in prop::collection::vec((0i64..3, any_step()), 0..50),
    ) {
        let (mut house, mut now) = (House::founded(), 0);
        for (later, step) in steps {
            now += later;
            let past = now - 1;
            let before = house.ground().at(Moment(past));
            house.step(now, step);
            prop_assert_eq!(before, house.ground().at(Moment(past)), "the past stays as it was");
        }
        let mut again = House::default();
        for event in &house.events {
            let before = again.states.remove(&event.subject);
            again.states.insert(event.subject, Entity::after(before, event).unwrap());
        }
        prop_assert_eq!(&again.states, &house.states, "the ledger tells the same again");

        let ground = house.ground();
        for at in (0..32).map(Moment) {
            let said = ground.at(at);
            prop_assert_eq!(&said, &again.ground().at(at));
            for row in &said.rows {
                let estate = row.estate.unwrap();
                let claims = ground.estates.iter().find(|it| it.estate == estate).unwrap();
                let holding: Vec<_> = claims.iter().filter(|it| it.starts_at <= at).collect();
                prop_assert_eq!(row.steward, holding.last().map(|claim| claim.steward));
                prop_assert!(row.deputy != row.steward);
                let grids = covered(&ground, row.building, row.unit, at);
                prop_assert_eq!(row.grids.len(), grids);
                prop_assert_eq!(is_listed(&said, row.building, row.unit, grids), grids != 1);
            }
            let no_estate = said.faults.iter().any(|it| matches!(it, Fault::NoEstate { .. }));
            prop_assert!(!no_estate);
        }
        // Between two instants that are named, nothing changes.
        let changes = ground.changes(Moment(0));
        for at in (1..32).map(Moment).filter(|at| !changes.contains(at)) {
            prop_assert_eq!(ground.at(at), ground.at(at.plus(-1)));
        }
    }
}
