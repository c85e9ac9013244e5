//! What the checker finds.

use crate::allocation::objective::{Objective, Values};

/// A rule that a plan breaks. Estates and officers are places in the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Breach {
    /// The plan does not name one known officer for each estate.
    Shape,
    /// An officer has fewer or more estates than allowed.
    Count {
        /// Who.
        officer: usize,
        /// How many.
        estates: usize,
    },
    /// An estate is not with the officer it is pinned to.
    Pinned {
        /// Which.
        estate: usize,
    },
    /// An estate is with an officer it is forbidden for.
    Forbidden {
        /// Which.
        estate: usize,
    },
    /// An easier estate has a higher tier than a harder one.
    Tier {
        /// The harder estate, with the lower tier.
        harder: usize,
        /// The easier estate, with the higher tier.
        easier: usize,
    },
    /// More estates change hands than allowed.
    Changes {
        /// How many.
        changes: usize,
    },
    /// An objective is worse than what the solver promised for it.
    Promise {
        /// Which.
        objective: Objective,
    },
}

/// What the checker found.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// The broken rules; none, or the plan is not shown to anybody.
    pub breaches: Vec<Breach>,
    /// What each objective is worth.
    pub values: Values,
    /// For each officer the load, in households' worth of work.
    pub loads: Vec<f64>,
    /// Work for each unit of capacity if all were even.
    pub mean_share: f64,
}

impl Certificate {
    /// Whether every rule holds.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.breaches.is_empty()
    }

    /// Adds a breach where a value is below its proved bound: then one of the two is wrong.
    #[must_use]
    pub fn against(mut self, bounds: &[Option<f64>; 5]) -> Self {
        for objective in Objective::ALL {
            let value = self.values[objective.place()];
            if bounds[objective.place()].is_some_and(|bound| value < bound - 1e-6 * bound.abs().max(1.0)) {
                self.breaches.push(Breach::Promise { objective });
            }
        }
        self
    }
}
