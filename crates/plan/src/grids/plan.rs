//! The answer: grids, what they measure, and what no plan can mend.

use super::estates::weigh::estates_of;
use super::fault::Fault;
use super::model::Model;
use super::problem::Problem;
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

/// An estate that no plan of the kind can bring into order.
#[derive(Clone, Debug, Serialize)]
pub struct Unavoidable {
    /// The estate.
    pub estate: String,
    /// Why, in English; see [`Unavoidable::chinese`].
    pub reason: String,
    #[serde(skip)]
    chinese: String,
}

impl Unavoidable {
    /// Why, and the choices, in Chinese.
    pub fn chinese(&self) -> &str {
        &self.chinese
    }
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

/// The estates that keep grids outside the band: those that cannot be cut into whole grids, those too small, and those
/// whose buildings do not add up.
pub fn unavoidable(problem: &Problem, model: &Model, found: &[Vec<u32>]) -> Vec<Unavoidable> {
    let band = model.band;
    let mut outside = vec![false; model.estates.len()];
    for grid in found.iter().filter(|it| !band.holds(model.load(it))) {
        estates_of(model, grid).into_iter().for_each(|it| outside[it as usize] = true);
    }
    let reason = |estate: usize| {
        let load = model.estate_load(estate);
        let pieces = model.needed(estate);
        let name = problem.buildings[model.estates[estate][0] as usize].estate.clone().unwrap_or_default();
        let said =
            |chinese: String, english: String| Some(Unavoidable { estate: name, reason: english, chinese });
        if load > band.max && load < pieces * band.min {
            return said(
                format!(
                    "{load} 户：多于 {}，又不够 {pieces} 个 {} 户的网格。可选：整体成一个超额网格；分成一个达标、一个不足的网格；\
                     或与相邻小区合用一个网格",
                    band.max, band.min
                ),
                format!(
                    "{load} households are more than {} and too few for {pieces} grids of {}. Choices: one grid \
                     above the band; one grid in the band and one below; or a grid shared with a neighbour",
                    band.max, band.min
                ),
            );
        }
        if !outside[estate] {
            return None;
        }
        if load < band.min {
            return said(
                format!(
                    "{load} 户：少于 {}，相邻小区合并后都超过 {}。可选：保留小网格；或与相邻小区的一部分合用",
                    band.min, band.max
                ),
                format!(
                    "{load} households are fewer than {}, and no whole neighbours bring it into the band. Choices: a \
                     small grid; or a grid shared with a part of a neighbour",
                    band.min
                ),
            );
        }
        said(
            format!(
                "{load} 户：按楼栋连片划分，没有找到全部达标的分法。可选：接受一个不达标的网格；或按单元划分"
            ),
            format!(
                "{load} households: no cut along whole, connected buildings was found with all grids in the band. \
                 Choices: accept one outside; or cut a building by its units"
            ),
        )
    };
    (0..model.estates.len()).filter_map(reason).collect()
}

/// No plan within hard limits was found: the least that would have to give way.
pub fn nothing_found(problem: &Problem, model: &Model, found: &[Vec<u32>]) -> Fault {
    let limit = |number: usize| model.centres.as_ref().map_or(model.band.max, |list| list[number].1);
    let over = found.iter().enumerate().map(|(at, it)| model.load(it) - limit(at)).max().unwrap_or_default();
    let under = found.iter().map(|it| model.band.min - model.load(it)).max().unwrap_or_default();
    let mut chinese = String::from("没有找到每个网格都在户数限制之内的方案。");
    let mut english = String::from("no plan was found with every grid within its limits. ");
    if over > 0 {
        chinese += &format!("最接近的方案需要上限放宽 {over} 户；");
        english += &format!("The nearest plan needs {over} households more in a grid; ");
    }
    if under > 0 {
        chinese += &format!("最接近的方案需要下限放低 {under} 户；");
        english += &format!("the nearest plan needs a fewest that is {under} lower; ");
    }
    let path = if problem.centres.is_some() { "centres" } else { "households" };
    Fault::new(
        path,
        chinese + "也可增加网格，或用更长的 --time-limit，或 \"band\": \"soft\"",
        english + "or allow more grids, a longer --time-limit, or \"band\": \"soft\"",
    )
}
