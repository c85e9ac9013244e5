//! Whole estates only: every grid is a connected set of whole estates.

use super::super::connect::Walker;
use super::super::cover::{Candidate, cover};
use super::super::design::Effort;
use super::super::fault::Fault;
use super::super::model::Model;
use super::super::plan::{Plan, describe};
use super::super::problem::{Problem, Strictness};
use super::merge::groups_of;

/// A grid more must cost more than any walk.
const GRID: f64 = 1e9;
/// So must a grid outside a soft band.
const OUTSIDE: f64 = 1e6;

/// The cheapest plan of whole estates, with as many grids as asked for or else the fewest; exact as far as the
/// work goes.
///
/// # Errors
/// Where estates cannot be brought together within the limits.
pub fn whole_estates(
    problem: &Problem,
    model: &Model,
    effort: Effort,
    watch: &mut dyn FnMut(f64) -> bool,
) -> Result<Plan, Vec<Fault>> {
    let mut walker = Walker::new(model.len());
    let broken = model.estates.iter().position(|it| walker.parts(&model.near, it).len() > 1);
    if let Some(estate) = broken {
        let name = problem.buildings[model.estates[estate][0] as usize].estate.clone().unwrap_or_default();
        return Err(vec![Fault::new(
            "adjacency",
            format!("小区 {name} 自身不连片，不能整体成网格。请补上相邻关系，或用 \"prefer\""),
            format!(
                "estate {name} does not hang together and cannot stay whole. Add links, or write \"prefer\""
            ),
        )]);
    }
    let soft = problem.band == Strictness::Soft;
    let Some(groups) = groups_of(model, &model.estates) else { return Err(vec![nothing(problem)]) };
    watch(0.5);
    let scale = groups.iter().map(|it| it.walk).fold(1e-9, f64::max) * model.estates.len() as f64;
    let fits = |load: i64| soft || model.band.holds(load);
    let pool: Vec<Candidate> = groups
        .iter()
        .filter(|it| fits(it.load))
        .map(|it| {
            let outside = if model.band.holds(it.load) { 0.0 } else { OUTSIDE };
            let grid = if problem.grids.is_none() { GRID } else { 0.0 };
            Candidate { rows: it.rows.clone(), cost: grid + outside + it.walk / scale * 1e3 }
        })
        .collect();
    let wanted: Vec<_> = groups.iter().filter(|it| fits(it.load)).collect();
    let work = (effort.seconds * 2e6) as u64;
    let (found, _) = cover(model.estates.len(), &pool, problem.grids, f64::INFINITY, work);
    let Some(found) = found else { return Err(vec![nothing(problem)]) };
    let of_group = |&it: &usize| {
        let rows = wanted[it].rows.iter();
        rows.flat_map(|&estate| model.estates[estate as usize].iter().copied()).collect()
    };
    let mut plan = describe(problem, model, found.chosen.iter().map(of_group).collect());
    plan.feasible = true;
    Ok(plan)
}

fn nothing(problem: &Problem) -> Fault {
    let band = problem.households;
    Fault::new(
        "keep_estates_whole",
        format!(
            "整个小区无法合并成每个 {}–{} 户的连片网格。最小的放宽：\"keep_estates_whole\": \"prefer\"，或 \"band\": \"soft\"",
            band.min, band.max
        ),
        format!(
            "whole estates do not make connected grids of {} to {} households. The smallest relaxation: \
             \"keep_estates_whole\": \"prefer\", or \"band\": \"soft\"",
            band.min, band.max
        ),
    )
}
