//! Grids with their workers, their parts by name, and what belongs to none of them.

use crate::error::Result;
use crate::office::{App, Names, Person, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{BuildingId, UnitId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};
use std::collections::{HashMap, HashSet};

/// A grid with its worker.
#[derive(Clone, Debug)]
pub struct NamedGrid {
    /// The grid.
    pub grid: Grid,
    /// Its worker; `None` while there is nobody.
    pub worker: Option<Person>,
}

impl NamedGrid {
    /// Whether it covers a unit, by itself or with its whole building.
    #[must_use]
    pub fn holds(&self, building: BuildingId, unit: UnitId) -> bool {
        self.grid.parts.iter().any(|part| part.building == building && part.unit.is_none_or(|it| it == unit))
    }

    /// Whether it covers a building or a part of it.
    #[must_use]
    pub fn touches(&self, building: BuildingId) -> bool {
        self.grid.parts.iter().any(|part| part.building == building)
    }
}

/// A building or one unit of it, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartName {
    /// The estate.
    pub estate: String,
    /// The building.
    pub building: String,
    /// The unit; `None` is the whole building.
    pub unit: Option<String>,
}

/// A grid as the list of grids shows it.
#[derive(Clone, Debug)]
pub struct GridSheet {
    /// The grid with its worker.
    pub named: NamedGrid,
    /// Households.
    pub households: u64,
    /// What it covers, by estate and building.
    pub parts: Vec<PartName>,
}

/// All grids of a community, and what they leave out.
#[derive(Clone, Debug)]
pub struct GridDivision {
    /// The grids.
    pub grids: Vec<GridSheet>,
    /// Buildings and units that belong to no grid.
    pub gaps: Vec<PartName>,
}

impl App {
    /// The grids of a community with their workers, by number.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn named_grids(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
    ) -> Result<Vec<NamedGrid>> {
        let mut found = Vec::new();
        for grid in tx.grids(community, None, self.now())? {
            let worker = match grid.worker {
                Some(worker) => Some(self.named(tx, names, community, worker.0)?.clone()),
                None => None,
            };
            found.push(NamedGrid { grid, worker });
        }
        Ok(found)
    }

    /// How the households of a community are divided into grids.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`], [`guanjia_domain::Refusal::NotFound`].
    pub fn grid_division(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<GridDivision> {
        allow(who, Action::ReadPlaces, &Area::community(community, None))?;
        let grids = self.named_grids(tx, &mut Names::default(), community)?;
        let estates = tx.estates(community)?;
        let estates = estates.into_iter().map(|it| (it.id, it.facts.name)).collect::<HashMap<_, _>>();
        let mut buildings = tx.buildings(community, None, self.now())?;
        buildings.sort_by_cached_key(|it| estates.get(&it.estate).cloned());
        let named = |building: BuildingRow| {
            let estate = estates.get(&building.estate).cloned().unwrap_or_default();
            (building, estate)
        };
        let ground = Ground {
            buildings: buildings.into_iter().map(named).collect(),
            units: tx.units(community, None)?,
        };
        let gaps = ground.gaps(&grids);
        Ok(GridDivision { grids: grids.into_iter().map(|grid| ground.sheet(grid)).collect(), gaps })
    }
}

/// What there is to divide: buildings with the names of their estates, and units.
struct Ground {
    buildings: Vec<(BuildingRow, String)>,
    units: Vec<UnitRow>,
}

impl Ground {
    fn sheet(&self, named: NamedGrid) -> GridSheet {
        let (mut households, mut parts) = (0, Vec::new());
        for (building, estate) in &self.buildings {
            let part = |unit| PartName { estate: estate.clone(), building: building.name.clone(), unit };
            let whole = named.grid.parts.iter().any(|it| it.building == building.id && it.unit.is_none());
            if whole {
                households += u64::from(building.households);
                parts.push(part(None));
                continue;
            }
            for unit in self.units_of(building.id).filter(|unit| named.holds(building.id, unit.id)) {
                households += u64::from(unit.households);
                parts.push(part(Some(unit.name.clone())));
            }
        }
        GridSheet { named, households, parts }
    }

    /// A building nobody covers is one gap; of one that is covered in part, each missing unit is.
    fn gaps(&self, grids: &[NamedGrid]) -> Vec<PartName> {
        let parts = grids.iter().flat_map(|it| &it.grid.parts);
        let covered = parts.map(|part| (part.building, part.unit)).collect::<HashSet<_>>();
        let touched = covered.iter().map(|(building, _)| *building).collect::<HashSet<_>>();
        let mut gaps = Vec::new();
        for (building, estate) in &self.buildings {
            let part = |unit| PartName { estate: estate.clone(), building: building.name.clone(), unit };
            if !touched.contains(&building.id) {
                gaps.push(part(None));
            } else if !covered.contains(&(building.id, None)) {
                let missing =
                    self.units_of(building.id).filter(|it| !covered.contains(&(building.id, Some(it.id))));
                gaps.extend(missing.map(|unit| part(Some(unit.name.clone()))));
            }
        }
        gaps
    }

    fn units_of(&self, building: BuildingId) -> impl Iterator<Item = &UnitRow> {
        self.units.iter().filter(move |unit| unit.building == building)
    }
}
