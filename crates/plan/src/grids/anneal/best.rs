//! The best plan that a search came by.

use super::super::regions::Regions;

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
    pub(super) fn look(&mut self, regions: &Regions<'_>, total: f64, price: f64) {
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

    pub(super) fn note(&mut self, building: u32) {
        if self.changed.len() <= self.of.len() {
            self.changed.push(building);
        }
    }
}
