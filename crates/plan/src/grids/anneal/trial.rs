//! A single move: looked at, and made where it is worth it.

use super::super::chance::Chance;
use super::super::connect::{NOBODY, Walker};
use super::super::regions::Regions;

/// The buildings that cannot be reached from the fixed centre of their region, counted by region.
pub(super) struct Stray {
    by_region: Vec<u32>,
    pub(super) total: u32,
    allowed: bool,
}

impl Stray {
    pub(super) fn new(regions: &Regions<'_>, wanted: bool) -> Self {
        let allowed = wanted && regions.model.contiguous && regions.model.centres.is_some();
        let mut walker = Walker::new(regions.of.len());
        let count = |it| if allowed { walker.astray(regions, it, NOBODY, NOBODY) } else { 0 };
        let by_region: Vec<u32> = (0..regions.list.len() as u32).map(count).collect();
        Self { total: by_region.iter().sum(), by_region, allowed }
    }
}

/// A move that is looked at.
pub(super) struct Trial<'a, 'm> {
    pub(super) regions: &'a mut Regions<'m>,
    pub(super) walker: &'a mut Walker,
    pub(super) stray: &'a mut Stray,
    pub(super) price: f64,
    pub(super) limit: f64,
}

impl Trial<'_, '_> {
    /// Shifts a building where that is worth it; price and cost.
    pub(super) fn shift(
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
    pub(super) fn swap(&mut self, one: u32, other: u32) -> Option<(f64, f64)> {
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
