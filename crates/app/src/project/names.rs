//! What the doors of an estate are called, and whether there is such a door.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId, UnitId};
use guanjia_domain::project::Door;
use guanjia_store::Tx;
use std::collections::{BTreeSet, HashMap};

/// The names of doors.
#[derive(Clone, Debug, Default)]
pub struct DoorNames {
    buildings: HashMap<BuildingId, (String, EstateId)>,
    units: HashMap<UnitId, (BuildingId, String)>,
    rooms: HashMap<RoomId, (UnitId, String)>,
}

impl DoorNames {
    /// Whether there is such a door in the estate.
    #[must_use]
    pub fn holds(&self, estate: EstateId, door: &Door) -> bool {
        let building = self.buildings.get(&door.building).is_some_and(|(_, its)| *its == estate);
        let unit = self.units.get(&door.unit).is_some_and(|(its, _)| *its == door.building);
        let room =
            door.room.is_none_or(|room| self.rooms.get(&room).is_some_and(|(its, _)| *its == door.unit));
        building && unit && room
    }

    /// In one line: 4号楼 2单元 501.
    #[must_use]
    pub fn name(&self, door: &Door) -> String {
        let room = door.room.and_then(|room| self.rooms.get(&room)).map(|(_, name)| name.as_str());
        let unit = self.units.get(&door.unit).map(|(_, name)| name.as_str());
        let parts = [Some(self.building(door.building)), unit, room];
        parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The name of a building; empty when nobody knows it.
    #[must_use]
    pub fn building(&self, id: BuildingId) -> &str {
        self.buildings.get(&id).map_or("", |(name, _)| name)
    }
}

impl App {
    /// The names of these doors, with all buildings and units of the community.
    pub(super) fn names_of_doors(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        doors: impl Iterator<Item = Door>,
    ) -> Result<DoorNames> {
        let mut names = DoorNames::default();
        for it in tx.buildings(community, None, self.now())? {
            names.buildings.insert(it.id, (it.name, it.estate));
        }
        for it in tx.units(community, None)? {
            names.units.insert(it.id, (it.building, it.name));
        }
        let units: BTreeSet<UnitId> = doors.filter(|it| it.room.is_some()).map(|it| it.unit).collect();
        for unit in units {
            names.rooms.extend(tx.rooms(community, unit)?.into_iter().map(|it| (it.id, (unit, it.name))));
        }
        Ok(names)
    }
}
