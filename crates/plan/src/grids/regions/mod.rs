//! A plan in the making: regions with what each costs, and what a change would cost.
//!
//! Each region keeps, for each of its buildings, what it would cost to have the centre there. So the best centre after
//! a building came or left is found in one pass over the region, and centres need no moves of their own.

mod costs;
mod estates;

use super::model::Model;
use estates::count_in;

/// No centre is fixed.
const FREE: u32 = u32::MAX;

/// What leaving the rules costs, in the unit of the objective.
#[derive(Clone, Copy, Debug, Default)]
pub struct Prices {
    /// A household above the most or below the fewest.
    pub beyond: f64,
    /// A region outside the band.
    pub outside: f64,
    /// A region that mixes estates of which one is cut.
    pub mixed: f64,
    /// A piece of an estate that it does not need.
    pub extra: f64,
}

impl Prices {
    fn estates_count(&self) -> bool {
        self.mixed > 0.0 || self.extra > 0.0
    }
}

/// One region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its buildings.
    pub members: Vec<u32>,
    /// What it costs to have the centre in each of them.
    sums: Vec<f64>,
    /// Households.
    pub load: i64,
    /// The most households.
    pub max: i64,
    /// What the distances cost.
    pub cost: f64,
    centre: u32,
    /// The estates in it, with the number of their buildings here.
    estates: Vec<(u32, u32)>,
}

impl Region {
    /// The centre where it is fixed.
    pub fn fixed_centre(&self) -> Option<u32> {
        (self.centre != FREE).then_some(self.centre)
    }
}

/// All regions.
#[derive(Clone, Debug)]
pub struct Regions<'m> {
    /// What they are made of.
    pub model: &'m Model,
    /// The regions.
    pub list: Vec<Region>,
    /// The region of each building.
    pub of: Vec<u32>,
    slot: Vec<u32>,
    pieces: Vec<u32>,
    needed: Vec<u32>,
    /// What leaving the rules costs.
    pub prices: Prices,
    /// Households outside the limits, over all regions.
    pub beyond: i64,
    /// Elementary steps of work done so far.
    pub work: u64,
    buffer: [Vec<f64>; 2],
}

/// What a change would do.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Costs and prices together.
    pub delta: f64,
    /// Costs alone.
    pub cost: f64,
    costs: (f64, f64),
}

impl<'m> Regions<'m> {
    /// From the region of each building, numbered from 0; every number below `count` must occur.
    pub fn new(model: &'m Model, of: &[u32], count: usize, prices: Prices) -> Self {
        let region = |number: usize| {
            let (centre, max) = model
                .centres
                .as_ref()
                .and_then(|list| list.get(number).copied())
                .unwrap_or((FREE, model.band.max));
            Region {
                members: Vec::new(),
                sums: Vec::new(),
                load: 0,
                max,

                cost: 0.0,
                centre,
                estates: Vec::new(),
            }
        };
        let mut regions = Self {
            model,
            list: (0..count).map(region).collect(),
            of: of.to_vec(),
            slot: vec![0; of.len()],
            pieces: vec![0; model.estates.len()],
            needed: (0..model.estates.len()).map(|it| model.needed(it) as u32).collect(),
            prices,
            beyond: 0,
            work: 0,
            buffer: [Vec::new(), Vec::new()],
        };
        for (building, &region) in of.iter().enumerate() {
            let region = &mut regions.list[region as usize];
            regions.slot[building] = region.members.len() as u32;
            region.members.push(building as u32);
            region.load += model.households[building];
        }
        for number in 0..count {
            regions.refresh(number);
        }
        regions.count_beyond();
        regions
    }

    /// Puts the buildings of some regions where `of` says; nothing may leave or enter these regions by it.
    pub fn adopt(&mut self, numbers: &[u32], of: &[u32]) {
        let all: Vec<u32> =
            numbers.iter().flat_map(|&it| std::mem::take(&mut self.list[it as usize].members)).collect();
        for &number in numbers {
            let region = &mut self.list[number as usize];
            region.load = 0;
            for (estate, _) in region.estates.drain(..) {
                self.pieces[estate as usize] -= 1;
            }
        }
        for building in all {
            let region = of[building as usize];
            self.of[building as usize] = region;
            let region = &mut self.list[region as usize];
            self.slot[building as usize] = region.members.len() as u32;
            region.members.push(building);
            region.load += self.model.households[building as usize];
        }
        numbers.iter().for_each(|&it| self.refresh(it as usize));
        self.count_beyond();
    }

    /// Works out everything that is kept of a region anew.
    fn refresh(&mut self, number: usize) {
        let size = self.list[number].members.len() as u64;
        self.work += size * size;
        let model = self.model;
        let region = &mut self.list[number];
        region.sums = if region.centre == FREE {
            let sum = |&centre: &u32| region.members.iter().map(|&it| model.cost(it, centre)).sum();
            region.members.iter().map(sum).collect()
        } else {
            Vec::new()
        };
        region.cost = if region.centre == FREE {
            least(&region.sums)
        } else {
            region.members.iter().map(|&it| model.cost(it, region.centre)).sum()
        };
        region.estates.clear();
        for &building in &region.members {
            count_in(&mut region.estates, model.estate[building as usize]);
        }
        for &(estate, _) in &region.estates {
            self.pieces[estate as usize] += 1;
        }
    }

    fn count_beyond(&mut self) {
        self.beyond = self.list.iter().map(|it| self.beyond_of(it.load, it.max)).sum();
    }

    fn beyond_of(&self, load: i64, max: i64) -> i64 {
        (load - max).max(0) + (self.model.band.min - load).max(0)
    }

    fn price_of_load(&self, region: &Region, more: i64) -> f64 {
        let load = region.load + more;
        let beyond = self.beyond_of(load, region.max);
        if beyond == 0 { 0.0 } else { self.prices.outside + self.prices.beyond * beyond as f64 }
    }

    /// What all distances cost.
    pub fn cost(&self) -> f64 {
        self.list.iter().map(|it| it.cost).sum()
    }

    /// Households outside the limits where these are hard.
    pub fn lost(&self) -> i64 {
        if self.prices.outside > 0.0 { 0 } else { self.beyond }
    }

    /// By what plans within the limits are compared. Where centres are fixed, prices only guide the search.
    pub fn judged(&self) -> f64 {
        if self.judges_by_cost() { self.cost() } else { self.total() }
    }

    /// Whether prices only guide the search.
    pub fn judges_by_cost(&self) -> bool {
        self.model.centres.is_some() && self.prices.outside == 0.0
    }

    /// Costs and prices together.
    pub fn total(&self) -> f64 {
        let loads: f64 = self.list.iter().map(|it| self.price_of_load(it, 0)).sum();
        let mixed = self.list.iter().filter(|it| self.is_mixed(&it.estates)).count() as f64;
        let extra: u32 =
            self.pieces.iter().zip(&self.needed).map(|(&have, &need)| have.saturating_sub(need)).sum();
        self.cost() + loads + self.prices.mixed * mixed + self.prices.extra * f64::from(extra)
    }

    /// Whether a building is a fixed centre and must stay.
    pub fn is_fixed(&self, building: u32) -> bool {
        self.list[self.of[building as usize] as usize].centre == building
    }

    fn is_mixed(&self, estates: &[(u32, u32)]) -> bool {
        estates.len() > 1 && estates.iter().any(|&(it, _)| self.pieces[it as usize] > 1)
    }

    /// What it would be like if `building` moved to region `to`.
    pub fn shift(&mut self, building: u32, to: u32) -> Change {
        let from = self.of[building as usize];
        let households = self.model.households[building as usize];
        let costs = (self.cost_without(from, building), self.cost_with(to, building));
        let (a, b) = (&self.list[from as usize], &self.list[to as usize]);
        let cost = costs.0 + costs.1 - a.cost - b.cost;
        let mut delta = cost;
        delta += self.price_of_load(a, -households) - self.price_of_load(a, 0);
        delta += self.price_of_load(b, households) - self.price_of_load(b, 0);
        if self.prices.estates_count() {
            delta += self.price_of_estates(from, to, &[building], &[]);
        }
        Change { delta, cost, costs }
    }

    /// What it would be like if two buildings of different regions changed places.
    pub fn swap(&mut self, one: u32, other: u32) -> Change {
        let (from, to) = (self.of[one as usize], self.of[other as usize]);
        let more = self.model.households[one as usize] - self.model.households[other as usize];
        let costs = (self.cost_exchanged(from, one, other), self.cost_exchanged(to, other, one));
        let (a, b) = (&self.list[from as usize], &self.list[to as usize]);
        let cost = costs.0 + costs.1 - a.cost - b.cost;
        let mut delta = cost;
        if more != 0 {
            delta += self.price_of_load(a, -more) - self.price_of_load(a, 0);
            delta += self.price_of_load(b, more) - self.price_of_load(b, 0);
        }
        if self.prices.estates_count() {
            delta += self.price_of_estates(from, to, &[one], &[other]);
        }
        Change { delta, cost, costs }
    }

    /// Does what [`Regions::shift`] looked at.
    pub fn do_shift(&mut self, building: u32, to: u32, change: Change) {
        let from = self.of[building as usize];
        self.carry(building, from, to);
        self.list[from as usize].cost = change.costs.0;
        self.list[to as usize].cost = change.costs.1;
    }

    /// Does what [`Regions::swap`] looked at.
    pub fn do_swap(&mut self, one: u32, other: u32, change: Change) {
        let (from, to) = (self.of[one as usize], self.of[other as usize]);
        self.carry(one, from, to);
        self.carry(other, to, from);
        self.list[from as usize].cost = change.costs.0;
        self.list[to as usize].cost = change.costs.1;
    }

    fn carry(&mut self, building: u32, from: u32, to: u32) {
        self.work +=
            2 * (self.list[from as usize].members.len() + self.list[to as usize].members.len()) as u64;
        let households = self.model.households[building as usize];
        self.beyond -= self.beyond_at(from) + self.beyond_at(to);
        self.take_out(building, from);
        self.put_in(building, to);
        self.list[from as usize].load -= households;
        self.list[to as usize].load += households;
        self.beyond += self.beyond_at(from) + self.beyond_at(to);
        self.move_estates(from, to, &[building]);
        self.of[building as usize] = to;
    }

    /// Whether a region is outside its limits.
    pub fn is_beyond(&self, number: u32) -> bool {
        self.beyond_at(number) > 0
    }

    fn beyond_at(&self, number: u32) -> i64 {
        let region = &self.list[number as usize];
        self.beyond_of(region.load, region.max)
    }

    fn take_out(&mut self, building: u32, from: u32) {
        let at = self.slot[building as usize] as usize;
        let region = &mut self.list[from as usize];
        region.members.swap_remove(at);
        if let Some(&moved) = region.members.get(at) {
            self.slot[moved as usize] = at as u32;
        }
        if region.centre == FREE {
            region.sums.swap_remove(at);
            let buffer = &mut self.buffer[0];
            self.model.metric.ways_from(building as usize, &region.members, buffer);
            let weight = self.model.weight[building as usize];
            for (sum, way) in region.sums.iter_mut().zip(&*buffer) {
                *sum -= weight * way;
            }
        }
    }

    fn put_in(&mut self, building: u32, to: u32) {
        let region = &mut self.list[to as usize];
        if region.centre == FREE {
            let buffer = &mut self.buffer[0];
            self.model.metric.ways_from(building as usize, &region.members, buffer);
            let weight = self.model.weight[building as usize];
            for (sum, way) in region.sums.iter_mut().zip(&*buffer) {
                *sum += weight * way;
            }
            let own = region.members.iter().map(|&it| self.model.cost(it, building)).sum();
            region.sums.push(own);
        }
        self.slot[building as usize] = region.members.len() as u32;
        region.members.push(building);
    }
}

fn least(values: &[f64]) -> f64 {
    least_of(values.iter().copied())
}

fn least_of(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, |least, value| if value < least { value } else { least })
}
