//! From a problem to a plan: which search suits, and with how much work.

use super::bound::lower_bound;
use super::chance::Chance;
use super::connect::Walker;
use super::estates::{integrity, must, weigh};
use super::fault::Fault;
use super::median::{self, Weights, search};
use super::model::Model;
use super::plan::{Plan, describe};
use super::problem::{Priority, Problem, Strictness, Whole};
use super::unavoidable::{nothing_found, unavoidable};
use super::validate::faults;

/// How much work is done, and with which chance.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// The seed.
    pub seed: u64,
    /// Work for so many seconds of a modest machine; most need a third of it. It counts steps, not time: a search that
    /// ends by itself gives the same plan everywhere.
    pub seconds: f64,
}

impl Effort {
    /// Seconds of work that bring plans near to the best known ones.
    pub fn usual_seconds(problem: &Problem) -> f64 {
        if problem.contiguous && problem.centres.is_some() {
            return 24.0;
        }
        match problem.buildings.len() {
            0..=150 => 1.5,
            // Grids of a few buildings each are the harder packing.
            151..=450 if problem.grids.is_some_and(|it| 9 * it > problem.buildings.len()) => 16.0,
            151..=450 => 4.5,
            451..=1400 => 18.0,
            _ if problem.contiguous => 4.0,
            _ => 55.0,
        }
    }
}

/// Designs grids. `watch` hears which share of the work is done, 0 to 1, and says whether to stop; then the best plan
/// so far is given back.
///
/// # Errors
/// What is wrong with the problem, or that no plan within hard limits was found.
pub fn design(
    problem: &Problem,
    effort: Effort,
    watch: &mut dyn FnMut(f64) -> bool,
) -> Result<Plan, Vec<Fault>> {
    let found = faults(problem);
    if !found.is_empty() {
        return Err(found);
    }
    let mut model = Model::new(problem);
    let mut chance = Chance::new(effort.seed);
    let by_estates = problem.centres.is_none()
        && problem.grids.is_none()
        && (problem.band == Strictness::Soft || problem.keep_estates_whole == Whole::Must);
    let must = problem.keep_estates_whole == Whole::Must && problem.centres.is_none();
    if (by_estates || must) && !problem.contiguous {
        model.link_nearest();
    }
    if must {
        return must::whole_estates(problem, &model, effort, watch);
    }
    if by_estates {
        return Ok(estates_first(problem, &model, effort, &mut chance, watch));
    }
    regions(problem, &model, effort, &mut chance, watch)
}

/// Estates first, then, where the priority asks for it, band and walk against them.
fn estates_first(
    problem: &Problem,
    model: &Model,
    effort: Effort,
    chance: &mut Chance,
    watch: &mut dyn FnMut(f64) -> bool,
) -> Plan {
    let mut finished = true;
    let mut stop = |share: f64| {
        let stop = watch(share);
        finished &= !stop;
        stop
    };
    let whole = integrity(model, chance, &mut |share| stop(0.5 * share));
    let counts = problem.keep_estates_whole != Whole::Never;
    let band = weigh::Weights { outside: 4.0, beyond: 0.002, mixed: 1.0, extra: 0.02, walk: 0.1 };
    let weights = match problem.priority {
        _ if !counts => Some(weigh::Weights { mixed: 0.0, extra: 0.0, ..band }),
        Priority::Integrity => None,
        Priority::Balanced => {
            Some(weigh::Weights { outside: 1.0, beyond: 0.004, mixed: 1.2, extra: 0.3, walk: 0.5 })
        }
        Priority::Band => Some(band),
    };
    let mut grids = whole.grids;
    if let Some(weights) = weights {
        let rounds = (400 * grids.len() as u64).min((effort.seconds * 30_000.0) as u64);
        grids = weigh::recombine(model, grids, weights, rounds, (1.0, 0.05), chance, &mut |share| {
            stop(0.5 + 0.5 * share)
        });
    }
    let named = unavoidable(problem, model, &grids);
    let mut plan = describe(problem, model, grids);
    plan.share_proved =
        (counts && problem.priority == Priority::Integrity).then_some(whole.proved && finished);
    plan.feasible = true;
    plan.unavoidable = named;
    plan.finished = finished;
    plan
}

/// A given or least number of grids of the least cost.
fn regions(
    problem: &Problem,
    model: &Model,
    effort: Effort,
    chance: &mut Chance,
    watch: &mut dyn FnMut(f64) -> bool,
) -> Result<Plan, Vec<Fault>> {
    let soft = problem.band == Strictness::Soft;
    let whole = problem.keep_estates_whole == Whole::Prefer && model.centres.is_none();
    let weights = Weights {
        outside: match (soft, problem.priority) {
            (false, _) => 0.0,
            (true, Priority::Integrity) => 0.5,
            (true, Priority::Balanced) => 1.0,
            (true, Priority::Band) => 4.0,
        },
        mixed: if whole { 1.0 } else { 0.0 },
        extra: if whole { 1.0 } else { 0.0 },
    };
    let given = problem.grids.or(problem.centres.as_ref().map(Vec::len));
    let mut left = 1.0;
    let count = match given {
        Some(count) => count,
        None => {
            left = 0.7;
            fewest(model, weights, effort, chance, &mut |share| watch(0.3 * share))
        }
    };
    let mut done = |share: f64| watch((1.0 - left) + left * share);
    let seconds = 0.9 * left * effort.seconds;
    let found = search(model, count, weights, seconds, None, chance, &mut |share| done(0.9 * share));
    let mut grids = vec![Vec::new(); count];
    for (building, &region) in (0_u32..).zip(&found.of) {
        grids[region as usize].push(building);
    }
    if !soft && found.beyond > 0 {
        return Err(vec![nothing_found(problem, model, &grids)]);
    }
    let mut plan = describe(problem, model, grids);
    plan.feasible = true;
    plan.finished = found.finished;
    if !soft && found.finished {
        // A round is of the order of buildings × sites.
        let sites = model.centres.as_ref().map_or(model.len(), Vec::len);
        let rounds =
            (0.1 * effort.seconds * median::STEPS / 12.0 / (model.len() * sites).max(1) as f64) as usize;
        if rounds >= 20 {
            plan.lower_bound = lower_bound(model, count, plan.cost, rounds.min(400), &mut || done(0.95));
        }
    }
    Ok(plan)
}

/// The fewest regions for which a plan within the limits is found quickly.
fn fewest(
    model: &Model,
    weights: Weights,
    effort: Effort,
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> usize {
    let all: Vec<u32> = (0..model.len() as u32).collect();
    let parts = if model.contiguous { Walker::new(all.len()).parts(&model.near, &all) } else { vec![all] };
    let max = model.band.max.max(1);
    let each = |part: &Vec<u32>| ((model.load(part) + max - 1) / max).max(1) as usize;
    let least: usize = parts.iter().map(each).sum();
    let most = (least + 8).min(model.len());
    for count in least..most {
        let seconds = 0.3 * effort.seconds / 9.0;
        let tried = (count - least) as f64 / 9.0;
        let found =
            search(model, count, weights, seconds, None, chance, &mut |share| stop(tried + share / 9.0));
        if found.beyond == 0 || weights.outside > 0.0 {
            return count;
        }
    }
    most
}
