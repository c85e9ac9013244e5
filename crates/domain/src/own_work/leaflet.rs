//! Notices and policy leaflets (政策宣传), and the places where they hang until they are taken down.

use crate::ids::{BuildingId, EstateId, GroupId, LeafletId, UnitId};
use crate::moment::Moment;
use crate::party::Actor;
use crate::refusal::Refusal;
use crate::worded::worded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The most places of one leaflet.
const MOST_PLACES: usize = 500;

worded! {
    /// What it is.
    LeafletKind {
        /// A notice: something happens here.
        Notice = "notice";
        /// A leaflet about a rule or a service.
        Policy = "policy";
    }
}

worded! {
    /// Where it was put.
    Spot {
        /// On a unit door.
        UnitDoor = "unit_door";
        /// On a notice board.
        Board = "board";
        /// Into a residents' group.
        Group = "group";
        /// Somewhere else.
        Other = "other";
    }
}

/// A place where it was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Put {
    /// Which sort of place.
    pub spot: Spot,
    /// The building.
    pub building: Option<BuildingId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The group.
    pub group: Option<GroupId>,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// Until the end of which day.
    pub until: Date,
    /// Whether there is a photo; it has the number of the place.
    pub photo: bool,
    /// When it was taken down.
    pub taken_at: Option<Moment>,
}

/// A notice or leaflet. Its title is text 0 of the vault, its words are text 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaflet {
    /// Its id.
    pub id: LeafletId,
    /// What it is.
    pub kind: LeafletKind,
    /// For which estate; `None` is the whole community.
    pub estate: Option<EstateId>,
    /// In force until the end of which day.
    pub until: Date,
    /// Since when.
    pub made_at: Moment,
    /// Where it was put, the oldest first.
    #[serde(default)]
    pub places: Vec<Put>,
    /// It was taken back before its day.
    #[serde(default)]
    pub withdrawn: bool,
}

impl Leaflet {
    /// Whether it says something that holds on `today`.
    #[must_use]
    pub fn in_force(&self, today: Date) -> bool {
        !self.withdrawn && today <= self.until
    }

    /// The places where it hangs though its day is over, with their numbers. What was sent to a group stays there.
    pub fn to_take_down(&self, today: Date) -> impl Iterator<Item = (u32, &Put)> {
        let over = move |put: &Put| self.withdrawn || today > put.until;
        (0..)
            .zip(&self.places)
            .filter(move |(_, put)| put.taken_at.is_none() && put.spot != Spot::Group && over(put))
    }

    /// Whether anything is left to do with it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.withdrawn || self.places.iter().any(|put| put.taken_at.is_none() && put.spot != Spot::Group)
    }

    /// Whether it can be put somewhere until `until`.
    ///
    /// # Errors
    /// [`Refusal::WorkEnded`] when its day is over; [`Refusal::NotAChoice`] for a day that is over, and when it hangs
    /// in too many places.
    pub fn check_put(&self, until: Date, today: Date) -> Result<(), Refusal> {
        if !self.in_force(today) {
            return Err(Refusal::WorkEnded);
        }
        if until < today {
            return Err(Refusal::NotAChoice { field: "until", value: until.to_string() });
        }
        if self.places.len() >= MOST_PLACES {
            return Err(Refusal::NotAChoice { field: "spot", value: MOST_PLACES.to_string() });
        }
        Ok(())
    }
}
