//! A draft as grids: with which present grid each group goes on, under which name, with which worker.

use super::land::Land;
use guanjia_domain::Moment;
use guanjia_domain::grid::Drawings;
use guanjia_domain::ids::{BuildingId, GridId, StaffId};

/// A group as a grid to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ToBe {
    /// The present grid that goes on; `None` is a new one.
    pub(super) goes_on: Option<GridId>,
    /// Its name.
    pub(super) name: String,
    /// The worker of the present grid; of a new one, somebody whose grid is given up.
    pub(super) worker: Option<StaffId>,
    /// The buildings; none for a group that became empty.
    pub(super) buildings: Vec<BuildingId>,
}

/// The grids that the groups become.
pub(super) fn to_be(land: &Land, groups: &[Vec<BuildingId>], at: Moment) -> Vec<ToBe> {
    let (present, ids) = land.present(at);
    let matched = present.matched(&land.numbers(groups));
    let mut names = NewNames { land, last: 0 };
    let grid = |(group, matched): (&Vec<BuildingId>, Option<usize>)| {
        let id = matched.and_then(|at| ids.get(at)).copied();
        let known = id.and_then(|id| land.drawings.iter().find(|it| it.id == id));
        let name = match known {
            Some(known) => known.name.clone(),
            None if group.is_empty() => String::new(),
            None => names.next(),
        };
        let worker = known.and_then(|it| it.in_force(at)).and_then(|drawing| drawing.worker);
        ToBe { goes_on: id, name, worker, buildings: group.clone() }
    };
    let mut found: Vec<ToBe> = groups.iter().zip(matched).map(grid).collect();
    // Whoever loses a grid that is given up is the first to be thought of for a new one.
    let goes_on: Vec<_> =
        found.iter().filter(|it| !it.buildings.is_empty()).filter_map(|it| it.goes_on).collect();
    let given_up = land.drawings.iter().filter(|it| ids.contains(&it.id) && !goes_on.contains(&it.id));
    let mut free = given_up.filter_map(|it| it.in_force(at)?.worker);
    for grid in found.iter_mut().filter(|it| it.goes_on.is_none() && !it.buildings.is_empty()) {
        grid.worker = free.next();
    }
    found
}

/// Numbers that no grid has.
struct NewNames<'l> {
    land: &'l Land,
    last: usize,
}

impl NewNames<'_> {
    fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let name = format!("第{}网格", self.last);
            if !self.land.drawings.iter().any(|it| it.name == name) {
                return name;
            }
        }
    }
}

/// The worker of the grid that covers a place at a moment.
pub(super) fn worker_at(
    drawings: &[Drawings],
    (building, unit): (BuildingId, Option<guanjia_domain::ids::UnitId>),
    at: Moment,
) -> Option<StaffId> {
    drawings.iter().filter_map(|it| it.in_force(at)).find_map(|drawing| {
        let covers = drawing.parts.iter().any(|part| {
            part.building == building && (part.unit.is_none() || unit.is_none() || part.unit == unit)
        });
        drawing.worker.filter(|_| covers)
    })
}
