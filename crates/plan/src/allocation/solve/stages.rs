//! One objective after the other, each proved by the exact search before the next is looked at.

use super::exact::{Outcome, Query, search};
use super::model::{FAR, Model, Ticks};
use crate::allocation::case::Case;
use crate::allocation::form::TierOrder;
use crate::allocation::objective::Objective;

/// How far the objectives were proved.
#[derive(Clone, Debug)]
pub struct Stages {
    /// The best plan so far, by the places of the input; `None` when there is none or none was found in time.
    pub plan: Option<Vec<usize>>,
    /// For each proved objective its best value under the bounds of the earlier ones, in ticks.
    pub best: [Option<i64>; 5],
    /// Whether it was proved that no plan keeps the rules.
    pub impossible: bool,
    /// Whether every objective was proved.
    pub whole: bool,
    /// What later improvements must keep, in ticks.
    pub bounds: Ticks,
}

/// Goes through the objectives in order. Each search gives up after `labels` labels.
pub fn stages(case: &Case, labels: usize, stop: &mut dyn FnMut() -> bool) -> Stages {
    let strict = Model::of(case, case.tier_order != TierOrder::Off);
    // Until their inversions are counted, preferred tiers forbid nothing.
    let loose = (case.tier_order == TierOrder::Prefer).then(|| Model::of(case, false));
    let mut bounds = [FAR; 5];
    bounds[4] = strict.max_changes.unwrap_or(FAR);
    let mut state = Stages { plan: None, best: [None; 5], impossible: false, whole: false, bounds };
    let mut counted = false;
    for goal in strict.order.clone() {
        counted |= goal == Objective::TierInversions;
        let model = loose.as_ref().filter(|_| !counted).unwrap_or(&strict);
        let outcome = if goal == Objective::TierInversions {
            fewest_inversions(model, &state.bounds, labels, stop)
        } else {
            let budget = if loose.is_some() { state.bounds[1] } else { 0 };
            search(model, &Query { goal, bounds: state.bounds, budget, labels }, stop)
        };
        match outcome {
            Outcome::Best(plan, cost) => {
                let at = goal.place();
                state.plan = Some(model.in_input_order(&plan));
                state.best[at] = Some(cost[at]);
                state.bounds[at] = model.allowed(goal, cost[at]).min(state.bounds[at]);
            }
            Outcome::Nothing => {
                state.impossible = state.plan.is_none();
                return state;
            }
            Outcome::Open => return state,
        }
    }
    state.whole = true;
    state
}

/// Tries larger and larger budgets: with few pairs against the order there are few ways to cut the ranking.
fn fewest_inversions(
    model: &Model,
    bounds: &Ticks,
    labels: usize,
    stop: &mut dyn FnMut() -> bool,
) -> Outcome {
    let most = (model.count() * model.count()) as i64;
    let mut budget = 0;
    loop {
        let mut bounds = *bounds;
        bounds[1] = bounds[1].min(budget);
        let query = Query { goal: Objective::TierInversions, bounds, budget, labels };
        match search(model, &query, stop) {
            Outcome::Nothing if budget < most => budget = 2 * budget + 1,
            outcome => return outcome,
        }
    }
}
