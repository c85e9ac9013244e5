//! The independent check of a plan: everything is worked out again from the problem, with no code of the searches.

use super::plan::Plan;
use super::problem::{Distance, Objective, Problem, Strictness, Whole};
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
    found.extend(rules(problem, plan, &at));
    found.extend(figures(problem, plan, &at));
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

fn rules(problem: &Problem, plan: &Plan, at: &HashMap<&str, usize>) -> Vec<String> {
    let mut found = Vec::new();
    if problem.grids.is_some_and(|it| it != plan.grids.len()) {
        found.push(format!("{} grids instead of {:?}", plan.grids.len(), problem.grids));
    }
    if let Some(list) = &problem.centres
        && list.len() != plan.grids.len()
    {
        found.push(format!("{} grids for {} centres", plan.grids.len(), list.len()));
    }
    let mut links: HashMap<&str, Vec<&str>> = HashMap::new();
    for (a, b) in &problem.adjacency {
        links.entry(a).or_default().push(b);
        links.entry(b).or_default().push(a);
    }
    for grid in &plan.grids {
        let households: i64 =
            grid.buildings.iter().map(|id| problem.buildings[at[id.as_str()]].households).sum();
        if households != grid.households {
            found.push(format!("grid {} has {households} households, not {}", grid.id, grid.households));
        }
        match limit_of(problem, &grid.centre) {
            None => found.push(format!("grid {} has a centre that was not given", grid.id)),
            Some(max) => {
                let fits = problem.households.min <= households && households <= max;
                if problem.band == Strictness::Hard && !fits {
                    found.push(format!("grid {} has {households} households, the most is {max}", grid.id));
                }
            }
        }
        if problem.contiguous && !hangs_together(&grid.buildings, &links) {
            found.push(format!("grid {} does not hang together", grid.id));
        }
    }
    if problem.keep_estates_whole == Whole::Must {
        let cut = pieces(problem, plan, at).into_iter().filter(|(_, grids)| grids.len() > 1);
        found.extend(cut.map(|(estate, _)| format!("estate {estate} is cut")));
    }
    found
}

fn hangs_together(buildings: &[String], links: &HashMap<&str, Vec<&str>>) -> bool {
    let mut unseen: HashSet<&str> = buildings.iter().map(String::as_str).collect();
    let mut edge: Vec<&str> = buildings.first().map(String::as_str).into_iter().collect();
    edge.iter().for_each(|it| {
        unseen.remove(it);
    });
    while let Some(here) = edge.pop() {
        for &next in links.get(here).into_iter().flatten() {
            if unseen.remove(next) {
                edge.push(next);
            }
        }
    }
    unseen.is_empty()
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

fn figures(problem: &Problem, plan: &Plan, at: &HashMap<&str, usize>) -> Vec<String> {
    let mut found = Vec::new();
    let mut said = |what: &str, claimed: f64, real: f64| {
        if (claimed - real).abs() > 1e-6 * real.abs().max(1.0) {
            found.push(format!("{what} is {real}, not {claimed}"));
        }
    };
    let (mut all, mut walked, mut households, mut in_band) = (0.0, 0.0, 0_i64, 0_usize);
    for grid in &plan.grids {
        let centre = at[grid.centre.as_str()];
        let mut cost = 0.0;
        for id in &grid.buildings {
            let from = at[id.as_str()];
            let way = distance(problem, from, centre);
            let count = problem.buildings[from].households;
            cost += match problem.objective {
                Objective::Median => way,
                Objective::WeightedMedian => way * count as f64,
            };
            walked += way * count as f64;
            households += count;
        }
        said(&format!("the cost of grid {}", grid.id), grid.cost, cost);
        let max = limit_of(problem, &grid.centre).unwrap_or(-1);
        in_band += usize::from(problem.households.min <= grid.households && grid.households <= max);
        all += cost;
    }
    said("the cost", plan.cost, all);
    said("the walk", plan.walk_m, walked / households.max(1) as f64);
    said("the share in the band", plan.in_band_share, in_band as f64 / plan.grids.len().max(1) as f64);
    if let Some(bound) = plan.lower_bound {
        said("the bound above the cost", (bound - all).max(0.0), 0.0);
    }
    let pieces = pieces(problem, plan, at);
    let mut size: BTreeMap<&str, i64> = BTreeMap::new();
    for it in &problem.buildings {
        *size.entry(it.estate.as_deref().unwrap_or(&it.id)).or_default() += it.households;
    }
    let most = problem.households.max.max(1);
    let needed = |estate: &str| (size[estate] as f64 / most as f64).ceil().max(1.0);
    let extra: f64 =
        pieces.iter().map(|(estate, grids)| (grids.len() as f64 - needed(estate)).max(0.0)).sum();
    said("the number of extra pieces", plan.extra_pieces as f64, extra);
    let mixed = plan.grids.iter().filter(|grid| {
        let here: Vec<_> = pieces.values().filter(|grids| grids.contains(grid.id.as_str())).collect();
        here.len() > 1 && here.iter().any(|grids| grids.len() > 1)
    });
    said("the number of mixed grids", plan.mixed_grids as f64, mixed.count() as f64);
    found
}

fn distance(problem: &Problem, from: usize, to: usize) -> f64 {
    let place = |at: usize| {
        let it = &problem.buildings[at];
        (it.x.unwrap_or(f64::NAN), it.y.unwrap_or(f64::NAN))
    };
    match problem.distance {
        Distance::Matrix => problem.matrix.as_ref().map_or(f64::NAN, |rows| rows[from][to]),
        Distance::Euclidean => {
            let ((x, y), (u, v)) = (place(from), place(to));
            (x - u).hypot(y - v)
        }
        Distance::Haversine => {
            let ((x, y), (u, v)) = (place(from), place(to));
            let (x, y, u, v) = (x.to_radians(), y.to_radians(), u.to_radians(), v.to_radians());
            let half = ((v - y) / 2.0).sin().powi(2) + y.cos() * v.cos() * ((u - x) / 2.0).sin().powi(2);
            2.0 * 6_371_008.8 * half.sqrt().asin()
        }
    }
}
