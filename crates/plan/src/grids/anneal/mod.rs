//! Simulated annealing over shifts and swaps (Kirkpatrick et al. 1983; the moves as in Stefanello et al. 2015).
//!
//! Leaving the limits has a price that grows while it cools, so a chain of shifts may pass through a region that is
//! for a moment too full. The temperature follows the work done, not a clock: the same seed gives the same plan.

mod best;
mod trial;

pub use best::Best;

use super::chance::Chance;
use super::connect::Walker;
use super::regions::{Prices, Regions};
use trial::{Stray, Trial};

/// How a search cools.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// Temperature at the beginning, in the unit of the objective.
    pub hot: f64,
    /// Temperature at the end.
    pub cold: f64,
    /// Elementary steps of work.
    pub work: u64,
    /// By what the price of a household beyond the limits grows until the end.
    pub price_growth: f64,
    /// What a household outside hard limits counts when plans are compared; it should outweigh what it can save.
    pub lost: f64,
    /// The price of a building that cannot be reached from the fixed centre of its region; 0: never allowed.
    pub stray: f64,
    /// By what this price grows until the end.
    pub stray_growth: f64,
}

/// Where buildings may go: beside whom.
pub type Beside = Vec<Vec<u32>>;

/// What may move: the regions that are open, and the buildings in them.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// Buildings that may move.
    pub buildings: &'a [u32],
    /// Whether each region may be changed.
    pub open: &'a [bool],
}

/// Anneals; whether it ran to its end. `stop` is asked now and then with the share of the work that is done.
pub fn anneal(
    regions: &mut Regions<'_>,
    beside: &Beside,
    scope: Scope<'_>,
    schedule: &Schedule,
    best: &mut Best,
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> bool {
    let mut walker = Walker::new(regions.of.len());
    let (first, price) = (regions.work, regions.prices.beyond);
    let by_total = !regions.judges_by_cost();
    let mut total = regions.judged();
    *best = Best::none();
    let mut chunk = Vec::new();
    let mut stray = Stray::new(regions, schedule.stray > 0.0);
    if stray.total == 0 {
        best.look(regions, total, schedule.lost);
    }
    let contiguous = regions.model.contiguous;
    let mut done = true;
    'cooling: loop {
        let share = ((regions.work - first) as f64 / schedule.work.max(1) as f64).min(1.0);
        if share >= 1.0 {
            break;
        }
        if stop(share) {
            done = false;
            break 'cooling;
        }
        let temperature = schedule.hot * (schedule.cold / schedule.hot).powf(share);
        regions.prices = Prices { beyond: price * schedule.price_growth.powf(share), ..regions.prices };
        total = regions.judged();
        let stray_price = schedule.stray * schedule.stray_growth.powf(share);
        for _ in 0..512 {
            regions.work += 6;
            let building = scope.buildings[chance.below(scope.buildings.len())];
            let list = &beside[building as usize];
            if list.is_empty() {
                continue;
            }
            let draw = chance.unit();
            let at = if contiguous { draw } else { draw * draw };
            let other = list[(at * list.len() as f64) as usize];
            let (from, to) = (regions.of[building as usize], regions.of[other as usize]);
            if from == to || !scope.open[to as usize] || regions.is_fixed(building) {
                continue;
            }
            let limit = -temperature * chance.unit().max(1e-300).ln();
            let moved = if chance.below(2) == 0 {
                let mut trial =
                    Trial { regions, walker: &mut walker, stray: &mut stray, price: stray_price, limit };
                trial.shift(building, to, &mut chunk, chance)
            } else {
                let members = &regions.list[to as usize].members;
                let mate = if contiguous || chance.below(2) == 0 {
                    members[chance.below(members.len())]
                } else {
                    other
                };
                chunk.clear();
                chunk.extend([building, mate]);
                let mut trial =
                    Trial { regions, walker: &mut walker, stray: &mut stray, price: stray_price, limit };
                trial.swap(building, mate)
            };
            let Some((delta, cost)) = moved else { continue };
            total += if by_total { delta } else { cost };
            chunk.iter().for_each(|&it| best.note(it));
            if stray.total == 0 {
                best.look(regions, total, schedule.lost);
            }
        }
    }
    regions.prices.beyond = price;
    done
}
