//! The names of the doors of a survey.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, RoomId, UnitId};
use guanjia_domain::survey::{Spot, Survey};
use guanjia_store::Tx;
use std::collections::HashMap;

/// Names of buildings, units and rooms as they are today; what is no longer there has none.
#[derive(Clone, Debug, Default)]
pub struct DoorNames {
    buildings: HashMap<BuildingId, String>,
    units: HashMap<UnitId, String>,
    rooms: HashMap<RoomId, String>,
}

impl DoorNames {
    /// Of a building.
    #[must_use]
    pub fn building(&self, id: BuildingId) -> &str {
        self.buildings.get(&id).map_or("", String::as_str)
    }

    /// Of a unit.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> &str {
        self.units.get(&id).map_or("", String::as_str)
    }

    /// Of a room.
    #[must_use]
    pub fn room(&self, id: RoomId) -> &str {
        self.rooms.get(&id).map_or("", String::as_str)
    }

    /// Building, unit and room of a door; the room is empty for a unit door.
    #[must_use]
    pub fn spot(&self, spot: &Spot) -> [&str; 3] {
        let room = spot.room.map_or("", |room| self.room(room));
        [self.building(spot.building), self.unit(spot.unit), room]
    }
}

impl App {
    /// The names of the doors of a survey.
    ///
    /// # Errors
    /// What the store says.
    pub fn door_names(&self, tx: &mut Tx, community: CommunityCode, survey: &Survey) -> Result<DoorNames> {
        let mut names = DoorNames::default();
        for building in tx.buildings(community, None, self.now())? {
            names.buildings.insert(building.id, building.name);
        }
        for stair in survey.doors.chunk_by(|one, next| one.spot.unit == next.spot.unit) {
            let Some(unit) = stair.first().map(|door| door.spot.unit) else { continue };
            for room in tx.rooms(community, unit)? {
                names.rooms.insert(room.id, room.name);
            }
        }
        for unit in tx.units(community, None)? {
            names.units.insert(unit.id, unit.name);
        }
        Ok(names)
    }
}
