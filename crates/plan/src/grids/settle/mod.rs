//! Stability: what it is worth that households keep their grid worker.
//!
//! A new grid goes on with the present one with which it shares most households; everybody else in it changes. With a
//! price per household, in metres of walk, buildings on borders go back to where they are wherever that is cheaper.

mod climb;
mod price;

use super::laid::Table;
use super::problem::Priority;
pub use price::Price;

/// How buildings are divided at present: for each building, in which grids how many of its households are.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// Number of the present grid, and households.
    pub shares: Vec<Vec<(usize, i64)>>,
    /// How many present grids there are.
    pub grids: usize,
}

impl Present {
    /// With which present grid each new one goes on: those that share most households first. `None` is a new grid.
    #[must_use]
    pub fn matched(&self, grids: &[Vec<u32>]) -> Vec<Option<usize>> {
        let mut shared: Vec<(i64, usize, usize)> = Vec::new();
        for (number, grid) in grids.iter().enumerate() {
            let mut here = vec![0_i64; self.grids];
            let shares = grid.iter().filter_map(|it| self.shares.get(*it as usize)).flatten();
            shares.for_each(|(old, households)| here[*old] += households);
            let some = here.into_iter().enumerate().filter(|(_, households)| *households > 0);
            shared.extend(some.map(|(old, households)| (households, number, old)));
        }
        shared.sort_by(|one, other| other.0.cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
        let (mut found, mut taken) = (vec![None; grids.len()], vec![false; self.grids]);
        for (_, number, old) in shared {
            if found[number].is_none() && !taken[old] {
                (found[number], taken[old]) = (Some(old), true);
            }
        }
        found
    }

    /// How many households come to another grid than the one they are in; those in none do not count.
    #[must_use]
    pub fn changed(&self, grids: &[Vec<u32>], matched: &[Option<usize>]) -> i64 {
        let mut changed = 0;
        for (grid, goes_on) in grids.iter().zip(matched) {
            let shares = grid.iter().filter_map(|it| self.shares.get(*it as usize)).flatten();
            changed += shares.filter(|(old, _)| Some(*old) != *goes_on).map(|(_, it)| it).sum::<i64>();
        }
        changed
    }

    /// The present grids as a plan of whole buildings: each is where most of its households are. Grids that fall
    /// apart by it count as several.
    fn as_plan(&self, table: &Table<'_>) -> Option<Vec<Vec<u32>>> {
        let mut grids = vec![Vec::new(); self.grids];
        for (at, shares) in (0_u32..).zip(&self.shares) {
            let most = shares.iter().max_by_key(|(old, households)| (*households, usize::MAX - *old))?;
            grids[most.0].push(at);
        }
        let mut walker = super::connect::Walker::new(table.model.len());
        let near = &table.model.near;
        Some(grids.iter().flat_map(|grid| walker.parts(near, grid)).collect())
    }
}

/// Makes a plan cheaper under the price of change: from the plan and from the present grids, the better of both.
#[must_use]
pub fn settle(
    table: &Table<'_>,
    plan: Vec<Vec<u32>>,
    present: &Present,
    (priority, per_household): (Priority, f64),
) -> Vec<Vec<u32>> {
    if per_household <= 0.0 {
        return plan;
    }
    let price = Price::new(table, present, priority, per_household, &plan);
    let starts = [Some(plan), present.as_plan(table)].into_iter().flatten();
    let found = starts.map(|start| climb::climb(table, &price, start));
    let best = found.min_by(|one, other| one.0.total_cmp(&other.0));
    best.map(|(_, plan)| plan).unwrap_or_default()
}

#[cfg(test)]
mod tests;
