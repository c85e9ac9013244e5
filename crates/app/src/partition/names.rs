//! Places, grids and people of the partitions by name.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::grid::Drawings;
use guanjia_domain::ids::{BuildingId, EstateId, GridId, UnitId};
use guanjia_domain::partition::Fault;
use guanjia_domain::place::GridPart;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};
use std::sync::Arc;

/// A gap or overlap with the names of what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFault {
    /// What is wrong.
    pub fault: Fault,
    /// The building or unit; empty for a fault of a grid.
    pub place: String,
    /// The grids, by name.
    pub grids: String,
}

/// What there is, by name.
pub(super) struct Places {
    pub estates: Arc<Vec<(EstateId, String)>>,
    pub buildings: Vec<BuildingRow>,
    pub units: Vec<UnitRow>,
    pub grids: Arc<Vec<Drawings>>,
}

impl Places {
    pub(super) fn read(app: &App, tx: &mut Tx, community: CommunityCode) -> Result<Self> {
        Ok(Self {
            estates: tx.estate_names(community)?,
            buildings: tx.buildings(community, None, app.now())?,
            units: tx.units(community, None)?,
            grids: tx.drawings(community)?,
        })
    }

    pub(super) fn estate(&self, id: EstateId) -> &str {
        self.estates.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
    }

    pub(super) fn grid(&self, id: GridId) -> &str {
        self.grids.iter().find(|grid| grid.id == id).map_or("", |grid| &grid.name)
    }

    pub(super) fn grids(&self, ids: &[GridId]) -> String {
        ids.iter().map(|id| self.grid(*id)).collect::<Vec<_>>().join("、")
    }

    pub(super) fn unit(&self, id: UnitId) -> &str {
        self.units.iter().find(|unit| unit.id == id).map_or("", |unit| &unit.name)
    }

    /// A part with the estate in which its building stands at `at`.
    pub(super) fn part(&self, part: GridPart, at: Moment) -> String {
        self.place(part.building, part.unit, at)
    }

    pub(super) fn place(&self, building: BuildingId, unit: Option<UnitId>, at: Moment) -> String {
        let row = self.buildings.iter().find(|row| row.id == building);
        let estate = row.map_or("", |row| self.estate(row.standing.at(at)));
        let building = row.map_or("", |row| row.name.as_str());
        let unit = unit.map_or("", |unit| self.unit(unit));
        [estate, building, unit].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn fault(&self, fault: &Fault, at: Moment) -> NamedFault {
        let (place, grids) = match fault {
            Fault::NoEstate { building } => (self.place(*building, None, at), String::new()),
            Fault::NoGrid { building, unit } => (self.place(*building, *unit, at), String::new()),
            Fault::TwoGrids { building, unit, grids } => {
                (self.place(*building, *unit, at), self.grids(grids))
            }
            Fault::NoWorker { grid } | Fault::NoSuchPlace { grid } => {
                (String::new(), self.grid(*grid).to_owned())
            }
        };
        NamedFault { fault: fault.clone(), place, grids }
    }
}
