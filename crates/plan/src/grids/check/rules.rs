//! The rules that a plan must keep.

use super::super::plan::Plan;
use super::super::problem::{Problem, Strictness, Whole};
use super::{limit_of, pieces};
use std::collections::{HashMap, HashSet};

pub(super) fn check(problem: &Problem, plan: &Plan, at: &HashMap<&str, usize>) -> Vec<String> {
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
