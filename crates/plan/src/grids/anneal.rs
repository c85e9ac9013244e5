//! Simulated annealing over shifts and swaps (Kirkpatrick et al. 1983; the moves as in Stefanello et al. 2015).
//!
//! Leaving the limits has a price that grows while it cools, so a chain of shifts may pass through a region that is
//! for a moment too full. The temperature follows the work done, not a clock: the same seed gives the same plan.

use super::chance::Chance;
use super::connect::{NOBODY, Walker};
use super::regions::{Prices, Regions};

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

/// The best plan that hangs together.
#[derive(Clone, Debug)]
pub struct Best {
    /// The region of each building; empty while there is none.
    pub of: Vec<u32>,
    /// Costs and prices, with what households outside hard limits are priced at.
    pub rank: f64,
    changed: Vec<u32>,
}

impl Best {
    /// None yet.
    pub const fn none() -> Self {
        Self { of: Vec::new(), rank: f64::INFINITY, changed: Vec::new() }
    }

    /// Looks whether the plan is the best now. Only what changed since the last copy is copied.
    fn look(&mut self, regions: &Regions<'_>, total: f64, price: f64) {
        let rank = total + price * regions.lost() as f64;
        if rank + 1e-9 * total.abs() >= self.rank {
            return;
        }
        if self.of.is_empty() || self.changed.len() > self.of.len() {
            self.of.clone_from(&regions.of);
        } else {
            for &building in &self.changed {
                self.of[building as usize] = regions.of[building as usize];
            }
        }
        self.changed.clear();
        self.rank = rank;
    }

    fn note(&mut self, building: u32) {
        if self.changed.len() <= self.of.len() {
            self.changed.push(building);
        }
    }
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

/// The buildings that cannot be reached from the fixed centre of their region, counted by region.
struct Stray {
    by_region: Vec<u32>,
    total: u32,
    allowed: bool,
}

impl Stray {
    fn new(regions: &Regions<'_>, wanted: bool) -> Self {
        let allowed = wanted && regions.model.contiguous && regions.model.centres.is_some();
        let mut walker = Walker::new(regions.of.len());
        let count = |it| if allowed { walker.astray(regions, it, NOBODY, NOBODY) } else { 0 };
        let by_region: Vec<u32> = (0..regions.list.len() as u32).map(count).collect();
        Self { total: by_region.iter().sum(), by_region, allowed }
    }
}

/// A move that is looked at.
struct Trial<'a, 'm> {
    regions: &'a mut Regions<'m>,
    walker: &'a mut Walker,
    stray: &'a mut Stray,
    price: f64,
    limit: f64,
}

impl Trial<'_, '_> {
    /// Shifts a building where that is worth it; price and cost.
    fn shift(
        &mut self,
        building: u32,
        to: u32,
        chunk: &mut Vec<u32>,
        chance: &mut Chance,
    ) -> Option<(f64, f64)> {
        let from = self.regions.of[building as usize];
        if self.regions.list[from as usize].members.len() == 1 {
            return None;
        }
        chunk.clear();
        chunk.push(building);
        let contiguous = self.regions.model.contiguous;
        if contiguous && !self.stray.allowed && !self.walker.can_leave(self.regions, building) {
            if chance.below(4) > 0 {
                return None;
            }
            self.walker.cut_off(self.regions, building, 8, chunk);
            return carry_over(self.regions, chunk, from, to, self.limit);
        }
        let change = self.regions.shift(building, to);
        let mut delta = change.delta;
        if self.stray.allowed {
            let (a, b) = (self.stray.by_region[from as usize], self.stray.by_region[to as usize]);
            if delta - self.price * f64::from(a + b) > self.limit {
                return None;
            }
            let after = (
                self.walker.astray(self.regions, from, building, NOBODY),
                self.walker.astray(self.regions, to, NOBODY, building),
            );
            delta += self.price * (f64::from(after.0 + after.1) - f64::from(a + b));
            if delta > self.limit {
                return None;
            }
            self.note(from, to, after);
        } else if delta > self.limit {
            return None;
        }
        self.regions.do_shift(building, to, change);
        Some((delta, change.cost))
    }

    /// Swaps two buildings where that is worth it; price and cost.
    fn swap(&mut self, one: u32, other: u32) -> Option<(f64, f64)> {
        if self.regions.is_fixed(other) {
            return None;
        }
        let change = self.regions.swap(one, other);
        let mut delta = change.delta;
        let (from, to) = (self.regions.of[one as usize], self.regions.of[other as usize]);
        if self.stray.allowed {
            let (a, b) = (self.stray.by_region[from as usize], self.stray.by_region[to as usize]);
            if delta - self.price * f64::from(a + b) > self.limit {
                return None;
            }
            let after = (
                self.walker.astray(self.regions, from, one, other),
                self.walker.astray(self.regions, to, other, one),
            );
            delta += self.price * (f64::from(after.0 + after.1) - f64::from(a + b));
            if delta > self.limit {
                return None;
            }
            self.note(from, to, after);
        } else if delta > self.limit
            || self.regions.model.contiguous
                && !(self.walker.can_exchange(self.regions, one, other)
                    && self.walker.can_exchange(self.regions, other, one))
        {
            return None;
        }
        self.regions.do_swap(one, other, change);
        Some((delta, change.cost))
    }

    fn note(&mut self, from: u32, to: u32, after: (u32, u32)) {
        for (region, after) in [(from, after.0), (to, after.1)] {
            let before = std::mem::replace(&mut self.stray.by_region[region as usize], after);
            self.stray.total = self.stray.total + after - before;
        }
    }
}

/// Moves several buildings one after the other, and back again where that costs more than `limit`; price and cost.
fn carry_over(
    regions: &mut Regions<'_>,
    chunk: &[u32],
    from: u32,
    to: u32,
    limit: f64,
) -> Option<(f64, f64)> {
    if chunk.is_empty() || chunk.len() >= regions.list[from as usize].members.len() {
        return None;
    }
    let (mut delta, mut cost) = (0.0, 0.0);
    for &it in chunk {
        let change = regions.shift(it, to);
        regions.do_shift(it, to, change);
        delta += change.delta;
        cost += change.cost;
    }
    if delta <= limit {
        return Some((delta, cost));
    }
    for &it in chunk.iter().rev() {
        let change = regions.shift(it, from);
        regions.do_shift(it, from, change);
    }
    None
}
