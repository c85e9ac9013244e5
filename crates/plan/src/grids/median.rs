//! The search for `count` regions of the least cost: a first plan, annealing of everything, then of neighbourhoods.

use super::anneal::{Best, Schedule, Scope, anneal};
use super::begin::{begin, beside};
use super::chance::Chance;
use super::model::Model;
use super::regions::{Prices, Regions};
use super::window::{Windows, improve};

/// Elementary steps of work that a modest machine does in a second.
pub const STEPS: f64 = 220e6;

/// What a search found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The region of each building.
    pub of: Vec<u32>,
    /// Households outside the limits; a plan with any is none where the band is hard.
    pub beyond: i64,
    /// By what it is compared with others.
    pub judged: f64,
    /// Whether the search came to its own end.
    pub finished: bool,
}

/// How estates and band are weighed, in units of the mean cost of a region.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weights {
    /// A region outside the band; 0 where no region may be.
    pub outside: f64,
    /// A region that mixes estates of which one is cut.
    pub mixed: f64,
    /// A piece that an estate does not need.
    pub extra: f64,
}

/// Searches with work for so many seconds of a modest machine. `start` is a plan to begin with. Service areas are
/// searched several times from the beginning: their shapes block each other in ways that no neighbourhood undoes.
pub fn search(
    model: &Model,
    count: usize,
    weights: Weights,
    seconds: f64,
    start: Option<&[u32]>,
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> Found {
    let runs = if model.centres.is_some() && model.contiguous { 4 } else { 1 };
    let share = 1.0 / f64::from(runs);
    let mut best =
        once(model, count, weights, share * seconds, start, chance, &mut |part| stop(part * share));
    for run in 1..runs {
        if !best.finished {
            break;
        }
        let done = f64::from(run) * share;
        let next = once(model, count, weights, share * seconds, start, chance, &mut |part| {
            stop(done + part * share)
        });
        let finished = next.finished;
        if (next.beyond, next.judged) < (best.beyond, best.judged) {
            best = next;
        }
        best.finished = finished;
    }
    best
}

fn once(
    model: &Model,
    count: usize,
    weights: Weights,
    seconds: f64,
    start: Option<&[u32]>,
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> Found {
    let first = start.map_or_else(|| begin(model, count, chance), <[u32]>::to_vec);
    if count == model.len() || count <= 1 {
        let regions = Regions::new(model, &first, count, Prices::default());
        return Found { of: first, beyond: regions.beyond, judged: regions.judged(), finished: true };
    }
    let beside = beside(model, count);
    let mut regions = Regions::new(model, &first, count, Prices::default());
    let households = model.households.iter().sum::<i64>().max(1) as f64;
    let total = regions.cost().max(1e-9);
    let (mean, region) = (total / model.len() as f64, total / count as f64);
    let fixed = model.centres.is_some();
    regions.prices = Prices {
        beyond: if fixed { 10.0 } else { 3.0 } * total / households,
        outside: weights.outside * region,
        mixed: weights.mixed * region,
        extra: weights.extra * region,
    };
    let work = seconds * STEPS;
    let all: Vec<u32> = (0..model.len() as u32).collect();
    let open = vec![true; count];
    let scope = Scope { buildings: &all, open: &open };
    // Of small maps several first plans are made: where the centres fall decides most.
    let tries = if start.is_some() {
        1
    } else if model.len() <= 150 {
        4
    } else if model.len() <= 450 {
        2
    } else {
        1
    };
    let first_share = if fixed { 0.12 } else { 0.3 };
    let share = first_share / f64::from(tries);
    let schedule = Schedule {
        hot: mean
            * if fixed {
                10.0
            } else if start.is_some() {
                0.3
            } else {
                2.0
            },
        cold: mean * if fixed { 0.3 } else { 0.03 },
        work: (share * work) as u64,
        price_growth: if fixed { 30.0 } else { 10.0 },
        lost: 30.0 * regions.prices.beyond,
        stray: 0.3 * mean,
        stray_growth: 100.0,
    };
    let mut kept: Option<(i64, f64, Vec<u32>)> = None;
    let mut finished = true;
    for attempt in 0..tries {
        if attempt > 0 {
            let again = begin(model, count, chance);
            let numbers: Vec<u32> = (0..count as u32).collect();
            regions.adopt(&numbers, &again);
        }
        let mut best = Best::none();
        let done_before = f64::from(attempt) * share;
        finished &= anneal(&mut regions, &beside, scope, &schedule, &mut best, chance, &mut |part| {
            stop(done_before + part * share)
        });
        if !best.of.is_empty() {
            let numbers: Vec<u32> = (0..count as u32).collect();
            regions.adopt(&numbers, &best.of);
        }
        let now = (regions.lost(), regions.judged(), regions.of.clone());
        if kept.as_ref().is_none_or(|kept| (now.0, now.1) < (kept.0, kept.1)) {
            kept = Some(now);
        }
        if !finished {
            break;
        }
    }
    if let Some((_, _, of)) = kept {
        let numbers: Vec<u32> = (0..count as u32).collect();
        regions.adopt(&numbers, &of);
    }
    let size = model.len() / count;
    regions.prices.beyond *= if fixed { 1.0 } else { 10.0 };
    let windows = Windows {
        fewest: if fixed { 2 } else { 4 }.min(count),
        most: if fixed { 6 } else { 16 }.min(count),
        hot: mean * if fixed { 3.0 } else { 1.0 },
        cold: mean * if fixed { 0.3 } else { 0.02 },
        price_growth: if fixed { 20.0 } else { 1.0 },
        lost: if fixed { 1.0 } else { 0.3 } * regions.prices.beyond,
        drift: total * if fixed { 0.0 } else { 1e-5 },
        stray: 0.3 * mean,
        stray_growth: 100.0,
        relocate: !fixed && !model.contiguous,
        effort: if fixed { 20_000 } else { 300 * (size as u64 + 6) },
        work: ((1.0 - first_share) * work) as u64,
    };
    finished = finished
        && improve(&mut regions, &beside, &windows, chance, &mut |part| {
            stop(first_share + (1.0 - first_share) * part)
        });
    Found { beyond: regions.beyond, judged: regions.judged(), of: regions.of, finished }
}
