//! Typed identifiers: one newtype a kind of thing, so that no estate is ever taken for a building.
//!
//! All are UUIDs of version 7 (RFC 9562): their order is the order in which they were made, which keeps
//! inserts at the end of every index. They are made outside (`guanjia_app::Ids`) or by a client.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::from_str(text).map(Self) }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self { id.0 }
        }
    )+};
}

typed_ids! {
    /// An estate (小区).
    EstateId,
    /// A building (楼栋) of an estate.
    BuildingId,
    /// A unit (单元), one staircase of a building.
    UnitId,
    /// A room (室), one flat of a unit.
    RoomId,
    /// A grid (网格).
    GridId,
    /// A person who works for the community or above it: officer, grid worker, administrator.
    StaffId,
    /// A body that work is handed to: property company, committee, stationed organisation, bureau.
    OrganisationId,
    /// A resident whom the community knows by name.
    ResidentId,
    /// Somebody asked about their own data.
    RightsCaseId,
    /// A request (诉求). The client may choose it.
    RequestId,
    /// A common issue (共性问题).
    IssueId,
    /// A project that puts an issue right (整改).
    ProjectId,
    /// A call for help (吹哨).
    CallId,
    /// A residents' group (微信群 and the like) of an estate.
    GroupId,
    /// A hazard round (隐患排查).
    RoundId,
    /// The file of a mediation (矛盾调解).
    MediationId,
    /// A notice or policy leaflet (政策宣传).
    LeafletId,
    /// A hand-over (交接).
    HandOverId,
    /// An allocation (分配): a draft of who looks after which estate.
    AllocationId,
    /// An objection to an allocation.
    ObjectionId,
    /// A design of grids (网格划分方案).
    DesignId,
    /// A door survey (入户摸排).
    SurveyId,
    /// A saved view of the query page.
    ViewId,
    /// An answer at a door. The phone at the door chooses it.
    AnswerId,
}
