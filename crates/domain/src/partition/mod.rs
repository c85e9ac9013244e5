//! The three partitions over buildings and units, at any date: which estate, which grid, which steward.
//!
//! Nothing here is stored. Claims, drawings of grids and moves of buildings store their start only, and this is what
//! they say together at an instant, with every gap and overlap by name. So what was planned needs nobody to carry it
//! out, and a date of last year is answered like one of next year.

mod faults;
mod parts;

pub use faults::Fault;
pub use parts::{with, without};

use crate::claim::Claims;
use crate::grid::Drawings;
use crate::ids::{BuildingId, EstateId, GridId, StaffId, UnitId};
use crate::moment::Moment;
use crate::place::Standing;

/// A building with its units, and the estates it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The building.
    pub building: BuildingId,
    /// Its units.
    pub units: Vec<UnitId>,
    /// In which estate from when on.
    pub standing: Standing,
}

/// Everything the partitions divide, and how.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    /// The estates with their claims.
    pub estates: Vec<Claims>,
    /// The buildings.
    pub plots: Vec<Plot>,
    /// The grids.
    pub grids: Vec<Drawings>,
}

/// A unit, or a building without units, at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The building.
    pub building: BuildingId,
    /// The unit; `None` for a building without units.
    pub unit: Option<UnitId>,
    /// The estate; `None` is a gap.
    pub estate: Option<EstateId>,
    /// The steward of the estate.
    pub steward: Option<StaffId>,
    /// The deputy.
    pub deputy: Option<StaffId>,
    /// The grids that cover it: none is a gap, two an overlap.
    pub grids: Vec<GridId>,
}

/// What the partitions say at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Every unit, in the order of the ground.
    pub rows: Vec<Row>,
    /// Every gap and overlap.
    pub faults: Vec<Fault>,
}

impl Ground {
    /// What the partitions say at `at`.
    #[must_use]
    pub fn at(&self, at: Moment) -> Partition {
        let rows: Vec<_> = self.plots.iter().flat_map(|plot| self.rows_of(plot, at)).collect();
        let faults = faults::of(self, &rows, at);
        Partition { rows, faults }
    }

    fn rows_of(&self, plot: &Plot, at: Moment) -> Vec<Row> {
        let stands_in = plot.standing.at(at);
        let claims = self.estates.iter().find(|claims| claims.estate == stands_in);
        let claim = claims.map(|claims| claims.in_force(at));
        let row = |unit: Option<UnitId>| Row {
            building: plot.building,
            unit,
            estate: claims.map(|claims| claims.estate),
            steward: claim.map(|claim| claim.steward),
            deputy: claim.and_then(|claim| claim.deputy),
            grids: self.covering(plot.building, unit, at),
        };
        if plot.units.is_empty() {
            return vec![row(None)];
        }
        plot.units.iter().map(|unit| row(Some(*unit))).collect()
    }

    fn covering(&self, building: BuildingId, unit: Option<UnitId>, at: Moment) -> Vec<GridId> {
        let holds = |grid: &&Drawings| {
            grid.in_force(at).is_some_and(|drawing| {
                let mut parts = drawing.parts.iter();
                parts.any(|part| part.building == building && (part.unit.is_none() || part.unit == unit))
            })
        };
        self.grids.iter().filter(holds).map(|grid| grid.id).collect()
    }

    /// The instants after `after` at which anything changes, in order.
    #[must_use]
    pub fn changes(&self, after: Moment) -> Vec<Moment> {
        let claims = self.estates.iter().flat_map(Claims::iter).map(|claim| claim.starts_at);
        let drawn = self.grids.iter().flat_map(Drawings::iter).map(|drawing| drawing.starts_at);
        let moved = self.plots.iter().flat_map(|plot| &plot.standing.moves).map(|it| it.starts_at);
        let mut found: Vec<_> = claims.chain(drawn).chain(moved).filter(|at| *at > after).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The first overlap at `from` or later that is not there in `before`, with its instant: what a change of grids
    /// must not bring about.
    #[must_use]
    pub fn new_overlap(&self, before: &Self, from: Moment) -> Option<(Fault, Moment)> {
        let instants = std::iter::once(from).chain(self.changes(from));
        instants.into_iter().find_map(|at| {
            let known = before.at(at).faults;
            let overlap = |it: &Fault| matches!(it, Fault::TwoGrids { .. }) && !known.contains(it);
            self.at(at).faults.into_iter().find(overlap).map(|fault| (fault, at))
        })
    }
}
