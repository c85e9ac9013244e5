//! The independent check of a plan: everything is worked out again from the problem, with no code of the searches.

mod figures;
mod rules;

use super::plan::Plan;
use super::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is wrong with a plan; empty where every rule is kept and every figure is true.
pub fn objections(problem: &Problem, plan: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    let at: HashMap<&str, usize> =
        problem.buildings.iter().enumerate().map(|(i, it)| (it.id.as_str(), i)).collect();
    let mut seen = HashSet::new();
    for grid in &plan.grids {
        for id in &grid.buildings {
            if !at.contains_key(id.as_str()) {
                found.push(format!("grid {} holds {id}, which does not exist", grid.id));
            }
            if !seen.insert(id.as_str()) {
                found.push(format!("building {id} is in two grids"));
            }
        }
        if grid.buildings.is_empty() {
            found.push(format!("grid {} is empty", grid.id));
        }
        if !grid.buildings.contains(&grid.centre) {
            found.push(format!("grid {} does not hold its centre", grid.id));
        }
    }
    found.extend(at.keys().filter(|id| !seen.contains(*id)).map(|id| format!("building {id} is in no grid")));
    if !found.is_empty() {
        return found;
    }
    found.extend(rules::check(problem, plan, &at));
    found.extend(figures::check(problem, plan, &at));
    found
}

fn limit_of(problem: &Problem, centre: &str) -> Option<i64> {
    match &problem.centres {
        None => Some(problem.households.max),
        Some(list) => {
            let found = list.iter().find(|it| it.building == centre);
            found.map(|it| it.max_households.min(problem.households.max))
        }
    }
}

/// Each estate with the grids in which it has buildings.
fn pieces<'a>(
    problem: &'a Problem,
    plan: &'a Plan,
    at: &HashMap<&str, usize>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut pieces: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for grid in &plan.grids {
        for id in &grid.buildings {
            let building = &problem.buildings[at[id.as_str()]];
            pieces.entry(building.estate.as_deref().unwrap_or(id)).or_default().insert(&grid.id);
        }
    }
    pieces
}
