//! Exact tails for the small counts of an estate.

use super::{FalseDiscovery, adjusted};
use crate::statistics::{beta_lower, poisson_upper};

/// A cell: one category in one estate. Households are counted, not messages: many repeats are one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Households that reported in the period looked at.
    pub households: u64,
    /// The length of the period, in days, above 0.
    pub days: f64,
    /// Households that reported in the time before it.
    pub before: u64,
    /// The length of the time before, in days; 0 where there is none.
    pub days_before: f64,
}

/// What the numbers of a cell say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unusual {
    /// How many households a period as long usually has.
    pub usual: f64,
    /// The chance of so many or more if nothing had changed; the uncertainty of the past is in it.
    pub chance: f64,
    /// The same corrected for all cells looked at.
    pub corrected: f64,
    /// How many cells were looked at.
    pub cells: usize,
}

impl Cell {
    /// Without a past nothing can be said. The test is the conditional one of two Poisson rates (Przyborowski and
    /// Wilenski, *Biometrika* 31, 1940): given all reports, each falls into the period by its share of the days. With
    /// much past it comes to the plain Poisson tail, and never says more than that.
    fn chance(&self) -> f64 {
        if self.households == 0 || self.days_before <= 0.0 || self.days <= 0.0 {
            return 1.0;
        }
        let share = self.days / (self.days + self.days_before);
        let exact = beta_lower(share, self.households as f64, self.before as f64 + 1.0);
        let usual = self.usual();
        if usual > 0.0 { exact.max(poisson_upper(self.households, usual)) } else { exact }
    }

    fn usual(&self) -> f64 {
        if self.days_before > 0.0 { self.before as f64 * self.days / self.days_before } else { 0.0 }
    }
}

/// What each cell says, corrected for all of them; the order is kept.
#[must_use]
pub fn unusual(cells: &[Cell]) -> Vec<Unusual> {
    let chances: Vec<f64> = cells.iter().map(Cell::chance).collect();
    let corrected = adjusted(&chances, FalseDiscovery::Any);
    cells
        .iter()
        .zip(chances.iter().zip(corrected))
        .map(|(cell, (chance, corrected))| Unusual {
            usual: cell.usual(),
            chance: *chance,
            corrected,
            cells: cells.len(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
