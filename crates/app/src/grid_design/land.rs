//! Buildings, neighbours and present grids, as a design reads them.

use super::obstacle::Obstacle;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::grid::Drawings;
use guanjia_domain::grid_design::{Band, Lines, Priority};
use guanjia_domain::ids::{BuildingId, EstateId, GridId};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_plan::grids::settle::Present;
use guanjia_plan::grids::survey::{self, Spot, Survey, survey};
use guanjia_plan::grids::{self as plan, Building, Distance, Objective, Problem, Strictness, Whole};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

/// The most buildings that are designed within a page's patience.
pub(super) const MOST: usize = 600;

/// The land that grids divide.
pub(super) struct Land {
    pub(super) buildings: Vec<BuildingRow>,
    pub(super) estates: Arc<Vec<(EstateId, String)>>,
    pub(super) drawings: Arc<Vec<Drawings>>,
    units: Vec<UnitRow>,
    place: HashMap<BuildingId, u32>,
}

impl Land {
    pub(super) fn read(app: &App, tx: &mut Tx, community: CommunityCode) -> Result<Self> {
        let buildings = tx.buildings(community, None, app.now())?;
        Ok(Self {
            place: buildings.iter().zip(0..).map(|(row, at)| (row.id, at)).collect(),
            buildings,
            estates: tx.estate_names(community)?,
            drawings: tx.drawings(community)?,
            units: tx.units(community, None)?,
        })
    }

    pub(super) fn obstacles(&self) -> Vec<Obstacle> {
        let count = self.buildings.len();
        if count == 0 {
            return vec![Obstacle::NoBuildings];
        }
        if count > MOST {
            return vec![Obstacle::TooMany { buildings: count, most: MOST }];
        }
        let unplaced = (0..count).filter(|at| self.buildings[*at].outline.is_empty());
        let unplaced: Vec<_> = unplaced.map(|at| self.name(at)).collect();
        if unplaced.is_empty() { Vec::new() } else { vec![Obstacle::NoPlace(unplaced)] }
    }

    pub(super) fn estate_name(&self, id: EstateId) -> &str {
        self.estates.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
    }

    /// A building with its estate: what messages call it.
    pub(super) fn name(&self, at: usize) -> String {
        self.buildings
            .get(at)
            .map(|row| format!("{} {}", self.estate_name(row.estate), row.name))
            .unwrap_or_default()
    }

    /// Groups of ids as numbers of buildings.
    pub(super) fn numbers(&self, groups: &[Vec<BuildingId>]) -> Vec<Vec<u32>> {
        let number =
            |group: &Vec<BuildingId>| group.iter().filter_map(|id| self.place.get(id).copied()).collect();
        groups.iter().map(number).collect()
    }

    /// The reverse.
    pub(super) fn ids(&self, groups: &[Vec<u32>]) -> Vec<Vec<BuildingId>> {
        let ids = |group: &Vec<u32>| {
            group.iter().filter_map(|at| self.buildings.get(*at as usize).map(|row| row.id)).collect()
        };
        groups.iter().map(ids).collect()
    }

    pub(super) fn survey(&self, lines: &Lines) -> Survey {
        let spot = |row: &BuildingRow| Spot {
            at: middle(&row.outline),
            estate: self.estates.iter().position(|(id, _)| *id == row.estate).unwrap_or_default(),
        };
        let spots: Vec<_> = self.buildings.iter().map(spot).collect();
        survey(&spots, &survey::Lines { ways: lines.ways.clone(), barriers: lines.barriers.clone() })
    }

    pub(super) fn problem(&self, band: Band, survey: &Survey, priority: Priority) -> Problem {
        let building = |(at, row): (usize, &BuildingRow)| Building {
            id: self.name(at),
            estate: Some(self.estate_name(row.estate).to_owned()),
            households: row.households.into(),
            x: None,
            y: None,
        };
        Problem {
            buildings: self.buildings.iter().enumerate().map(building).collect(),
            adjacency: survey.links.iter().map(|(a, b)| (self.name(*a), self.name(*b))).collect(),
            distance: Distance::Matrix,
            matrix: Some(survey.walks.clone()),
            households: plan::Band { min: band.min.into(), max: band.max.into() },
            grids: None,
            objective: Objective::WeightedMedian,
            keep_estates_whole: Whole::Prefer,
            contiguous: true,
            centres: None,
            band: Strictness::Soft,
            priority: searched(priority),
        }
    }

    /// The grids in force at a moment, and which of them holds how much of each building.
    pub(super) fn present(&self, at: Moment) -> (Present, Vec<GridId>) {
        let grids: Vec<_> = self.drawings.iter().filter_map(|it| it.at(at)).collect();
        let grids: Vec<_> = grids.into_iter().filter(|it| !it.parts.is_empty()).collect();
        let mut shares = vec![Vec::new(); self.buildings.len()];
        for (number, grid) in grids.iter().enumerate() {
            for part in &grid.parts {
                let Some(row) =
                    self.place.get(&part.building).and_then(|at| self.buildings.get(*at as usize))
                else {
                    continue;
                };
                let unit = part.unit.map(|unit| {
                    self.units.iter().find(|it| it.id == unit).map_or(0, |it| i64::from(it.households))
                });
                let households = unit.unwrap_or(row.households.into());
                if let Some(list) = self.place.get(&row.id).and_then(|at| shares.get_mut(*at as usize)) {
                    list.push((number, households));
                }
            }
        }
        let ids = grids.iter().map(|it| it.id).collect::<Vec<_>>();
        (Present { shares, grids: ids.len() }, ids)
    }

    /// A mark of all that a design is made from.
    pub(super) fn basis(&self) -> String {
        let mut hash = Sha256::new();
        for row in &self.buildings {
            hash.update(format!("{} {} {} {:?}\n", row.id, row.estate, row.households, row.outline));
        }
        for grid in self.drawings.iter() {
            hash.update(format!("{}\n", grid.id));
            for it in grid.iter() {
                hash.update(format!("{} {:?} {:?}\n", it.starts_at.0, it.worker, it.parts));
            }
        }
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

pub(super) const fn searched(priority: Priority) -> plan::Priority {
    match priority {
        Priority::Integrity => plan::Priority::Integrity,
        Priority::Balanced => plan::Priority::Balanced,
        Priority::Band => plan::Priority::Band,
    }
}

/// The mean of the corners.
pub(super) fn middle(outline: &[(f64, f64)]) -> (f64, f64) {
    let count = outline.len().max(1) as f64;
    let sum = outline.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    (sum.0 / count, sum.1 / count)
}
