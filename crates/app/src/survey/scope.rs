//! From buildings, units and rooms that were chosen to staircases in the order of the walk.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId, UnitId};
use guanjia_domain::survey::{Stair, StairRoom};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use std::collections::BTreeSet;

/// Where a survey asks. Of buildings and units it takes the rooms in which somebody lives; a room that is named by
/// itself is always taken.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The whole estate.
    pub whole: bool,
    /// Whole buildings.
    pub buildings: BTreeSet<BuildingId>,
    /// Whole units.
    pub units: BTreeSet<UnitId>,
    /// Single rooms.
    pub rooms: BTreeSet<RoomId>,
}

impl App {
    /// The staircases of a scope: buildings by number, units in their order, rooms from the ground up.
    ///
    /// # Errors
    /// [`Refusal::PlaceMismatch`] when something of it does not exist in the estate.
    pub(crate) fn stairs(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        scope: &Scope,
    ) -> Result<Vec<Stair>> {
        let (mut stairs, mut left) = (Vec::new(), scope.clone());
        for building in tx.buildings(community, Some(estate), self.now())? {
            let whole = left.buildings.remove(&building.id) || scope.whole;
            for unit in tx.units(community, Some(building.id))? {
                let whole = left.units.remove(&unit.id) || whole;
                if !whole && left.rooms.is_empty() {
                    continue;
                }
                let mut rooms = tx.rooms(community, unit.id)?;
                rooms.retain(|room| left.rooms.remove(&room.id) || whole && room.households > 0);
                rooms.sort_by_key(|room| room.floor);
                if !rooms.is_empty() {
                    let room = |it: guanjia_domain::place::Room| StairRoom {
                        room: it.id,
                        floor: it.floor,
                        households: it.households,
                    };
                    let rooms = rooms.into_iter().map(room).collect();
                    stairs.push(Stair { building: building.id, unit: unit.id, rooms });
                }
            }
        }
        if !(left.buildings.is_empty() && left.units.is_empty() && left.rooms.is_empty()) {
            return Err(Refusal::PlaceMismatch { field: "scope" }.into());
        }
        Ok(stairs)
    }
}
