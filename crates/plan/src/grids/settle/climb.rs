//! Climbing down: one building, or all of an estate in a grid, goes to the grid beside it while that is cheaper.

use super::super::connect::Walker;
use super::super::laid::Table;
use super::Price;

/// The most moves; each makes the plan cheaper, so this is only a stop against fools' errands.
const MOST_MOVES: usize = 2_000;

/// What the plan costs that comes of it, and the plan.
pub(super) fn climb(table: &Table<'_>, price: &Price<'_>, mut plan: Vec<Vec<u32>>) -> (f64, Vec<Vec<u32>>) {
    let mut cost = price.of(&plan);
    for _ in 0..MOST_MOVES {
        let Some((cheaper, next)) = step(table, price, &plan, cost) else { break };
        (cost, plan) = (cheaper, next);
    }
    plan.retain(|grid| !grid.is_empty());
    (cost, plan)
}

/// The first cheaper plan, in the order of the buildings.
fn step(table: &Table<'_>, price: &Price<'_>, plan: &[Vec<u32>], cost: f64) -> Option<(f64, Vec<Vec<u32>>)> {
    let model = &table.model;
    let mut of = vec![0_usize; model.len()];
    for (number, grid) in plan.iter().enumerate() {
        grid.iter().for_each(|it| of[*it as usize] = number);
    }
    let mut walker = Walker::new(model.len());
    for at in 0..model.len() as u32 {
        let from = of[at as usize];
        let mut beside: Vec<usize> = model.near[at as usize].iter().map(|it| of[*it as usize]).collect();
        beside.sort_unstable();
        beside.dedup();
        let estate = model.estate[at as usize];
        let of_estate: Vec<u32> =
            plan[from].iter().copied().filter(|it| model.estate[*it as usize] == estate).collect();
        for to in beside.into_iter().filter(|to| *to != from) {
            for moved in [&[at][..], &of_estate, &plan[from]] {
                let mut next = plan.to_vec();
                next[from].retain(|it| !moved.contains(it));
                next[to].extend_from_slice(moved);
                let whole = |grid: &[u32], walker: &mut Walker| walker.parts(&model.near, grid).len() < 2;
                let cheaper = price.of(&next);
                if cheaper < cost - 1e-9 && whole(&next[from], &mut walker) && whole(&next[to], &mut walker) {
                    return Some((cheaper, next));
                }
            }
        }
    }
    None
}
