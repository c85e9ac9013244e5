//! Grids of other solvers: what they are given, and what their plans are worth by our measure and checker.

use super::instance::Instance;
use guanjia_plan::grids::{Building, Plan, Problem, Strictness, Table, check};
use serde_json::{Value, json};
use std::collections::HashMap;

/// A problem in numbers instead of names.
pub fn input(problem: &Problem) -> Value {
    let place: HashMap<&str, usize> =
        problem.buildings.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
    let building =
        |it: &Building| json!({ "x": it.x, "y": it.y, "households": it.households, "estate": it.estate });
    let links =
        problem.adjacency.iter().filter_map(|(a, b)| place.get(a.as_str()).zip(place.get(b.as_str())));
    let centre =
        |it: &guanjia_plan::grids::Centre| (place.get(it.building.as_str()).copied(), it.max_households);
    json!({
        "buildings": problem.buildings.iter().map(building).collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "matrix": problem.matrix,
        "min": problem.households.min,
        "max": problem.households.max,
        "grids": problem.grids,
        "centres": problem.centres.as_ref().map(|list| list.iter().map(centre).collect::<Vec<_>>()),
        "soft": problem.band == Strictness::Soft,
    })
}

/// What a plan is worth, if it keeps the rules: the buildings of each grid, with given centres in their order.
pub fn worth(instance: &Instance, groups: &[Vec<u32>]) -> (Option<f64>, String) {
    let problem = &instance.problem;
    let count = problem.buildings.len();
    let mut held = vec![0; count];
    groups.iter().flatten().for_each(|it| held.get_mut(*it as usize).into_iter().for_each(|it| *it += 1));
    let is_whole = held.iter().all(|it| *it == 1) && groups.iter().flatten().all(|it| (*it as usize) < count);
    if !is_whole || problem.centres.as_ref().is_some_and(|list| list.len() != groups.len()) {
        return (None, "its plan is not whole".to_owned());
    }
    let plan = Table::new(problem).plan(groups.to_vec());
    let soft = problem.band == Strictness::Soft;
    match check::objections(problem, &plan).first() {
        Some(first) => (None, format!("its plan breaks a rule: {first}{}", said(&plan, soft, "; "))),
        None => (Some(plan.cost / instance.unit), said(&plan, soft, "")),
    }
}

fn said(plan: &Plan, soft: bool, before: &str) -> String {
    if soft { format!("{before}{}", measures(plan)) } else { String::new() }
}

/// What a plan without a single value measures.
pub fn measures(plan: &Plan) -> String {
    let (share, walk) = (100.0 * plan.in_band_share, plan.walk_m);
    let proved = if plan.share_proved == Some(true) { " (proved the most)" } else { "" };
    let (mixed, extra) = (plan.mixed_grids, plan.extra_pieces);
    format!("{share:.1} % in band{proved}, {mixed} mixed, {extra} extra pieces, walk {walk:.1} m")
}
