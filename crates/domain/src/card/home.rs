//! Where somebody lives, and as what. A person may have several homes, and a room several households.

use crate::ids::{EstateId, RoomId};
use crate::worded::worded;
use serde::{Deserialize, Serialize};

/// How many homes one person may have here.
pub const MOST_HOMES: usize = 8;

worded! {
    /// As what somebody is at home in a room.
    Stay {
        /// Nobody has said.
        Unknown = "unknown";
        /// Owns the room and lives there.
        Owner = "owner";
        /// Lives there with the owner or the tenant.
        Family = "family";
        /// Rents it.
        Tenant = "tenant";
        /// Owns it and lives elsewhere.
        OwnerAway = "owner_away";
        /// Is registered there and lives elsewhere (人户分离).
        RegisteredOnly = "registered_only";
    }
}

impl Stay {
    /// Whether somebody is to be found there.
    #[must_use]
    pub const fn lives_there(self) -> bool {
        !matches!(self, Self::OwnerAway | Self::RegisteredOnly)
    }
}

/// One home of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// The estate.
    pub estate: EstateId,
    /// The room, if it is known.
    pub room: Option<RoomId>,
    /// As what.
    pub stay: Stay,
}
