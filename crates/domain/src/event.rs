//! Everything that can happen, as one enum: what the ledger holds.

use crate::claim::{Claim, EstateClaimed};
use crate::community::CommunityCode;
use crate::hand_over::{Asked, ReturnReason};
use crate::ids::{
    BuildingId, EstateId, GridId, HandOverId, OrganisationId, RequestId, ResidentId, RoomId, StaffId,
};
use crate::moment::Moment;
use crate::party::Actor;
use crate::people::{OrganisationKind, Post};
use crate::place::{EstateFacts, GridPart, Point, Unit};
use crate::request::RequestEvent;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A fact about something other than a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum HouseEvent {
    /// The community is registered, with the street office above it.
    CommunityFounded { name: String, full_name: String, street: Option<CommunityCode> },
    /// The community's public numbers: supervision and the local emergency phones.
    CommunityPhonesSet { supervision: String, emergency: Vec<(String, String)> },
    /// Who is on duty on a day, in the order in which they are called.
    DutySet { day: Date, staff: Vec<StaffId> },
    /// An estate, with its first claim: the secretary's.
    EstateAdded { facts: EstateFacts, first: Claim },
    /// Other facts of an estate.
    EstateChanged { facts: EstateFacts },
    /// A building with its units and rooms.
    BuildingAdded { estate: EstateId, name: String, units: Vec<Unit>, outline: Vec<Point> },
    /// Other units, rooms or outline; rooms keep their ids.
    BuildingChanged { name: String, units: Vec<Unit>, outline: Vec<Point> },
    /// A building comes to another estate, from a moment.
    BuildingMoved { estate: EstateId, starts_at: Moment },
    /// A planned move is taken back.
    BuildingMoveWithdrawn { starts_at: Moment },
    /// A grid with its worker and parts, from a moment; without one from when it was recorded.
    GridDrawn {
        name: String,
        worker: Option<StaffId>,
        parts: Vec<GridPart>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts_at: Option<Moment>,
    },
    /// A planned drawing is taken back.
    GridDrawingWithdrawn { starts_at: Moment },
    /// Somebody is asked to take over, or to stand in.
    HandOverAsked(Asked),
    /// The successor takes it on.
    HandOverAccepted,
    /// The successor gives it back to the secretary.
    HandOverReturned { reason: ReturnReason },
    /// The secretary takes it back.
    HandOverTakenBack,
    /// Somebody takes an estate on.
    Claimed(EstateClaimed),
    /// A planned claim is taken back.
    ClaimWithdrawn { estate: EstateId, starts_at: Moment },
    /// Somebody begins to work.
    StaffAppointed { post: Post, tier: Option<u8>, organisation: Option<OrganisationId> },
    /// Somebody has another post or tier.
    StaffChanged { post: Post, tier: Option<u8>, organisation: Option<OrganisationId> },
    /// Somebody's name or phone in the vault changed.
    StaffNamed,
    /// Somebody has left.
    StaffLeft,
    /// An organisation.
    OrganisationAdded { kind: OrganisationKind, name: String, estates: Vec<EstateId> },
    /// Another name or other estates.
    OrganisationChanged { kind: OrganisationKind, name: String, estates: Vec<EstateId> },
    /// It has ended its work here.
    OrganisationLeft,
    /// A resident is known, living in a room; name and numbers are in the vault.
    ResidentRegistered { room: Option<RoomId>, estate: EstateId },
    /// Something about a resident in the vault changed, or the room.
    ResidentChanged { room: Option<RoomId>, estate: EstateId },
    /// A resident's data were erased.
    ResidentErased,
}

/// What an event is about: its kind and id. All events of a subject fold into its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each variant wraps the id of what it names")]
pub enum Subject {
    Community,
    Estate(EstateId),
    Building(BuildingId),
    Grid(GridId),
    Staff(StaffId),
    Organisation(OrganisationId),
    Resident(ResidentId),
    Request(RequestId),
    HandOver(HandOverId),
}

impl Subject {
    /// The kind as a stable word.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Estate(_) => "estate",
            Self::Building(_) => "building",
            Self::Grid(_) => "grid",
            Self::Staff(_) => "staff",
            Self::Organisation(_) => "organisation",
            Self::Resident(_) => "resident",
            Self::Request(_) => "request",
            Self::HandOver(_) => "hand_over",
        }
    }

    /// The id; the nil UUID for the community itself.
    #[must_use]
    pub const fn id(self) -> Uuid {
        match self {
            Self::Community => Uuid::nil(),
            Self::Estate(id) => id.0,
            Self::Building(id) => id.0,
            Self::Grid(id) => id.0,
            Self::Staff(id) => id.0,
            Self::Organisation(id) => id.0,
            Self::Resident(id) => id.0,
            Self::Request(id) => id.0,
            Self::HandOver(id) => id.0,
        }
    }

    /// The subject of that kind and id.
    #[must_use]
    pub fn of(kind: &str, id: Uuid) -> Option<Self> {
        Some(match kind {
            "community" => Self::Community,
            "estate" => Self::Estate(id.into()),
            "building" => Self::Building(id.into()),
            "grid" => Self::Grid(id.into()),
            "staff" => Self::Staff(id.into()),
            "organisation" => Self::Organisation(id.into()),
            "resident" => Self::Resident(id.into()),
            "request" => Self::Request(id.into()),
            "hand_over" => Self::HandOver(id.into()),
            _ => return None,
        })
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// To a request.
    Request(RequestEvent),
    /// To anything else.
    House(HouseEvent),
}

impl From<RequestEvent> for Body {
    fn from(event: RequestEvent) -> Self {
        Self::Request(event)
    }
}

impl From<HouseEvent> for Body {
    fn from(event: HouseEvent) -> Self {
        Self::House(event)
    }
}

/// One event: what happened to what, by whom, when.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// To what.
    pub subject: Subject,
    /// What.
    pub body: Body,
}
