//! Grids by household count, cut along the estates without regard to their fences: the trouble the story starts from.

use super::{BuildingOutline, EstateOutline, GridOutline, GridPart, UnitOutline, id, people};

/// The first grids, in households. The estate of the story is the first of the list: two grids lie inside it, and the
/// third takes its rest and some houses of the next estate.
const FIRST: [u32; 3] = [415, 415, 450];
/// Grids of the reference community; 7 119 households make about 395 each.
const REFERENCE_COUNT: u32 = 18;

pub(super) fn reference(estates: &[EstateOutline]) -> Vec<GridOutline> {
    cut(estates, &FIRST, REFERENCE_COUNT, "g", people::TREES)
}

pub(super) fn neighbour(estates: &[EstateOutline]) -> Vec<GridOutline> {
    cut(estates, &[], 2, "ng", people::NEIGHBOUR_TREES)
}

/// Walks through all units in order and cuts where the next unit would lead further from the aim.
fn cut(
    estates: &[EstateOutline],
    first: &[u32],
    count: u32,
    prefix: &str,
    names: &[&str],
) -> Vec<GridOutline> {
    let units: Vec<(&BuildingOutline, &UnitOutline)> = estates
        .iter()
        .flat_map(|estate| &estate.buildings)
        .flat_map(|building| building.units.iter().map(move |unit| (building, unit)))
        .collect();
    let mut left: u32 = units.iter().map(|(_, unit)| unit.households()).sum();
    let mut rest = units.as_slice();
    let mut grids = Vec::new();
    for number in 1..=count {
        let aim = first.get(number as usize - 1).copied().unwrap_or(left / (count - number + 1));
        let (mut taken, mut households) = (0, 0);
        while let Some((_, unit)) = rest.get(taken) {
            let more = unit.households();
            if number < count && households + more / 2 > aim {
                break;
            }
            households += more;
            taken += 1;
        }
        let (mine, others) = rest.split_at(taken);
        left -= households;
        rest = others;
        let key = format!("{prefix}{number:02}");
        grids.push(GridOutline {
            id: id(&key),
            name: format!("第{number}网格"),
            parts: parts(mine),
            worker: people::grid_worker(prefix, number, names),
            key,
        });
    }
    grids
}

/// Whole buildings where all units are there, single units else.
fn parts(units: &[(&BuildingOutline, &UnitOutline)]) -> Vec<GridPart> {
    units
        .chunk_by(|(one, _), (other, _)| one.id == other.id)
        .flat_map(|chunk| {
            let building = chunk[0].0;
            if chunk.len() == building.units.len() {
                vec![GridPart::Building(building.id)]
            } else {
                chunk.iter().map(|(_, unit)| GridPart::Unit(unit.id)).collect()
            }
        })
        .collect()
}
