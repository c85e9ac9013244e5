//! Estates, buildings, rooms and organisations.

use std::collections::{HashMap, HashSet};

use super::{Check, Seen};
use crate::expand::{MOST_ROOMS, room_count};
use crate::fields::FieldId as Id;
use crate::known::{Known, KnownEstate};
use crate::problem::ProblemKind as Kind;
use crate::rows::{BuildingRow, Workbook};
use crate::text::{building_key, key};

pub(super) fn check(check: &mut Check<'_>, workbook: &mut Workbook, known: &Known) {
    estates(check, workbook);
    rooms(check, workbook);
    buildings(check, workbook, known);
    let mut seen = Seen::new();
    for row in &mut workbook.organisations {
        if let Some(first) = seen.before(key(&row.name), &row.place) {
            check.report(&row.place, Id::Name, Kind::Duplicate { first });
        }
        for estate in &mut row.estates {
            check.estate(estate, &row.place, Id::Estates);
        }
    }
}

/// An estate's name and aliases are its own.
fn estates(check: &mut Check<'_>, workbook: &Workbook) {
    let mut seen = Seen::new();
    for row in &workbook.estates {
        if let Some(first) = seen.before(key(&row.name), &row.place) {
            check.report(&row.place, Id::Name, Kind::Duplicate { first });
        }
    }
    for row in &workbook.estates {
        for alias in &row.aliases {
            let first = seen.before(key(alias), &row.place);
            if let Some(first) = first.filter(|first| *first != row.place) {
                check.report(&row.place, Id::Aliases, Kind::Duplicate { first });
            }
        }
    }
}

fn rooms(check: &mut Check<'_>, workbook: &mut Workbook) {
    let mut seen = Seen::new();
    for row in &mut workbook.rooms {
        let Some(estate) = check.estate(&mut row.estate, &row.place, Id::Estate) else { continue };
        check.building((estate, &row.estate), &row.building, None, &row.place, (Id::Building, Id::Unit));
        let room = (estate, building_key(&row.building), row.unit.clone(), row.room.clone());
        if let Some(first) = seen.before(room, &row.place) {
            check.report(&row.place, Id::Room, Kind::Duplicate { first });
        }
    }
}

fn buildings(check: &mut Check<'_>, workbook: &mut Workbook, known: &Known) {
    let of_estate = |estate: &'_ KnownEstate| -> Vec<(String, String)> {
        let name = key(&estate.name);
        estate.buildings.iter().map(|it| (name.clone(), building_key(&it.name))).collect()
    };
    let stored: HashSet<(String, String)> = known.estates.iter().flat_map(of_estate).collect();
    let mut listed: HashMap<(String, String), u64> = HashMap::new();
    for row in &workbook.rooms {
        *listed.entry((key(&row.estate), building_key(&row.building))).or_default() +=
            u64::from(row.households);
    }
    let mut seen = Seen::new();
    for row in &mut workbook.buildings {
        let estate = check.estate(&mut row.estate, &row.place, Id::Estate);
        let building = (key(&row.estate), building_key(&row.name));
        let counted = listed.get(&building).copied();
        if let Some(first) = seen.before(building, &row.place) {
            check.report(&row.place, Id::Building, Kind::Duplicate { first });
        }
        // A building that is stored keeps its rooms when a sheet says nothing of them.
        let says_nothing = (row.units, row.floors, row.per_floor) == (None, None, None);
        let is_kept = says_nothing && stored.contains(&(key(&row.estate), building_key(&row.name)));
        if estate.is_some() && !is_kept {
            measures(check, row, counted);
        }
    }
}

fn measures(check: &mut Check<'_>, row: &BuildingRow, counted: Option<u64>) {
    if let Some(counted) = counted {
        if let Some(given) = row.households.map(u64::from).filter(|given| *given != counted) {
            check.report(&row.place, Id::Households, Kind::HouseholdsDiffer { given, counted });
        }
        return;
    }
    let rooms = room_count(row);
    if rooms == 0 {
        let missing = [(row.units, Id::Units), (row.floors, Id::Floors), (row.per_floor, Id::PerFloor)];
        let field =
            missing.into_iter().find(|(measure, _)| measure.is_none()).map_or(Id::Units, |(_, field)| field);
        check.report(&row.place, field, Kind::IncompleteBuilding);
    } else if rooms > MOST_ROOMS {
        check.report(&row.place, Id::Floors, Kind::BuildingTooLarge { rooms, limit: MOST_ROOMS });
    }
}
