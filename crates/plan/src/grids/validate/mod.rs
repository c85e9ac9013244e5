//! Refuses what no search can mend, before any search begins.

mod places;
mod rows;
mod rules;

use super::fault::Fault;
use super::problem::Problem;

/// All faults of a problem. First those of single rows; only where there are none, those of the whole.
pub fn faults(problem: &Problem) -> Vec<Fault> {
    let mut found = single(problem);
    if found.is_empty() {
        found.extend(rules::check(problem));
    }
    found
}

/// Faults of single rows and of their coordinates: what can be said before it is known what joins the buildings.
pub fn single(problem: &Problem) -> Vec<Fault> {
    let mut found = rows::check(problem);
    if found.is_empty() {
        found.extend(places::check(problem));
    }
    found
}
