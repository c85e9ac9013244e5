//! What is planned: claims, drawings of grids, moves of buildings, by their day.

use super::names::{NamedFault, Places};
use crate::error::Result;
use crate::office::{App, Names};
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::partition::Ground;
use guanjia_domain::place::GridPart;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// One change.
#[derive(Clone, Debug)]
pub enum Change {
    /// An estate gets another steward or deputy.
    Claim {
        /// The estate.
        estate: EstateId,
        /// Its name.
        name: String,
        /// The steward.
        steward: String,
        /// The deputy.
        deputy: Option<String>,
    },
    /// A grid is drawn differently.
    Grid {
        /// Its name.
        name: String,
        /// Its worker from then on, when that is another one.
        worker: Option<Option<String>>,
        /// What comes to it.
        gains: Vec<String>,
        /// What it gives away.
        loses: Vec<String>,
    },
    /// A building comes to another estate.
    Building {
        /// The building.
        building: BuildingId,
        /// Where it stands until then.
        place: String,
        /// The new estate.
        estate: String,
    },
}

/// Everything that changes at one moment.
#[derive(Clone, Debug)]
pub struct PlannedChange {
    /// When.
    pub at: Moment,
    /// What.
    pub changes: Vec<Change>,
    /// Gaps and overlaps that are there from then on and were not before.
    pub faults: Vec<NamedFault>,
}

impl App {
    pub(super) fn planned_changes(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        ground: &Ground,
        places: &Places,
    ) -> Result<Vec<PlannedChange>> {
        let now = self.now();
        let mut found = Vec::new();
        let mut known = ground.at(now).faults;
        for at in ground.changes(now) {
            let faults = ground.at(at).faults;
            let new = faults.iter().filter(|fault| !known.contains(fault));
            let new = new.map(|fault| places.fault(fault, at)).collect();
            found.push(PlannedChange {
                at,
                changes: self.changes_at(tx, community, ground, places, at)?,
                faults: new,
            });
            known = faults;
        }
        Ok(found)
    }

    fn changes_at(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        ground: &Ground,
        places: &Places,
        at: Moment,
    ) -> Result<Vec<Change>> {
        let (mut names, mut found) = (Names::default(), Vec::new());
        for claims in &ground.estates {
            for claim in claims.iter().filter(|claim| claim.starts_at == at) {
                let steward = self.named(tx, &mut names, community, claim.steward.0)?.name.clone();
                let deputy = match claim.deputy {
                    Some(deputy) => Some(self.named(tx, &mut names, community, deputy.0)?.name.clone()),
                    None => None,
                };
                let name = places.estate(claims.estate).to_owned();
                found.push(Change::Claim { estate: claims.estate, name, steward, deputy });
            }
        }
        for grid in &ground.grids {
            for drawing in grid.iter().filter(|drawing| drawing.starts_at == at) {
                let worker = match drawing.worker {
                    Some(worker) => Some(self.named(tx, &mut names, community, worker.0)?.name.clone()),
                    None => None,
                };
                found.push(redrawn(places, grid, drawing, worker));
            }
        }
        for plot in &ground.plots {
            for to in plot.standing.moves.iter().filter(|to| to.starts_at == at) {
                let place = places.place(plot.building, None, at.plus(-1));
                let estate = places.estate(to.estate).to_owned();
                found.push(Change::Building { building: plot.building, place, estate });
            }
        }
        Ok(found)
    }
}

fn redrawn(places: &Places, grid: &Drawings, drawing: &Drawing, worker: Option<String>) -> Change {
    let at = drawing.starts_at;
    let before = grid.in_force(at.plus(-1));
    let had: &[GridPart] = before.map_or(&[], |before| &before.parts);
    let parts = |one: &[GridPart], other: &[GridPart]| -> Vec<String> {
        let new = one.iter().filter(|part| !other.contains(part));
        new.map(|part| places.part(*part, at)).collect()
    };
    Change::Grid {
        name: grid.name.clone(),
        worker: (before.map(|before| before.worker) != Some(drawing.worker)).then_some(worker),
        gains: parts(&drawing.parts, had),
        loses: parts(had, &drawing.parts),
    }
}
