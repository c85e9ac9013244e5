//! What may follow what, written down a second time and apart from the code that tells the story.

use std::collections::{BTreeMap, HashMap, HashSet};

use guanjia_domain::Role;
use uuid::Uuid;

use super::super::*;
use crate::outline::{GridPart, OrganisationKind};

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    Reported,
    Accepted,
    Refused,
    Dispatched,
    Returned,
    Escalated,
    InProgress,
    Extended,
    Suspended,
    Disposed,
    Checked,
    Closed,
    Merged,
    Voided,
}

impl Stage {
    pub(super) const ALL: [Self; 14] = [
        Self::Reported,
        Self::Accepted,
        Self::Refused,
        Self::Dispatched,
        Self::Returned,
        Self::Escalated,
        Self::InProgress,
        Self::Extended,
        Self::Suspended,
        Self::Disposed,
        Self::Checked,
        Self::Closed,
        Self::Merged,
        Self::Voided,
    ];

    pub(super) fn is_open(self) -> bool {
        !matches!(self, Self::Refused | Self::Closed | Self::Merged | Self::Voided)
    }

    fn works(self) -> bool {
        matches!(self, Self::InProgress | Self::Extended)
    }
}

/// A request as the checker sees it.
pub(super) struct Life {
    pub filing: Filing,
    pub filed_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub stage: Stage,
    /// The grid worker of the place.
    pub worker: Option<Uuid>,
    asked: Option<Party>,
    last: Timestamp,
}

impl Life {
    pub(super) fn hours_to_close(&self) -> f64 {
        let closed = self.closed_at.unwrap_or(Timestamp::MAX);
        closed.duration_since(self.filed_at).as_secs_f64() / 3_600.0
    }

    fn step(&mut self, step: &Step) {
        use Stage as S;
        assert!(step.at > self.last, "two steps in one second: {step:?}");
        let stage = self.stage;
        let next = match (&step.what, stage) {
            (What::Accept, S::Reported) => S::Accepted,
            (What::Refuse(_), S::Reported | S::Accepted) => S::Refused,
            (What::DoneOnSpot(_), S::Reported | S::Accepted) => S::Closed,
            (What::Dispatch(to, _), S::Accepted | S::Returned) => {
                assert!(!to.is_above_community() && self.asked != Some(*to), "{step:?}");
                self.asked = Some(*to);
                S::Dispatched
            }
            (What::Escalate(to, _), S::Accepted | S::Returned) => {
                assert!(to.is_above_community(), "{step:?}");
                self.asked = Some(*to);
                S::Escalated
            }
            (What::Take(by), S::Dispatched | S::Escalated) => {
                assert_eq!(self.asked, Some(*by));
                S::InProgress
            }
            (What::Return(by, _), S::Dispatched | S::Escalated) => {
                assert_eq!(self.asked, Some(*by));
                S::Returned
            }
            (What::Extend { working_days, .. }, _) if stage.works() => {
                assert!(*working_days > 0);
                S::Extended
            }
            (What::Suspend { until, .. }, _) if stage.works() => {
                assert!(*until > step.at);
                S::Suspended
            }
            (What::Resume, S::Suspended) => S::InProgress,
            (What::Dispose { reply, .. }, _) if stage.works() => {
                assert!(!reply.is_empty());
                S::Disposed
            }
            (What::Check, S::Disposed) => S::Checked,
            (What::Rework(_), S::Disposed | S::Checked) => S::InProgress,
            (What::Close, S::Checked) => S::Closed,
            (What::Reopen(_), S::Closed) => {
                self.asked = None;
                S::Accepted
            }
            (What::Void(_), _) if stage.is_open() => S::Voided,
            (What::Merge(_), _) if stage.is_open() => S::Merged,
            (What::Join(_), _) if stage.is_open() => stage,
            (What::FollowUp(_) | What::Rate(_), S::Closed) => stage,
            (what, stage) => panic!("{what:?} when {stage:?}"),
        };
        if next == Stage::Closed && self.closed_at.is_none() {
            self.closed_at = Some(step.at);
        }
        let role = step.who.role;
        let expected = match &step.what {
            What::Reopen(_) | What::Rate(_) | What::Join(_) => role == Role::Resident,
            What::Take(_) | What::Return(..) | What::Dispose { .. } => {
                matches!(
                    role,
                    Role::GridWorker | Role::Organisation | Role::StreetOffice | Role::DistrictBureau
                )
            }
            What::DoneOnSpot(_) => matches!(role, Role::GridWorker | Role::Officer | Role::Secretary),
            _ => matches!(role, Role::Officer | Role::Secretary),
        };
        assert!(expected, "{role:?} does {:?}", step.what);
        assert_eq!(step.who.id.is_none(), role == Role::Resident, "{step:?}");
        self.stage = next;
        self.last = step.at;
    }
}

/// Follows every request; panics at the first step that may not be.
pub(super) fn lives(outline: &Outline, steps: &[Step]) -> BTreeMap<RequestId, Life> {
    let grid_of = grid_of_unit(outline);
    let mut lives: BTreeMap<RequestId, Life> = BTreeMap::new();
    for step in steps {
        if let What::Merge(into) = &step.what {
            let (one, other) = (&lives[&step.request], &lives[into]);
            assert!(step.request != *into && other.stage.is_open(), "merged into what is over");
            assert!(other.filed_at <= one.filed_at && other.filing.place.estate == one.filing.place.estate);
        }
        match &step.what {
            What::File(filing) => {
                let role = step.who.role;
                let fits = match filing.channel {
                    Channel::Web => role == Role::Resident,
                    Channel::Patrol => role == Role::GridWorker && filing.reporter == Reporter::default(),
                    _ => matches!(role, Role::Officer | Role::Secretary),
                };
                assert!(fits, "{role:?} files by {:?}", filing.channel);
                let life = Life {
                    filing: (**filing).clone(),
                    filed_at: step.at,
                    closed_at: None,
                    stage: Stage::Reported,
                    worker: filing.place.unit.and_then(|unit| grid_of.get(&unit.0).copied()),
                    asked: None,
                    last: step.at,
                };
                assert!(lives.insert(step.request, life).is_none(), "filed twice");
            }
            _ => lives.get_mut(&step.request).unwrap().step(step),
        }
    }
    lives
}

/// Steps, places, persons: everything refers to something that exists.
pub(super) fn check(outline: &Outline, steps: &[Step]) {
    let lives = lives(outline, steps);
    let places = places(outline);
    for life in lives.values() {
        let place = life.filing.place;
        let chain = [
            Some(place.estate.0),
            place.building.map(|id| id.0),
            place.unit.map(|id| id.0),
            place.room.map(|id| id.0),
        ];
        for pair in chain.windows(2) {
            if let Some(inner) = pair[1] {
                assert_eq!(places.get(&inner).copied(), pair[0], "a place outside its place");
            }
        }
        assert!(guanjia_domain::matter::find(life.filing.matter).is_some());
        if let Some(phone) = &life.filing.reporter.phone {
            assert!(phone.starts_with("1300000") && phone.len() == 11);
        }
    }
    let staff: HashSet<Uuid> = outline
        .community
        .officers
        .iter()
        .map(|officer| officer.person.id)
        .chain(outline.community.grids.iter().map(|grid| grid.worker.id))
        .chain(outline.community.organisations.iter().map(|one| one.id))
        .chain([outline.street.clerk.id, outline.bureau.id])
        .collect();
    assert!(steps.iter().filter_map(|step| step.who.id).all(|id| staff.contains(&id)));
}

/// Who settled each request that is done, as the profile counts it.
pub(super) fn settled_by(outline: &Outline, steps: &[Step]) -> Vec<&'static str> {
    let companies: HashSet<Uuid> = outline
        .community
        .organisations
        .iter()
        .filter(|one| one.kind == OrganisationKind::PropertyCompany)
        .map(|one| one.id)
        .collect();
    steps
        .iter()
        .filter_map(|step| match (&step.what, step.who.role) {
            (What::DoneOnSpot(_), _) => Some("spot"),
            (What::Dispose { .. }, Role::StreetOffice) => Some("street"),
            (What::Dispose { .. }, Role::DistrictBureau) => Some("bureau"),
            (What::Dispose { .. }, _) => Some(if step.who.id.is_some_and(|id| companies.contains(&id)) {
                "property"
            } else {
                "committee"
            }),
            _ => None,
        })
        .collect()
}

fn grid_of_unit(outline: &Outline) -> HashMap<Uuid, Uuid> {
    let mut workers = HashMap::new();
    for grid in &outline.community.grids {
        for part in &grid.parts {
            let (GridPart::Building(id) | GridPart::Unit(id)) = part;
            workers.insert(*id, grid.worker.id);
        }
    }
    let buildings = outline.community.estates.iter().flat_map(|estate| &estate.buildings);
    buildings
        .flat_map(|building| building.units.iter().map(move |unit| (building.id, unit.id)))
        .filter_map(|(building, unit)| Some((unit, *workers.get(&building).or_else(|| workers.get(&unit))?)))
        .collect()
}

/// Building → estate, unit → building, room → unit.
fn places(outline: &Outline) -> HashMap<Uuid, Uuid> {
    let mut inside = HashMap::new();
    for estate in &outline.community.estates {
        for building in &estate.buildings {
            inside.insert(building.id, estate.id);
            for unit in &building.units {
                inside.insert(unit.id, building.id);
                inside.extend(unit.rooms.iter().map(|room| (room.id, unit.id)));
            }
        }
    }
    inside
}
