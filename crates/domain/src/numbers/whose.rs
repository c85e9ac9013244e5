//! Who looked after a place at an instant, ready to be asked a million times.

use crate::claim::Claims;
use crate::grid::Drawings;
use crate::ids::{BuildingId, EstateId, GridId, StaffId, UnitId};
use crate::moment::Moment;
use std::collections::HashMap;

/// A grid held a building, or one unit of it, for a while.
#[derive(Clone, Copy, Debug)]
struct Held {
    grid: GridId,
    unit: Option<UnitId>,
    from: Moment,
    to: Option<Moment>,
}

/// Claims and drawings, by place.
#[derive(Clone, Debug, Default)]
pub struct Whose {
    claims: HashMap<EstateId, Claims>,
    held: HashMap<BuildingId, Vec<Held>>,
}

impl Whose {
    /// What claims and drawings say.
    #[must_use]
    pub fn new(claims: Vec<Claims>, grids: &[Drawings]) -> Self {
        let mut held: HashMap<_, Vec<_>> = HashMap::new();
        for grid in grids {
            let drawn: Vec<_> = grid.iter().collect();
            for (at, drawing) in drawn.iter().enumerate() {
                let to = drawn.get(at + 1).map(|next| next.starts_at);
                for part in &drawing.parts {
                    let it = Held { grid: grid.id, unit: part.unit, from: drawing.starts_at, to };
                    held.entry(part.building).or_default().push(it);
                }
            }
        }
        Self { claims: claims.into_iter().map(|it| (it.estate, it)).collect(), held }
    }

    /// The steward of an estate at an instant.
    #[must_use]
    pub fn steward(&self, estate: EstateId, at: Moment) -> Option<StaffId> {
        self.claims.get(&estate).map(|claims| claims.in_force(at).steward)
    }

    /// The claims of an estate.
    #[must_use]
    pub fn claims(&self, estate: EstateId) -> Option<&Claims> {
        self.claims.get(&estate)
    }

    /// The one grid that covered a place at an instant. A building without a unit is in a grid only if no other grid
    /// held any part of it then.
    #[must_use]
    pub fn grid(&self, building: BuildingId, unit: Option<UnitId>, at: Moment) -> Option<GridId> {
        let holds = |it: &&Held| {
            let then = it.from <= at && it.to.is_none_or(|to| at < to);
            then && (unit.is_none() || it.unit.is_none() || it.unit == unit)
        };
        let mut found = self.held.get(&building)?.iter().filter(holds).map(|it| it.grid);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}
