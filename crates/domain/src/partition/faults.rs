//! Gaps and overlaps of the partitions.

use super::{Ground, Row};
use crate::ids::{BuildingId, GridId, UnitId};
use crate::moment::Moment;

/// Something that is not divided as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum Fault {
    /// A building stands in no estate, and so has no steward.
    NoEstate { building: BuildingId },
    /// A unit, or with `None` a whole building, belongs to no grid.
    NoGrid { building: BuildingId, unit: Option<UnitId> },
    /// A unit, or a building without units, belongs to several grids.
    TwoGrids { building: BuildingId, unit: Option<UnitId>, grids: Vec<GridId> },
    /// A grid that covers something has no worker.
    NoWorker { grid: GridId },
    /// A grid names a building or unit that does not exist.
    NoSuchPlace { grid: GridId },
}

/// Every fault: places in the order of the ground, then grids.
pub(super) fn of(ground: &Ground, rows: &[Row], at: Moment) -> Vec<Fault> {
    let mut found = Vec::new();
    for units in rows.chunk_by(|one, next| one.building == next.building) {
        let Some(Row { building, estate, .. }) = units.first() else { continue };
        if estate.is_none() {
            found.push(Fault::NoEstate { building: *building });
        }
        if units.iter().all(|row| row.grids.is_empty()) {
            found.push(Fault::NoGrid { building: *building, unit: None });
            continue;
        }
        found.extend(units.iter().filter_map(of_unit));
    }
    for grid in &ground.grids {
        let Some(drawing) = grid.in_force(at) else { continue };
        if drawing.worker.is_none() && !drawing.parts.is_empty() {
            found.push(Fault::NoWorker { grid: grid.id });
        }
        let known = |part: &crate::place::GridPart| {
            let plot = ground.plots.iter().find(|plot| plot.building == part.building);
            plot.is_some_and(|plot| part.unit.is_none_or(|unit| plot.units.contains(&unit)))
        };
        if !drawing.parts.iter().all(known) {
            found.push(Fault::NoSuchPlace { grid: grid.id });
        }
    }
    found
}

fn of_unit(row: &Row) -> Option<Fault> {
    let (building, unit) = (row.building, row.unit);
    match row.grids.len() {
        0 => Some(Fault::NoGrid { building, unit }),
        1 => None,
        _ => Some(Fault::TwoGrids { building, unit, grids: row.grids.clone() }),
    }
}
