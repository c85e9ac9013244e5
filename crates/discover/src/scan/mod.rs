//! Clusters in place and time: which neighbouring places together, over which latest periods, stand out most.

mod permutation;
mod poisson;
mod zones;

pub use permutation::{Case, permutation_scan};
pub use poisson::{Counts, baselines, poisson_scan};
pub use zones::{Distance, Zones};

/// The most likely cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Logarithm of the likelihood ratio; 0 where nothing stands above what was expected.
    pub score: f64,
    /// Indices of the places, ascending.
    pub places: Vec<usize>,
    /// How many of the latest periods, from 1.
    pub duration: usize,
    /// What was counted in it.
    pub observed: f64,
    /// What was expected.
    pub expected: f64,
    /// The share of worlds without any cluster whose highest score is at least as high, this world included.
    pub chance: f64,
}

impl Cluster {
    fn none() -> Self {
        Self { score: 0.0, places: Vec::new(), duration: 0, observed: 0.0, expected: 0.0, chance: 1.0 }
    }
}

/// A table of numbers by place and duration: row = place, column d = sum over the latest d + 1 periods.
struct ByDuration {
    durations: usize,
    sums: Vec<f64>,
}

impl ByDuration {
    /// From numbers by place and period, the latest period last.
    fn new(places: usize, periods: usize, durations: usize, number: impl Fn(usize, usize) -> f64) -> Self {
        let durations = durations.min(periods);
        let mut sums = vec![0.0; places * durations];
        for place in 0..places {
            let mut sum = 0.0;
            for duration in 0..durations {
                sum += number(place, periods - 1 - duration);
                sums[place * durations + duration] = sum;
            }
        }
        Self { durations, sums }
    }

    /// The sum over the places of a zone.
    fn of(&self, zone: &[usize], duration: usize) -> f64 {
        zone.iter().map(|place| self.sums[place * self.durations + duration]).sum()
    }
}
