//! Everything that can happen, as one enum: what the ledger holds.

use crate::allocation::AllocationEvent;
use crate::call::{CallEvent, DutyEntry};
use crate::card::{CardField, Consent, ConsentKind, ConsentText, ErasedFor, Home};
use crate::claim::{Claim, EstateClaimed};
use crate::community::CommunityCode;
use crate::grid_design::DesignEvent;
use crate::hand_over::{Asked, ReturnReason};
use crate::ids::{
    AllocationId, BuildingId, CallId, DesignId, EstateId, GridId, HandOverId, IssueId, OrganisationId,
    ProjectId, RequestId, ResidentId, RightsCaseId, RoomId, StaffId, SurveyId, ViewId,
};
use crate::issue::IssueEvent;
use crate::limit::LimitBook;
use crate::matter::OwnMatter;
use crate::moment::Moment;
use crate::numbers::RateRule;
use crate::office::Office;
use crate::own_work::{WorkEvent, WorkKind};
use crate::party::{Actor, Role};
use crate::people::{OrganisationKind, Post};
use crate::place::{EstateFacts, GridPart, Point, Unit};
use crate::project::ProjectEvent;
use crate::request::RequestEvent;
use crate::rights::{Outcome, Right};
use crate::saved_view::ViewEvent;
use crate::survey::SurveyEvent;
use crate::timetable::Timetable;
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
    /// How the office is reached, and which number is published for stewards.
    OfficeSet { office: Office },
    /// A matter is new on the community's list, or has another name, text or mapping, or is retired.
    MatterSet { code: String, matter: OwnMatter },
    /// Other limits hold. Open requests that move by it have an event of their own.
    LimitsSet { book: LimitBook },
    /// Another calendar, other hours or days of duty, other quiet hours. Open requests that move have an event of
    /// their own.
    TimetableSet { timetable: Timetable },
    /// An entry of the duty list (职责清单) is new, or has another title or basis, or is retired.
    DutyEntrySet { code: String, entry: DutyEntry },
    /// What is read out before somebody agrees has other words: the version after the last.
    ConsentTextSet { kind: ConsentKind, version: u16, text: ConsentText },
    /// Who is on duty on a day, in the order in which they are called.
    DutySet { day: Date, staff: Vec<StaffId> },
    /// What the columns of a spreadsheet hold, said by a person. The sheet is known again by the mark of its headings;
    /// each column's number, the first is 0, stands with the stable word of a field.
    SheetColumnsTold { source: String, columns: Vec<(u32, String)> },
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
    /// Something happens to a design of grids.
    GridDesign(DesignEvent),
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
    /// Somebody who had left works here again, in the same post.
    StaffReturned,
    /// An organisation.
    OrganisationAdded { kind: OrganisationKind, name: String, estates: Vec<EstateId> },
    /// Another name or other estates.
    OrganisationChanged { kind: OrganisationKind, name: String, estates: Vec<EstateId> },
    /// It has ended its work here.
    OrganisationLeft,
    /// It works here again.
    OrganisationReturned,
    /// Whoever has one of these roles signs in with a second factor, or may do nothing before setting one up.
    TwoFactorDutySet { roles: Vec<Role> },
    /// A resident is known, living in a room; name and numbers are in the vault.
    ResidentRegistered { room: Option<RoomId>, estate: EstateId },
    /// Something about a resident in the vault changed, or the room.
    ResidentChanged { room: Option<RoomId>, estate: EstateId },
    /// Where a resident lives and as what; nowhere once they have left.
    ResidentHomesSet { homes: Vec<Home> },
    /// Fields of a resident's card were written or put right; what they hold is in the vault.
    CardWritten { fields: Vec<CardField> },
    /// Fields of a card are gone from the vault, or single tags of it, and why.
    CardFieldsErased { fields: Vec<CardField>, why: ErasedFor },
    /// A resident agreed to something, or a guardian did.
    ConsentGiven { consent: Consent },
    /// The consent of that number was taken back.
    ConsentWithdrawn { n: u32 },
    /// A resident's data were erased.
    ResidentErased,
    /// Somebody asked about their own data; who is in the vault until it is answered.
    RightsAsked { right: Right, due_at: Moment },
    /// They were answered.
    RightsAnswered { outcome: Outcome },
    /// How rates are counted here.
    RateRuleSet { rule: RateRule },
    /// Somebody said something on the own figures, for whoever reads them; the words are in the vault.
    LoadCommented { n: u32 },
    /// The words of that comment are gone.
    LoadCommentErased { n: u32 },
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
    Rights(RightsCaseId),
    Request(RequestId),
    Work(WorkKind, Uuid),
    HandOver(HandOverId),
    Allocation(AllocationId),
    GridDesign(DesignId),
    Project(ProjectId),
    Call(CallId),
    Issue(IssueId),
    Survey(SurveyId),
    View(ViewId),
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
            Self::Rights(_) => "rights",
            Self::Request(_) => "request",
            Self::Work(kind, _) => kind.name(),
            Self::HandOver(_) => "hand_over",
            Self::Allocation(_) => "allocation",
            Self::GridDesign(_) => "grid_design",
            Self::Project(_) => "project",
            Self::Call(_) => "call",
            Self::Issue(_) => "issue",
            Self::Survey(_) => "survey",
            Self::View(_) => "view",
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
            Self::Rights(id) => id.0,
            Self::Request(id) => id.0,
            Self::Work(_, id) => id,
            Self::HandOver(id) => id.0,
            Self::Allocation(id) => id.0,
            Self::GridDesign(id) => id.0,
            Self::Project(id) => id.0,
            Self::Call(id) => id.0,
            Self::Issue(id) => id.0,
            Self::Survey(id) => id.0,
            Self::View(id) => id.0,
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
            "rights" => Self::Rights(id.into()),
            "request" => Self::Request(id.into()),
            "hand_over" => Self::HandOver(id.into()),
            "allocation" => Self::Allocation(id.into()),
            "grid_design" => Self::GridDesign(id.into()),
            "project" => Self::Project(id.into()),
            "call" => Self::Call(id.into()),
            "issue" => Self::Issue(id.into()),
            "survey" => Self::Survey(id.into()),
            "view" => Self::View(id.into()),
            other => return WorkKind::of_name(other).map(|kind| Self::Work(kind, id)),
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
    /// To the own work of stewards and grid workers.
    Work(WorkEvent),
    /// To an allocation.
    Allocation(AllocationEvent),
    /// To a project.
    Project(ProjectEvent),
    /// To a call for help.
    Call(CallEvent),
    /// To a common issue.
    Issue(IssueEvent),
    /// To a door survey.
    Survey(SurveyEvent),
    /// To a saved view.
    View(ViewEvent),
}

impl From<RequestEvent> for Body {
    fn from(event: RequestEvent) -> Self {
        Self::Request(event)
    }
}

impl From<AllocationEvent> for Body {
    fn from(event: AllocationEvent) -> Self {
        Self::Allocation(event)
    }
}

impl From<IssueEvent> for Body {
    fn from(event: IssueEvent) -> Self {
        Self::Issue(event)
    }
}

impl From<WorkEvent> for Body {
    fn from(event: WorkEvent) -> Self {
        Self::Work(event)
    }
}

impl From<ProjectEvent> for Body {
    fn from(event: ProjectEvent) -> Self {
        Self::Project(event)
    }
}

impl From<CallEvent> for Body {
    fn from(event: CallEvent) -> Self {
        Self::Call(event)
    }
}

impl From<SurveyEvent> for Body {
    fn from(event: SurveyEvent) -> Self {
        Self::Survey(event)
    }
}

impl From<ViewEvent> for Body {
    fn from(event: ViewEvent) -> Self {
        Self::View(event)
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
