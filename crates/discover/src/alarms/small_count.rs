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
mod tests {
    use super::*;
    use crate::statistics::Chance;

    #[test]
    fn six_households_where_hardly_one_is_usual() {
        let cell = Cell { households: 6, days: 14.0, before: 10, days_before: 350.0 };
        let quiet = Cell { households: 1, days: 14.0, before: 20, days_before: 350.0 };
        let out = unusual(&[cell, quiet]);
        assert!((out[0].usual - 0.4).abs() < 1e-12);
        // P(X ≥ 6) of 16 trials at 14/364.
        assert!((out[0].chance / 1.855999748e-05 - 1.0).abs() < 1e-8, "{}", out[0].chance);
        assert!(out[0].corrected > out[0].chance && out[0].corrected < 1e-3);
        assert!(out[1].chance > 0.5);
        assert_eq!(out[0].cells, 2);
    }

    #[test]
    fn no_past_no_alarm() {
        let out = unusual(&[Cell { households: 9, days: 14.0, before: 0, days_before: 0.0 }]);
        assert!((out[0].chance - 1.0).abs() < 1e-15);
    }

    #[test]
    fn quiet_streams_hardly_ever_alarm() {
        let mut chance = Chance::new(11);
        let cells: Vec<Cell> = (0..4_000)
            .map(|_| Cell {
                households: chance.poisson(0.4),
                days: 14.0,
                before: chance.poisson(10.0),
                days_before: 350.0,
            })
            .collect();
        let out = unusual(&cells);
        let raw = out.iter().filter(|one| one.chance <= 0.05).count();
        assert!(raw <= 200, "an exact test is never wrong more often than it says: {raw}");
        assert_eq!(out.iter().filter(|one| one.corrected <= 0.05).count(), 0);
    }
}
