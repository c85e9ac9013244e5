//! The state of the own work, folded from its events.

use super::event::WorkEvent;
use super::leaflet::{Leaflet, Put};
use super::mediation::{Mediation, Meeting};
use super::round::{Finding, Round};
use super::start::EstateDesk;
use crate::event::Event;
use crate::ids::EstateId;
use crate::worded::worded;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

worded! {
    /// What sort of work.
    WorkKind {
        /// What is kept for an estate: its checklist and its groups. Its id is the estate's.
        Desk = "desk";
        /// A hazard round.
        Round = "round";
        /// A mediation.
        Mediation = "mediation";
        /// A notice or leaflet.
        Leaflet = "leaflet";
    }
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant wraps the state of what it names")]
pub enum Work {
    Desk(EstateDesk),
    Round(Round),
    Mediation(Mediation),
    Leaflet(Leaflet),
}

impl Work {
    /// What sort it is, and its id.
    #[must_use]
    pub const fn key(&self) -> (WorkKind, Uuid) {
        match self {
            Self::Desk(it) => (WorkKind::Desk, it.estate.0),
            Self::Round(it) => (WorkKind::Round, it.id.0),
            Self::Mediation(it) => (WorkKind::Mediation, it.id.0),
            Self::Leaflet(it) => (WorkKind::Leaflet, it.id.0),
        }
    }

    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Desk(_) => true,
            Self::Round(it) => it.ended_at.is_none(),
            Self::Mediation(it) => it.closed.is_none() && !it.forgotten,
            Self::Leaflet(it) => it.is_open(),
        }
    }

    /// The state after the first event of its subject; `None` when it is no first event.
    pub(crate) fn first(kind: WorkKind, id: Uuid, happened: &WorkEvent, event: &Event) -> Option<Self> {
        let at = event.at;
        Some(match (kind, happened) {
            (WorkKind::Desk, _) => {
                let mut desk = Self::Desk(EstateDesk::empty(EstateId(id)));
                return desk.apply(happened, event).then_some(desk);
            }
            (WorkKind::Round, WorkEvent::RoundBegun { estate }) => Self::Round(Round {
                id: id.into(),
                estate: *estate,
                by: event.actor,
                begun_at: at,
                ended_at: None,
                findings: Vec::new(),
            }),
            (WorkKind::Mediation, WorkEvent::MediationOpened { dispute, parties, mediator }) => {
                Self::Mediation(Mediation {
                    id: id.into(),
                    dispute: *dispute,
                    parties: parties.clone(),
                    mediator: *mediator,
                    opened_at: at,
                    meetings: Vec::new(),
                    agreement: None,
                    closed: None,
                    forgotten: false,
                    next_words: 1,
                })
            }
            (WorkKind::Leaflet, WorkEvent::LeafletMade { kind, estate, until }) => Self::Leaflet(Leaflet {
                id: id.into(),
                kind: *kind,
                estate: *estate,
                until: *until,
                made_at: at,
                places: Vec::new(),
                withdrawn: false,
            }),
            _ => return None,
        })
    }

    /// Takes an event in; `false` when it does not fit.
    pub(crate) fn apply(&mut self, happened: &WorkEvent, event: &Event) -> bool {
        match self {
            Self::Desk(it) => it.apply(happened, event),
            Self::Round(it) => it.apply(happened, event),
            Self::Mediation(it) => it.apply(happened, event),
            Self::Leaflet(it) => it.apply(happened, event),
        }
    }
}

impl EstateDesk {
    fn apply(&mut self, happened: &WorkEvent, event: &Event) -> bool {
        match happened {
            WorkEvent::StartTicked { item, done: true } => drop(self.ticked.insert(*item, event.at)),
            WorkEvent::StartTicked { item, done: false } => drop(self.ticked.remove(item)),
            WorkEvent::GroupPut(group) => self.put_group(*group),
            WorkEvent::GroupDropped { group } => self.groups.retain(|it| it.id != *group),
            _ => return false,
        }
        true
    }
}

impl Round {
    fn apply(&mut self, happened: &WorkEvent, event: &Event) -> bool {
        match *happened {
            WorkEvent::RoundFound { hazard, building, unit, request, again } => {
                self.findings.push(Finding { hazard, building, unit, request, again });
            }
            WorkEvent::RoundEnded => self.ended_at = Some(event.at),
            _ => return false,
        }
        true
    }
}

impl Mediation {
    fn apply(&mut self, happened: &WorkEvent, event: &Event) -> bool {
        match *happened {
            WorkEvent::MediatorNamed { mediator } => self.mediator = mediator,
            WorkEvent::MediationMet { day, words } => {
                self.meetings.push(Meeting { day, words });
                self.next_words = words + 1;
            }
            WorkEvent::MediationAgreed { day, words } => {
                self.agreement = Some(Meeting { day, words });
                self.next_words = words + 1;
            }
            WorkEvent::MediationClosed { outcome } => self.closed = Some((event.at, outcome)),
            WorkEvent::MediationForgotten => self.forgotten = true,
            _ => return false,
        }
        true
    }
}

impl Leaflet {
    fn apply(&mut self, happened: &WorkEvent, event: &Event) -> bool {
        match *happened {
            WorkEvent::LeafletPut { spot, building, unit, group, until, photo } => self.places.push(Put {
                spot,
                building,
                unit,
                group,
                by: event.actor,
                at: event.at,
                until,
                photo,
                taken_at: None,
            }),
            WorkEvent::LeafletTaken { n } => {
                let Some(put) = self.places.get_mut(n as usize) else { return false };
                put.taken_at = Some(event.at);
            }
            WorkEvent::LeafletWithdrawn => self.withdrawn = true,
            _ => return false,
        }
        true
    }
}
