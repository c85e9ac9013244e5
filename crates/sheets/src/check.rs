//! What no single row can show: names that nothing carries, rows that stand twice, claims and grids that overlap.

mod grids;
mod households;
mod places;
mod residents;
mod staff;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::fields::FieldId;
use crate::header::Layout;
use crate::known::{Index, Known};
use crate::problem::{Place, Problem, ProblemKind, ProblemList};
use crate::rows::Workbook;
use crate::text::unit_key;

/// The headers of the sheets that were read, for the place of a problem.
pub(crate) type Layouts = HashMap<Arc<str>, Layout>;

/// Checks the workbook in itself and against what is stored; names of estates become the ones they are listed with.
pub(crate) fn check(workbook: &mut Workbook, known: &Known, layouts: &Layouts, problems: &mut ProblemList) {
    let index = Index::new(workbook, known);
    let mut check = Check { index, layouts, problems };
    places::check(&mut check, workbook, known);
    staff::check(&mut check, workbook);
    grids::check(&mut check, workbook, known);
    residents::check(&mut check, workbook);
    households::check(&mut check, workbook);
}

/// What every check needs.
struct Check<'a> {
    index: Index,
    layouts: &'a Layouts,
    problems: &'a mut ProblemList,
}

impl Check<'_> {
    fn report(&mut self, place: &Place, field: FieldId, what: ProblemKind) {
        let column = self.layouts.get(&place.sheet).and_then(|layout| layout.column(field));
        self.problems.push(Problem::of_row(place, column, what));
    }

    /// Puts the estate's listed name in place of an alias and gives its number; reports an estate that nothing lists.
    fn estate(&mut self, name: &mut String, place: &Place, field: FieldId) -> Option<usize> {
        if let Some((number, listed)) = self.index.estate(name) {
            if name != listed {
                *name = listed.to_owned();
            }
            return Some(number);
        }
        let what = ProblemKind::UnknownEstate { name: name.clone(), near: self.index.near(name) };
        self.report(place, field, what);
        None
    }

    /// Reports a building that the estate does not have, or a unit that the building does not have.
    fn building(
        &mut self,
        estate: (usize, &str),
        building: &str,
        unit: Option<&str>,
        place: &Place,
        at: (FieldId, FieldId),
    ) {
        let estate_name = estate.1.to_owned();
        let Some(found) = self.index.building(estate.0, building) else {
            let what = ProblemKind::UnknownBuilding { estate: estate_name, name: building.to_owned() };
            return self.report(place, at.0, what);
        };
        if let Some(name) =
            unit.filter(|unit| !found.units.is_empty() && !found.units.contains(&unit_key(unit)))
        {
            let (building, name) = (found.name.clone(), name.to_owned());
            self.report(place, at.1, ProblemKind::UnknownUnit { estate: estate_name, building, name });
        }
    }
}

/// Finds the second of two rows with one key.
struct Seen<K>(HashMap<K, Place>);

impl<K: Hash + Eq> Seen<K> {
    fn new() -> Self {
        Self(HashMap::new())
    }

    /// Where the key stood before; else it is remembered.
    fn before(&mut self, key: K, place: &Place) -> Option<Place> {
        match self.0.entry(key) {
            std::collections::hash_map::Entry::Occupied(first) => Some(first.get().clone()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(place.clone());
                None
            }
        }
    }
}
