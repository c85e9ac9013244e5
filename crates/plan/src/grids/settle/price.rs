//! What a plan costs when change has a price.

use super::super::estates::weigh::estates_of;
use super::super::laid::Table;
use super::super::problem::Priority;
use super::Present;

/// What each fault weighs, in mean walks of a grid.
#[derive(Clone, Copy, Debug)]
struct Weights {
    outside: f64,
    beyond: f64,
    mixed: f64,
    extra: f64,
}

/// Prices plans.
#[derive(Clone, Debug)]
pub struct Price<'t> {
    table: &'t Table<'t>,
    present: &'t Present,
    weights: Weights,
    per_household: f64,
    unit: f64,
}

impl<'t> Price<'t> {
    /// `plan` says how long a usual walk is, all households of a grid together.
    pub(super) fn new(
        table: &'t Table<'t>,
        present: &'t Present,
        priority: Priority,
        per_household: f64,
        plan: &[Vec<u32>],
    ) -> Self {
        let weights = match priority {
            Priority::Integrity => Weights { outside: 5.0, beyond: 0.05, mixed: 500.0, extra: 500.0 },
            Priority::Balanced => Weights { outside: 5.0, beyond: 0.02, mixed: 6.0, extra: 2.0 },
            Priority::Band => Weights { outside: 500.0, beyond: 0.1, mixed: 10.0, extra: 0.5 },
        };
        let walked: f64 =
            plan.iter().map(|it| table.model.best_centre(it).1).filter(|it| it.is_finite()).sum();
        let unit = walked.max(1.0) / plan.len().max(1) as f64;
        Self { table, present, weights, per_household, unit }
    }

    /// What a plan costs; the unit is the usual walk of a grid.
    pub(super) fn of(&self, grids: &[Vec<u32>]) -> f64 {
        let (model, pieces) = (&self.table.model, self.table.pieces(grids));
        let mut cost = 0.0;
        for grid in grids.iter().filter(|it| !it.is_empty()) {
            let load = model.load(grid);
            if !model.band.holds(load) {
                let beyond = (load - model.band.max).max(model.band.min - load);
                cost += self.weights.outside + self.weights.beyond * beyond as f64;
            }
            let estates = estates_of(model, grid);
            if estates.len() > 1 && estates.iter().any(|it| pieces[*it as usize] > 1) {
                cost += self.weights.mixed;
            }
            cost += model.best_centre(grid).1 / self.unit;
        }
        let extra = |estate: usize| (pieces[estate] - model.needed(estate)).max(0) as f64;
        cost += self.weights.extra * (0..pieces.len()).map(extra).sum::<f64>();
        let changed = self.present.changed(grids, &self.present.matched(grids));
        cost + self.per_household * changed as f64 / self.unit
    }
}
