//! The state of a request, as folded from its events.

use super::targets::Target;
use crate::ids::{BuildingId, EstateId, IssueId, RequestId, RoomId, StaffId, UnitId};
use crate::limit::{Clock, Limit, Measure};
use crate::moment::Moment;
use crate::party::{Actor, Party};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a request stands in its life (`design.md` §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody has said it; nobody has looked at it yet.
    Reported,
    /// The steward has taken it on.
    Accepted,
    /// Not for the community, with a reason.
    Refused,
    /// Handed to somebody who has not accepted yet; the one before stays responsible.
    Dispatched,
    /// The handler works on it.
    InProgress,
    /// The handler works on it with more time, for a reason the resident was told.
    Extended,
    /// Put aside until a date (挂账); the clock stands.
    Suspended,
    /// Waiting for the resident, or for an approval; the clock stands.
    Waiting,
    /// Given back by the one who was asked.
    Returned,
    /// The street office or a bureau was called.
    Escalated,
    /// Done, with a public reply; not yet checked.
    Disposed,
    /// Somebody has looked: it is done.
    Checked,
    /// The end.
    Closed,
    /// Part of another request.
    Merged,
    /// Taken back: filed by mistake.
    Voided,
}

/// What the clock of a request does in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockMotion {
    /// It runs.
    Runs,
    /// It stands; what is left stays left.
    Stands,
    /// It has ended for good, unless the request is reopened.
    Ended,
}

impl State {
    /// Every state in the order of life.
    pub const ALL: [Self; 15] = [
        Self::Reported,
        Self::Accepted,
        Self::Refused,
        Self::Dispatched,
        Self::InProgress,
        Self::Extended,
        Self::Suspended,
        Self::Waiting,
        Self::Returned,
        Self::Escalated,
        Self::Disposed,
        Self::Checked,
        Self::Closed,
        Self::Merged,
        Self::Voided,
    ];

    /// The states in which somebody still owes something.
    pub const OPEN: &'static [Self] = &[
        Self::Reported,
        Self::Accepted,
        Self::Dispatched,
        Self::InProgress,
        Self::Extended,
        Self::Suspended,
        Self::Waiting,
        Self::Returned,
        Self::Escalated,
        Self::Disposed,
        Self::Checked,
    ];

    /// The stable name used in the ledger, the API and as translation key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Dispatched => "dispatched",
            Self::InProgress => "in_progress",
            Self::Extended => "extended",
            Self::Suspended => "suspended",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Escalated => "escalated",
            Self::Disposed => "disposed",
            Self::Checked => "checked",
            Self::Closed => "closed",
            Self::Merged => "merged",
            Self::Voided => "voided",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether somebody still owes something.
    #[must_use]
    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }

    /// The rule table of the clock: what it does in each state. Waiting for the check is not the handler's time, so it
    /// stands from `Disposed` on; rework lets it run again.
    #[must_use]
    pub const fn clock(self) -> ClockMotion {
        match self {
            Self::Suspended | Self::Waiting | Self::Disposed | Self::Checked => ClockMotion::Stands,
            Self::Closed | Self::Refused | Self::Merged | Self::Voided => ClockMotion::Ended,
            Self::Reported
            | Self::Accepted
            | Self::Dispatched
            | Self::InProgress
            | Self::Extended
            | Self::Returned
            | Self::Escalated => ClockMotion::Runs,
        }
    }
}

/// For whom a request waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// The resident, who is to answer something; the answer lets the clock run again.
    Resident,
    /// Somebody who must approve.
    Approval,
}

impl Awaited {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Approval => "approval",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Resident, Self::Approval].into_iter().find(|it| it.name() == name)
    }
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// Done within its limit.
    Normal,
    /// Done after its limit.
    Overtime,
    /// Ended without being done, for a reason that is told.
    Special,
}

impl Closing {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Overtime => "overtime",
            Self::Special => "special",
        }
    }
}

/// By which way a request came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The page, with or without QR code.
    Web,
    /// A call taken down by an officer.
    Phone,
    /// Said at the counter.
    Counter,
    /// Written in a chat group and taken over by hand.
    Group,
    /// Found on a round.
    Patrol,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::Web, Self::Phone, Self::Counter, Self::Group, Self::Patrol];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Phone => "phone",
            Self::Counter => "counter",
            Self::Group => "group",
            Self::Patrol => "patrol",
        }
    }

    /// The channel of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}

/// Where a request is: always an estate, the rest as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The estate.
    pub estate: EstateId,
    /// The building, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<BuildingId>,
    /// The unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
}

/// How content somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Satisfaction {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Basically,
    /// 不满意.
    Dissatisfied,
}

/// Whether the follow-up reached anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Somebody answered.
    Reached,
    /// Nobody answered.
    Unreached,
    /// They did not wish to answer.
    Declined,
}

/// The outcome of a follow-up (回访).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Whether anybody was reached.
    pub reach: Reach,
    /// Whether they call it solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<bool>,
    /// How content they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<Satisfaction>,
}

/// A request, folded from its events. Free text, names and photos are in the vault; here they are counted, and
/// events refer to them by number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Its id, chosen by whoever filed it.
    pub id: RequestId,
    /// The number people say on the phone: counted from 1 in each community.
    pub number: u64,
    /// How many events it has: what `If-Match` names.
    pub version: u64,
    /// Where it stands.
    pub state: State,
    /// Where it is.
    pub place: Place,
    /// Code of the matter, see [`crate::matter`].
    pub matter: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// Danger to life, gas, fire, trapped lift.
    pub urgent: bool,
    /// Who typed it in.
    pub filed_by: Actor,
    /// When it was said.
    pub reported_at: Moment,
    /// When somebody first took it on or refused it.
    #[serde(default)]
    pub accepted_at: Option<Moment>,
    /// When the reporter first got words or a deed, see [`RequestEvent::answers`](super::RequestEvent::answers).
    #[serde(default)]
    pub answered_at: Option<Moment>,
    /// Who works on it.
    pub handler: Party,
    /// Who was asked and has not accepted yet.
    pub asked: Option<Party>,
    /// The clock of the limit for being done.
    pub clock: Clock,
    /// The limit that it had before it first got more time, or that had run out when its matter was changed; `None`
    /// while that is the limit of the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_limit: Option<Limit>,
    /// Limits for other measures, such as the first contact.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: BTreeMap<Measure, Target>,
    /// How many texts it has in the vault.
    pub words: u32,
    /// How many photos it has in the vault.
    pub photos: u32,
    /// How many other people said "me too".
    pub joined: u32,
    /// How often it was given back.
    pub returns: u32,
    /// How often the check sent it back.
    pub reworks: u32,
    /// How often it was taken up after its end.
    #[serde(default)]
    pub reopenings: u32,
    /// How often it got more time.
    pub extensions: u32,
    /// Text number of the last public reply.
    pub reply: Option<u32>,
    /// Until when it is put aside, or when to look again whether anybody has answered.
    pub suspended_until: Option<Moment>,
    /// For whom it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaits: Option<Awaited>,
    /// When it was last reported done.
    pub disposed_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// The request it became part of.
    pub merged_into: Option<RequestId>,
    /// The common issue it belongs to.
    pub issue: Option<IssueId>,
    /// What the resident says: solved or not.
    pub confirmed: Option<bool>,
    /// How content the resident is.
    pub satisfaction: Option<Satisfaction>,
    /// The last follow-up.
    pub follow_up: Option<FollowUp>,
    /// The grid worker or officer who found it done on the spot.
    pub done_on_spot_by: Option<StaffId>,
    /// Its texts were erased on a person's demand.
    pub erased: bool,
}
