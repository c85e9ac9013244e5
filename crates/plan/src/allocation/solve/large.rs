//! Cases that are too large to prove in every objective: the spine's plan and bounds, then improvement under the rules.

use super::local::Local;
use super::model::{FAR, Model, Ticks};
use super::spine::{Spine, fits, floor_of_largest, spine};
use crate::allocation::case::Case;
use crate::allocation::form::TierOrder;
use crate::allocation::objective::Objective;
use crate::allocation::sample::Draw;

/// What is known of a large case.
#[derive(Clone, Debug)]
pub struct Large {
    /// The best plan found, by the places of the input. It may break rules that could not be met.
    pub plan: Vec<usize>,
    /// Lower bounds, where known.
    pub bounds: [Option<f64>; 5],
    /// Whether every objective is proved.
    pub whole: bool,
}

/// Steps of improvement for each estate and objective, and their limits.
const STEPS: (usize, usize, usize) = (3_000, 100_000, 4_000_000);

/// Finds a good plan. `start` is a plan that keeps the rules, where one is known. The same case and seed give the same
/// plan, unless `stop` ends it before.
pub fn large(
    case: &Case,
    start: Option<&[usize]>,
    seed: u64,
    stop: &mut dyn FnMut() -> bool,
) -> Option<Large> {
    let mut model = Model::of(case, case.tier_order != TierOrder::Off);
    if model.posts.is_empty() {
        return None;
    }
    let mut backbone = if fits(&model) { spine(&model, stop) } else { None };
    let mut strict = case.tier_order == TierOrder::Strict;
    let mut against = (case.tier_order != TierOrder::Prefer).then_some(0.0);
    if case.tier_order == TierOrder::Prefer {
        let loose = Model::of(case, false);
        let free = if fits(&loose) { spine(&loose, stop) } else { None };
        // The strict order costs nothing where it allows the largest load that the loose one has.
        let most = free.as_ref().map(|free| free.largest);
        strict = backbone
            .as_ref()
            .zip(most)
            .is_some_and(|(tiered, most)| tiered.given && tiered.least_largest <= most);
        if strict {
            against = Some(0.0);
        } else {
            (model, backbone) = (loose, free);
        }
    }
    let evened = if backbone.is_none() && start.is_none() { as_if_equal(case, stop) } else { None };
    let begin = match start.or(evened.as_deref()) {
        Some(plan) => in_ranks(&model, plan),
        None => first(&model, backbone.as_ref()),
    };
    let usual = is_usual(&model);
    let ready = backbone.as_ref().filter(|one| usual && one.given && start.is_none() && against.is_some());
    let mut local = Local::new(&model, begin, strict);
    if ready.is_none() || local.broken() > 0 {
        improve(&model, &mut local, seed, stop);
    }
    let total = local.total();
    let bounds = bounds(&model, backbone.as_ref(), &total, against);
    let reached = |bound: Option<f64>, objective: Objective| {
        bound.is_some_and(|bound| {
            model.value(objective, total[objective.place()]) <= bound * (1.0 + 1e-12) + 1e-9
        })
    };
    let spread = reached(bounds[0], Objective::MaxLoad) && reached(bounds[2], Objective::LoadSpread);
    let whole = spread && local.broken() == 0 && ready.is_some_and(|one| is_proved(&model, one, total[4]));
    let mut bounds = bounds;
    if whole {
        // Nothing is below what is proved to be the least.
        for objective in [Objective::Distance, Objective::Changes] {
            bounds[objective.place()] = Some(model.value(objective, total[objective.place()]));
        }
    }
    let plan = model.in_input_order(local.plan());
    Some(Large { plan, bounds, whole })
}

/// The spine's plan for the same case with equal officers: a good beginning where capacities differ.
fn as_if_equal(case: &Case, stop: &mut dyn FnMut() -> bool) -> Option<Vec<usize>> {
    let mut equal = case.clone();
    for who in equal.officers.iter_mut().filter(|who| who.max_estates > 0) {
        (who.capacity, who.max_estates, who.min_estates) = (1.0, 2, who.min_estates.min(1));
    }
    let model = Model::of(&equal, case.tier_order != TierOrder::Off);
    fits(&model).then(|| spine(&model, stop))?.map(|spine| model.in_input_order(&spine.plan))
}

/// The plan of the spine where that proves every objective; quick at any size.
pub fn proved_at_once(case: &Case, stop: &mut dyn FnMut() -> bool) -> Option<Large> {
    let model = Model::of(case, case.tier_order != TierOrder::Off);
    let usual = case.tier_order != TierOrder::Prefer && is_usual(&model) && fits(&model);
    let found = usual.then(|| large(case, None, 0, stop))??;
    found.whole.then_some(found)
}

/// Whether the spine decides everything: the usual order, no slack, no rule for single officers.
fn is_usual(model: &Model) -> bool {
    let mut order = model.order.iter().map(|one| one.place());
    let rising = order.clone().zip(order.by_ref().skip(1)).all(|(one, next)| one < next);
    let free =
        model.pins.is_empty() && model.max_changes.is_none() && model.forbidden.iter().all(Vec::is_empty);
    let last = model.order.last().map_or(0, |one| one.place());
    rising && free && model.slack.iter().take(last).all(|slack| *slack == 0.0)
}

/// With least largest load and spread: whether distance and changes are the least too.
fn is_proved(model: &Model, spine: &Spine, changes: i64) -> bool {
    let says = |objective: Objective| model.order.contains(&objective);
    (spine.nearest || !says(Objective::Distance)) && (!says(Objective::Changes) || changes == 0 || spine.only)
}

fn improve(model: &Model, local: &mut Local<'_>, seed: u64, stop: &mut dyn FnMut() -> bool) {
    let mut draw = Draw::new(seed);
    let steps = (STEPS.0 * model.count()).clamp(STEPS.1, STEPS.2);
    let mut bounds = [FAR; 5];
    for goal in model.order.clone() {
        if goal != Objective::TierInversions {
            local.improve(goal, &bounds, steps, &mut draw, stop);
            let at = goal.place();
            bounds[at] = model.allowed(goal, local.total()[at]);
        }
    }
}

/// A plan to begin with: the spine's, or one that fills the officers along the ranking.
fn first(model: &Model, backbone: Option<&Spine>) -> Vec<usize> {
    if let Some(spine) = backbone {
        return spine.plan.clone();
    }
    let mut count: Vec<usize> = model.posts.iter().map(|post| post.min).collect();
    let mut left = model.count().saturating_sub(count.iter().sum());
    for (post, count) in count.iter_mut().enumerate() {
        let more = left.min(model.posts[post].max.saturating_sub(*count));
        *count += more;
        left -= more;
    }
    let mut plan: Vec<usize> = Vec::new();
    for tier in &model.tiers {
        // Within a tier one after the other, so that nobody gets only hard ones.
        let rounds = count[tier.clone()].iter().copied().max().unwrap_or(0);
        plan.extend(
            (0..rounds)
                .flat_map(|round| tier.clone().filter(|post| count[*post] > round).collect::<Vec<_>>()),
        );
    }
    plan.resize(model.count(), model.posts.len() - 1);
    plan
}

fn in_ranks(model: &Model, plan: &[usize]) -> Vec<usize> {
    let post = |officer: usize| model.posts.iter().position(|post| post.officer == officer).unwrap_or(0);
    model.estates.iter().map(|estate| post(plan[*estate])).collect()
}

/// What is known to be the least of each objective for plans as good as this one in the objectives before.
fn bounds(model: &Model, backbone: Option<&Spine>, total: &Ticks, against: Option<f64>) -> [Option<f64>; 5] {
    let largest = backbone.map_or_else(|| floor_of_largest(model), |one| one.least_largest);
    let value = |objective: Objective, ticks: i64| Some(model.value(objective, ticks));
    // The bound of the spread was found for plans whose largest load is at most the spine's.
    let spread = backbone.filter(|one| total[0] <= one.largest).map(|one| one.least_spread);
    [
        value(Objective::MaxLoad, largest),
        against,
        spread.and_then(|ticks| value(Objective::LoadSpread, ticks)),
        None,
        None,
    ]
}
