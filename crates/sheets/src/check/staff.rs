//! Staff: everybody once, and no estate with two stewards.

use std::collections::HashMap;

use super::{Check, Seen};
use crate::fields::FieldId as Id;
use crate::problem::{Place, ProblemKind as Kind};
use crate::rows::Workbook;
use crate::text::key;

pub(super) fn check(check: &mut Check<'_>, workbook: &mut Workbook) {
    let mut people = Seen::new();
    // Estate → the steward's name and row.
    let mut stewards: HashMap<usize, (String, Place)> = HashMap::new();
    for row in &mut workbook.staff {
        if let Some(first) = people.before((key(&row.name), row.phone.clone()), &row.place) {
            check.report(&row.place, Id::Name, Kind::Duplicate { first });
        }
        for estate in &mut row.estates {
            let Some(number) = check.estate(estate, &row.place, Id::Estates) else { continue };
            match stewards.get(&number).cloned() {
                Some((other, first)) => {
                    let what = Kind::ClaimedTwice { estate: estate.clone(), other, first };
                    check.report(&row.place, Id::Estates, what);
                }
                None => {
                    stewards.insert(number, (row.name.clone(), row.place.clone()));
                }
            }
        }
    }
    for row in &mut workbook.staff {
        for estate in &mut row.deputy_estates {
            let number = check.estate(estate, &row.place, Id::DeputyEstates);
            let steward = number.and_then(|number| stewards.get(&number));
            if steward.is_some_and(|(_, place)| *place == row.place) {
                check.report(&row.place, Id::DeputyEstates, Kind::DeputyIsSteward { estate: estate.clone() });
            }
        }
    }
}
