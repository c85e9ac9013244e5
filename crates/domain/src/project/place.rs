//! What is needed, and at which doors.

use crate::ids::{BuildingId, RoomId, UnitId};
use crate::refusal::Refusal;
use crate::worded::worded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most doors of one project: more than the largest estate has households.
pub const MOST_DEMANDS: usize = 3_000;

worded! {
    /// What a door is in want of. What is delivered for it bears the same word: a lamp for a dark door, a trimmed tree
    /// for a shaded window, a measure for anything else.
    Need {
        /// No light at the unit door: a lamp.
        DarkDoor = "dark_door";
        /// A tree shades the windows: trimming.
        Shade = "shade";
        /// Something else: a measure.
        Other = "other";
    }
}

/// A unit door, or with a room the door of that flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Door {
    /// The building.
    pub building: BuildingId,
    /// The unit.
    pub unit: UnitId,
    /// The room; `None` is the door of the staircase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
}

/// A door that is in want of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Demand {
    /// Which door.
    #[serde(flatten)]
    pub door: Door,
    /// Of what.
    pub need: Need,
}

/// A scope in one order, each door once for each need.
///
/// # Errors
/// [`Refusal::NoDoors`] when it is empty; [`Refusal::NotAChoice`] above [`MOST_DEMANDS`].
pub(super) fn scope_of(demands: &[Demand]) -> Result<Vec<Demand>, Refusal> {
    let scope: BTreeSet<Demand> = demands.iter().copied().collect();
    match scope.len() {
        0 => Err(Refusal::NoDoors),
        n if n > MOST_DEMANDS => Err(Refusal::NotAChoice { field: "door", value: n.to_string() }),
        _ => Ok(scope.into_iter().collect()),
    }
}
