//! A household has one head.

use super::{Check, Seen};
use crate::fields::FieldId as Id;
use crate::problem::ProblemKind as Kind;
use crate::rows::{ResidentRow, Workbook};
use crate::text::{building_key, key};

/// Reports the second of two rows that call themselves the householder of one household.
pub(super) fn check(check: &mut Check<'_>, workbook: &Workbook) {
    let mut heads = Seen::new();
    for row in &workbook.residents {
        if let Some(first) = household(row).and_then(|household| heads.before(household, &row.place)) {
            check.report(&row.place, Id::Relation, Kind::TwoHouseholders { first });
        }
    }
}

/// The household of which a row names the head: room and, where two live in one room, household number.
fn household(row: &ResidentRow) -> Option<[String; 5]> {
    let head = row.relation.as_deref().is_some_and(|word| HEADS.contains(&key(word).as_str()));
    let lives_here = row.moved_out != Some(true) && row.deceased != Some(true);
    let room = row.room.clone().filter(|_| head && lives_here)?;
    let building = row.building.as_deref().map(building_key).unwrap_or_default();
    let number = row.household_number.clone().unwrap_or_default();
    Some([row.estate.clone(), building, row.unit.clone().unwrap_or_default(), room, number])
}

/// How the head of a household is written.
const HEADS: [&str; 2] = ["户主", "householder"];
