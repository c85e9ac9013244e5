//! Places: what exists, and how it comes to exist.

mod below;
mod buildings;
mod change;
mod claims;
mod estates;
mod found;
mod grids;
mod held;
mod plan;
mod reach;
mod visits;

pub use below::CommunitySheet;
pub use buildings::{BuildingSheet, UnitSheet};
pub use change::{NewBuilding, NewEstate};
pub use claims::NewClaim;
pub use estates::{BuildingTally, EstateSheet, EstateTally};
pub use found::NewCommunity;
pub use grids::{GridDivision, GridSheet, NamedGrid, PartName};
pub use held::{EstateClaims, HeldClaim};
pub use plan::PlannedEstate;
pub use visits::{VisitArea, VisitList, VisitUnit};

use crate::request::PlaceName;
use guanjia_domain::Refusal;
use guanjia_domain::request::Place;
use guanjia_store::places::FoundPlace;

/// What a found place says of one that was asked for.
pub(crate) trait Fits {
    /// Whether everything that was named exists where it should.
    fn fits(&self, asked: &Place) -> Result<(), Refusal>;
    /// As names.
    fn into_name(self) -> PlaceName;
}

impl Fits for FoundPlace {
    fn fits(&self, asked: &Place) -> Result<(), Refusal> {
        if self.estate.is_none() {
            return Err(Refusal::NotFound);
        }
        let parts = [
            ("building", asked.building.is_some(), self.building.is_some()),
            ("unit", asked.unit.is_some(), self.unit.is_some()),
            ("room", asked.room.is_some(), self.room.is_some()),
        ];
        match parts.into_iter().find(|(_, wanted, found)| *wanted && !found) {
            Some((field, ..)) => Err(Refusal::PlaceMismatch { field }),
            None => Ok(()),
        }
    }

    fn into_name(self) -> PlaceName {
        PlaceName {
            estate: self.estate.unwrap_or_default(),
            building: self.building,
            unit: self.unit,
            room: self.room,
        }
    }
}
