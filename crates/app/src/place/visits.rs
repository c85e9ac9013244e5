//! Rooms to visit from door to door, of a building or of a grid.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::{BuildingId, GridId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::{GridPart, Room};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};
use std::collections::HashMap;

/// Where somebody goes from door to door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitArea {
    /// Through a building.
    Building(BuildingId),
    /// Through a grid.
    Grid(GridId),
}

/// One unit with its rooms.
#[derive(Clone, Debug)]
pub struct VisitUnit {
    /// The estate.
    pub estate: String,
    /// The building.
    pub building: String,
    /// The unit.
    pub unit: String,
    /// Its rooms, from the ground upwards. Who lives in them is not told: a list on paper gets lost.
    pub rooms: Vec<Room>,
}

/// The rooms to visit.
#[derive(Clone, Debug)]
pub struct VisitList {
    /// The grid, or estate and building.
    pub name: String,
    /// The units with rooms, by estate and building.
    pub units: Vec<VisitUnit>,
}

impl App {
    /// The rooms of a building or of a grid.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`], also for what belongs to another community.
    pub fn visit_list(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        area: VisitArea,
    ) -> Result<VisitList> {
        allow(who, Action::ReadPlaces, &Area::community(community, None))?;
        let estates: HashMap<_, _> =
            tx.estates(community)?.into_iter().map(|it| (it.id, it.facts.name)).collect();
        let estate = |row: &BuildingRow| estates.get(&row.estate).cloned().unwrap_or_default();
        let mut buildings = tx.buildings(community, None, self.now())?;
        buildings.sort_by_cached_key(estate);
        let (name, parts) = match area {
            VisitArea::Grid(id) => {
                let grids = tx.grids(community, None, self.now())?;
                let grid = grids.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
                (grid.name, grid.parts)
            }
            VisitArea::Building(id) => {
                let row = buildings.iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
                (format!("{} {}", estate(row), row.name), vec![GridPart { building: id, unit: None }])
            }
        };
        let is_meant = |row: &BuildingRow, unit: &UnitRow| {
            let here = |part: &GridPart| part.building == row.id && part.unit.is_none_or(|it| it == unit.id);
            parts.iter().any(here)
        };
        let units = tx.units(community, None)?;
        let mut found = Vec::new();
        for row in &buildings {
            for unit in units.iter().filter(|it| it.building == row.id && is_meant(row, it)) {
                let rooms = tx.rooms(community, unit.id)?;
                if !rooms.is_empty() {
                    let (building, unit) = (row.name.clone(), unit.name.clone());
                    found.push(VisitUnit { estate: estate(row), building, unit, rooms });
                }
            }
        }
        Ok(VisitList { name, units: found })
    }
}
