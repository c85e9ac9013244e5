//! `guanjia allocate`: who looks after which estate, certified and explained.

mod human;
mod input;
mod output;
mod stop;

use crate::args::AllocateArgs;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use guanjia_plan::allocation::binding::{Binding, binding};
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::conflict::conflict;
use guanjia_plan::allocation::explain::{Next, next_best, regrets};
use guanjia_plan::allocation::replan::{Point, curve};
use guanjia_plan::allocation::solve::{Options, SMALL, Solution, solve};
use guanjia_plan::allocation::words;
use std::time::Instant;
use stop::Stop;

/// The most points of the curve of re-planning.
const MOST_POINTS: usize = 40;

/// A plan with everything that is told about it.
pub struct Answer {
    /// What was asked.
    pub case: Case,
    /// The plan.
    pub solution: Solution,
    /// For each estate the next best officer.
    pub next: Vec<Next>,
    /// The rules that cost something.
    pub binding: Vec<Binding>,
    /// Fairness against changes, where it was asked for.
    pub curve: Vec<Point>,
    /// The seed.
    pub seed: u64,
    /// How long the solver took.
    pub seconds: f64,
}

/// Reads, solves, tells.
pub fn run(asked: &AllocateArgs, language: Language) -> Result<(), Failure> {
    let order = input::order(asked.order.as_deref())?;
    let (form, case) = input::read(&asked.input, order, language)?;
    let options = Options { seed: asked.seed, labels: None };
    let mut stop = Stop::new(asked.time_limit, language.pick("计算方案", "Allocating"));
    let began = Instant::now();
    let Ok(solution) = solve(&case, options, &mut || stop.asked()) else {
        return Err(refused(&case, options, &mut stop));
    };
    let seconds = began.elapsed().as_secs_f64();
    let small = case.estates.len() <= SMALL && solution.proved;
    let next = if small {
        next_best(&case, &regrets(&case, &solution, options, &mut || stop.asked()))
    } else {
        vec![Next::Unknown; case.estates.len()]
    };
    let binding =
        if solution.proved { binding(&case, &solution, options, &mut || stop.asked()) } else { Vec::new() };
    let curve = if asked.curve {
        curve(&case, options, MOST_POINTS, &mut || stop.asked()).unwrap_or_default()
    } else {
        Vec::new()
    };
    drop(stop);
    let found = Answer { case, solution, next, binding, curve, seed: asked.seed, seconds };
    if asked.json {
        answer(&output::json(&found, language)?)
    } else {
        human::lines(&found, &form, language).iter().try_for_each(|line| answer(line))
    }
}

/// Why there is no plan.
fn refused(case: &Case, options: Options, stop: &mut Stop) -> Failure {
    let found = conflict(case, options, &mut || stop.asked());
    let text = words::conflict(case, &found);
    Failure::refused(format!("{}。", text.chinese), format!("No plan keeps the rules: {}.", text.english))
}
