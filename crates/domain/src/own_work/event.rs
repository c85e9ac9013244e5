//! What happens to the own work.

use super::groups::Group;
use super::hazard::Hazard;
use super::leaflet::{LeafletKind, Spot};
use super::mediation::{Dispute, Outcome};
use super::start::StartItem;
use crate::ids::{BuildingId, EstateId, GroupId, RequestId, StaffId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A fact about the own work of stewards and grid workers. Texts and names are in the vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum WorkEvent {
    /// A step of the beginning of a claim is done, or is not done after all.
    StartTicked { item: StartItem, done: bool },
    /// A residents' group is new or differs; its name is in the vault.
    GroupPut(Group),
    /// A group is not there any more.
    GroupDropped { group: GroupId },
    /// A hazard round over an estate begins.
    RoundBegun { estate: EstateId },
    /// Something was found: it became a request, or belongs to one that was open.
    RoundFound {
        hazard: Hazard,
        building: Option<BuildingId>,
        unit: Option<UnitId>,
        request: RequestId,
        again: bool,
    },
    /// The round is over.
    RoundEnded,
    /// A mediation begins between parties who live in these estates.
    MediationOpened { dispute: Dispute, parties: Vec<EstateId>, mediator: Option<StaffId> },
    /// Somebody else mediates, or nobody but the steward.
    MediatorNamed { mediator: Option<StaffId> },
    /// The parties met; what was said is in the vault.
    MediationMet { day: Date, words: u32 },
    /// The agreement is written down, or written anew.
    MediationAgreed { day: Date, words: u32 },
    /// The mediation has an outcome.
    MediationClosed { outcome: Outcome },
    /// Names and texts are gone: the time for which they are kept is over, or a party wished it.
    MediationForgotten,
    /// A notice or leaflet, for an estate or the whole community, in force until the end of a day.
    LeafletMade { kind: LeafletKind, estate: Option<EstateId>, until: Date },
    /// It hangs somewhere, or was sent there, until the end of a day.
    LeafletPut {
        spot: Spot,
        building: Option<BuildingId>,
        unit: Option<UnitId>,
        group: Option<GroupId>,
        until: Date,
        photo: bool,
    },
    /// It was taken down there.
    LeafletTaken { n: u32 },
    /// It is not in force any more.
    LeafletWithdrawn,
}

impl WorkEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::StartTicked { .. } => "start_ticked",
            Self::GroupPut(_) => "group_put",
            Self::GroupDropped { .. } => "group_dropped",
            Self::RoundBegun { .. } => "round_begun",
            Self::RoundFound { .. } => "round_found",
            Self::RoundEnded => "round_ended",
            Self::MediationOpened { .. } => "mediation_opened",
            Self::MediatorNamed { .. } => "mediator_named",
            Self::MediationMet { .. } => "mediation_met",
            Self::MediationAgreed { .. } => "mediation_agreed",
            Self::MediationClosed { .. } => "mediation_closed",
            Self::MediationForgotten => "mediation_forgotten",
            Self::LeafletMade { .. } => "leaflet_made",
            Self::LeafletPut { .. } => "leaflet_put",
            Self::LeafletTaken { .. } => "leaflet_taken",
            Self::LeafletWithdrawn => "leaflet_withdrawn",
        }
    }
}
