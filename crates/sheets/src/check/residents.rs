//! Residents: in a building that exists, and everybody once.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Check, Seen};
use crate::address;
use crate::fields::FieldId as Id;
use crate::problem::ProblemKind as Kind;
use crate::rows::{ResidentRow, Workbook};
use crate::text::{building_key, building_name, key};

pub(super) fn check(check: &mut Check<'_>, workbook: &mut Workbook) {
    let mut by_number = Seen::new();
    let mut by_name = Seen::new();
    let unreadable = unreadable(check);
    for row in &mut workbook.residents {
        split_estate(check, row);
        if let Some(estate) = check.estate(&mut row.estate, &row.place, Id::Estate) {
            building(check, row, estate, unreadable.contains(&(row.place.sheet.clone(), row.place.row)));
        }
        let first = match &row.identity_number {
            Some(number) => by_number.before(number.clone(), &row.place),
            None => by_name.before(household_key(row), &row.place),
        };
        if let Some(first) = first {
            let column = if row.identity_number.is_some() { Id::IdentityNumber } else { Id::Name };
            check.report(&row.place, column, Kind::Duplicate { first });
        }
    }
}

/// 「和平苑3号楼」 in the column of the estate names a building, too, unless an estate is called so.
fn split_estate(check: &Check<'_>, row: &mut ResidentRow) {
    if check.index.estate(&row.estate).is_some() || row.building.is_some() {
        return;
    }
    if let Some(parts) =
        address::parse(&row.estate).filter(|parts| check.index.estate(&parts.before).is_some())
    {
        row.estate = parts.before;
        row.building = parts.building.map(|building| building_name(&building));
        row.unit = row.unit.take().or(parts.unit);
        row.room = row.room.take().or(parts.room);
    }
}

/// The rows whose address was found to be unreadable already: to say that the building is missing says no more.
fn unreadable(check: &Check<'_>) -> HashSet<(Arc<str>, u32)> {
    let is_address = |what: &Kind| matches!(what, Kind::BadAddress { .. } | Kind::BecameDate);
    let told = check.problems.list.iter().filter(|problem| is_address(&problem.what));
    told.filter_map(|problem| Some((problem.sheet.clone()?, problem.row?))).collect()
}

/// The building must be listed. Where the estate has only one it need not be named, and where nobody has listed the
/// estate's buildings yet the address stays as far as it goes.
fn building(check: &mut Check<'_>, row: &mut ResidentRow, estate: usize, is_told: bool) {
    let listed: Vec<String> =
        check.index.buildings(estate).take(2).map(|building| building.name.clone()).collect();
    let has_own_column = check.layouts.get(&row.place.sheet).is_some_and(|l| l.index(Id::Building).is_some());
    match (row.building.clone(), listed.as_slice()) {
        (_, []) => {}
        (None, _) if is_told => {}
        (Some(name), _) => {
            let at = if has_own_column { (Id::Building, Id::Unit) } else { (Id::Address, Id::Address) };
            check.building((estate, &row.estate), &name, row.unit.as_deref(), &row.place, at);
        }
        (None, [only]) => row.building = Some(only.clone()),
        (None, _) if has_own_column => check.report(&row.place, Id::Building, Kind::Required),
        (None, _) => {
            let value = [&row.unit, &row.room].into_iter().flatten().cloned().collect::<Vec<_>>().join("-");
            check.report(&row.place, Id::Address, Kind::BadAddress { value });
        }
    }
}

/// Without an ID number: the same name in the same room, or with the same telephone.
fn household_key(row: &ResidentRow) -> (String, String, Option<String>, Option<String>, Vec<String>) {
    let building = row.building.as_deref().map(building_key).unwrap_or_default();
    (
        key(&row.name),
        format!("{}/{building}", row.estate),
        row.unit.clone(),
        row.room.clone(),
        row.phones.clone(),
    )
}
