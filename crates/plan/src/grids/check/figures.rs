//! The figures that a plan claims.

use super::super::plan::Plan;
use super::super::problem::{Distance, Objective, Problem};
use super::{limit_of, pieces};
use std::collections::{BTreeMap, HashMap};

pub(super) fn check(problem: &Problem, plan: &Plan, at: &HashMap<&str, usize>) -> Vec<String> {
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
