//! A plan as it lies on the table: what it measures, in the order of its grids, however somebody has moved buildings.

use super::connect::Walker;
use super::estates::weigh::estates_of;
use super::model::Model;
use super::plan::{Plan, describe};
use super::problem::{Band, Problem};
use super::unavoidable::{Unavoidable, unavoidable};

/// A problem to lay plans out on.
#[derive(Clone, Debug)]
pub struct Table<'p> {
    problem: &'p Problem,
    pub(super) model: Model,
}

/// What a grid measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaidGrid {
    /// Households.
    pub households: i64,
    /// The building in its centre.
    pub centre: usize,
    /// Mean walk of its households to the centre, in the unit of the distances.
    pub walk: f64,
    /// Whether its households are in the band.
    pub in_band: bool,
    /// Whether it holds parts of several estates of which at least one is cut.
    pub mixed: bool,
    /// Whether it falls apart.
    pub apart: bool,
}

/// What a plan measures; grids without buildings do not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// The grids, `None` for one without buildings.
    pub grids: Vec<Option<LaidGrid>>,
    /// Grids in the band.
    pub in_band: usize,
    /// Mixed grids.
    pub mixed: usize,
    /// Pieces of estates beyond ⌈H ÷ max⌉.
    pub extra: i64,
    /// Mean walk of a household.
    pub walk: f64,
}

impl<'p> Table<'p> {
    /// For a problem without faults.
    #[must_use]
    pub fn new(problem: &'p Problem) -> Self {
        Self { problem, model: Model::new(problem) }
    }

    /// The band.
    #[must_use]
    pub const fn band(&self) -> Band {
        self.model.band
    }

    /// What a plan measures. Each building is in one grid.
    #[must_use]
    pub fn measure(&self, grids: &[Vec<u32>]) -> Laid {
        let model = &self.model;
        let pieces = self.pieces(grids);
        let mut walker = Walker::new(model.len());
        let (mut laid, mut walked) = (Laid::default(), 0.0);
        for grid in grids {
            if grid.is_empty() {
                laid.grids.push(None);
                continue;
            }
            let (households, (centre, _)) = (model.load(grid), model.best_centre(grid));
            let way = |it: &u32| {
                model.households[*it as usize] as f64 * model.metric.between(*it as usize, centre as usize)
            };
            let way: f64 = grid.iter().map(way).sum();
            let estates = estates_of(model, grid);
            let it = LaidGrid {
                households,
                centre: centre as usize,
                walk: way / households.max(1) as f64,
                in_band: model.band.holds(households),
                mixed: estates.len() > 1 && estates.iter().any(|it| pieces[*it as usize] > 1),
                apart: model.contiguous && walker.parts(&model.near, grid).len() > 1,
            };
            walked += way;
            laid.in_band += usize::from(it.in_band);
            laid.mixed += usize::from(it.mixed);
            laid.grids.push(Some(it));
        }
        laid.walk = walked / model.households.iter().sum::<i64>().max(1) as f64;
        let extra = |estate: usize| (pieces[estate] - model.needed(estate)).max(0);
        laid.extra = (0..pieces.len()).map(extra).sum();
        laid
    }

    /// Estates that this plan cannot bring into order, with what can be chosen.
    #[must_use]
    pub fn unavoidable(&self, grids: &[Vec<u32>]) -> Vec<Unavoidable> {
        unavoidable(self.problem, &self.model, grids)
    }

    /// The plan in the form in which it is checked; its grids are numbered anew.
    #[must_use]
    pub fn plan(&self, grids: Vec<Vec<u32>>) -> Plan {
        let mut plan = describe(self.problem, &self.model, grids);
        plan.feasible = true;
        plan
    }

    /// In how many grids each estate has buildings.
    pub(super) fn pieces(&self, grids: &[Vec<u32>]) -> Vec<i64> {
        let mut pieces = vec![0; self.model.estates.len()];
        grids.iter().flat_map(|it| estates_of(&self.model, it)).for_each(|it| pieces[it as usize] += 1);
        pieces
    }
}
