//! The answer: grids, what they measure, and what no plan can mend.

use super::estates::weigh::estates_of;
use super::model::Model;
use super::problem::Problem;
use super::unavoidable::Unavoidable;
use serde::Serialize;

/// A plan in the interchange form of `guanjia grids`.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    /// The grids.
    pub grids: Vec<Grid>,
    /// The objective.
    pub cost: f64,
    /// No plan with as many grids costs less; `None` where no bound is known.
    pub lower_bound: Option<f64>,
    /// The share of grids with a number of households in the band, 0 to 1.
    pub in_band_share: f64,
    /// Whether it is proved that no plan of this priority has a larger share; `None` where nobody asks.
    pub share_proved: Option<bool>,
    /// Grids that hold parts of several estates of which at least one is cut.
    pub mixed_grids: usize,
    /// Pieces of estates beyond ⌈H ÷ max⌉, summed up.
    pub extra_pieces: i64,
    /// Mean distance of a household to the centre of its grid.
    pub walk_m: f64,
    /// Whether every hard rule is kept.
    pub feasible: bool,
    /// Estates that cannot be in order, with what can be chosen.
    pub unavoidable: Vec<Unavoidable>,
    /// Whether the search came to its own end; then the same input and seed give the same plan everywhere.
    pub finished: bool,
}

/// A grid.
#[derive(Clone, Debug, Serialize)]
pub struct Grid {
    /// Its name in this plan.
    pub id: String,
    /// The building in its centre.
    pub centre: String,
    /// Its buildings.
    pub buildings: Vec<String>,
    /// Households.
    pub households: i64,
    /// Its part of the objective.
    pub cost: f64,
}

/// Describes regions as a plan. `found` are the buildings of each grid.
pub fn describe(problem: &Problem, model: &Model, mut found: Vec<Vec<u32>>) -> Plan {
    if model.centres.is_none() {
        found.iter_mut().for_each(|it| it.sort_unstable());
        found.sort();
    }
    let name = |it: u32| problem.buildings[it as usize].id.clone();
    let fixed = |number: usize| model.centres.as_ref().map(|list| list[number]);
    let mut pieces = vec![0_i64; model.estates.len()];
    let held: Vec<Vec<u32>> = found.iter().map(|it| estates_of(model, it)).collect();
    held.iter().flatten().for_each(|&it| pieces[it as usize] += 1);
    let (mut grids, mut walked, mut in_band) = (Vec::new(), 0.0, 0_usize);
    for (number, buildings) in found.iter().enumerate() {
        let (centre, cost) = fixed(number).map_or_else(
            || model.best_centre(buildings),
            |(at, _)| (at, buildings.iter().map(|&it| model.cost(it, at)).sum()),
        );
        let households = model.load(buildings);
        let max = fixed(number).map_or(model.band.max, |it| it.1.min(model.band.max));
        in_band += usize::from(model.band.min <= households && households <= max);
        let way = |&it: &u32| {
            model.households[it as usize] as f64 * model.metric.between(it as usize, centre as usize)
        };
        walked += buildings.iter().map(way).sum::<f64>();
        grids.push(Grid {
            id: format!("g{}", number + 1),
            centre: name(centre),
            buildings: buildings.iter().map(|&it| name(it)).collect(),
            households,
            cost,
        });
    }
    let is_mixed = |held: &&Vec<u32>| held.len() > 1 && held.iter().any(|&it| pieces[it as usize] > 1);
    let extra = |estate: usize| (pieces[estate] - model.needed(estate)).max(0);
    Plan {
        cost: grids.iter().map(|it| it.cost).sum(),
        lower_bound: None,
        in_band_share: in_band as f64 / grids.len().max(1) as f64,
        share_proved: None,
        mixed_grids: held.iter().filter(is_mixed).count(),
        extra_pieces: (0..pieces.len()).map(extra).sum(),
        walk_m: walked / (model.households.iter().sum::<i64>().max(1)) as f64,
        feasible: in_band == grids.len(),
        unavoidable: Vec::new(),
        finished: true,
        grids,
    }
}
