//! Grids: a partition over buildings and units, so nothing twice; what lies in none is told.

use std::collections::{HashMap, HashSet};

use super::{Check, Seen};
use crate::fields::FieldId as Id;
use crate::known::Known;
use crate::problem::{Place, Problem, ProblemKind as Kind};
use crate::rows::{GridRow, ScopePart, Workbook};
use crate::text::{building_key, key};

/// Who covers what: estate, building (empty for the whole estate), unit (empty for the whole building).
type Cover = HashMap<(usize, String, String), (String, Place)>;

pub(super) fn check(check: &mut Check<'_>, workbook: &mut Workbook, known: &Known) {
    from_estates(workbook);
    let staff: HashSet<String> =
        workbook.staff.iter().map(|row| &row.name).chain(&known.staff).map(|name| key(name)).collect();
    let mut seen = Seen::new();
    let mut cover = Cover::new();
    for row in &mut workbook.grids {
        if let Some(first) = seen.before(key(&row.name), &row.place) {
            check.report(&row.place, Id::Name, Kind::Duplicate { first });
        }
        for name in row.workers.iter().filter(|name| !staff.contains(&key(name))) {
            check.report(&row.place, Id::GridWorker, Kind::UnknownGridWorker { name: name.clone() });
        }
        for part in &mut row.scope {
            let Some(estate) = check.estate(&mut part.estate, &row.place, Id::Scope) else { continue };
            if let Some(building) = &part.building {
                let unit = part.unit.as_deref();
                check.building((estate, &part.estate), building, unit, &row.place, (Id::Scope, Id::Scope));
            }
            claim(check, &mut cover, (estate, part), (&row.name, &row.place));
        }
    }
    gaps(check, workbook, &cover);
}

/// A sheet of estates that names a grid for each says the same as a sheet of grids over whole estates.
fn from_estates(workbook: &mut Workbook) {
    if !workbook.grids.is_empty() {
        return;
    }
    for estate in &workbook.estates {
        let Some(name) = &estate.grid else { continue };
        let part = ScopePart { estate: estate.name.clone(), building: None, unit: None };
        match workbook.grids.iter_mut().find(|grid| key(&grid.name) == key(name)) {
            Some(grid) => grid.scope.push(part),
            None => workbook.grids.push(GridRow {
                place: estate.place.clone(),
                name: name.clone(),
                workers: Vec::new(),
                scope: vec![part],
                others: Vec::new(),
            }),
        }
    }
}

/// Enters a part for a grid; reports the grid that has it, its whole, or a piece of it already.
fn claim(
    check: &mut Check<'_>,
    cover: &mut Cover,
    (estate, part): (usize, &ScopePart),
    grid: (&str, &Place),
) {
    let building = part.building.as_deref().map(building_key).unwrap_or_default();
    let unit = part.unit.clone().unwrap_or_default();
    let own = (estate, building.clone(), unit.clone());
    let wholes =
        [own.clone(), (estate, building.clone(), String::new()), (estate, String::new(), String::new())];
    let holder = wholes.iter().find_map(|whole| cover.get(whole)).or_else(|| {
        // A whole meets its pieces; a unit has none, and most scopes name single buildings once.
        let is_piece = |key: &&(usize, String, String)| {
            key.0 == estate && (building.is_empty() || key.1 == building && unit.is_empty())
        };
        cover.keys().filter(is_piece).min().and_then(|piece| cover.get(piece))
    });
    if let Some((other, first)) = holder.cloned() {
        let parts = [Some(part.estate.as_str()), part.building.as_deref(), part.unit.as_deref()]
            .into_iter()
            .flatten()
            .collect::<String>();
        check.report(grid.1, Id::Scope, Kind::GridOverlap { what: parts, other, first });
        return;
    }
    cover.insert(own, (grid.0.to_owned(), grid.1.clone()));
}

/// Tells how many buildings lie in no grid, once there are grids at all.
fn gaps(check: &mut Check<'_>, workbook: &Workbook, cover: &Cover) {
    let Some(place) = workbook.grids.first().map(|grid| &grid.place) else { return };
    let covered: HashSet<(usize, &str)> =
        cover.keys().map(|(estate, building, _)| (*estate, building.as_str())).collect();
    let is_covered = |estate: usize, name: &str| {
        covered.contains(&(estate, "")) || covered.contains(&(estate, building_key(name).as_str()))
    };
    let bare: Vec<String> = workbook
        .buildings
        .iter()
        .filter(|row| {
            check.index.estate(&row.estate).is_some_and(|(estate, _)| !is_covered(estate, &row.name))
        })
        .map(|row| format!("{}{}", row.estate, row.name))
        .collect();
    if let Some(example) = bare.first().cloned() {
        let buildings = u64::try_from(bare.len()).unwrap_or(u64::MAX);
        check.problems.push(Problem::of_sheet(&place.sheet, Kind::GridGap { buildings, example }));
    }
}
