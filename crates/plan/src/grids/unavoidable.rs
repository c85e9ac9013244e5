//! What no plan can mend, with the choices that are left.

use super::estates::weigh::estates_of;
use super::fault::Fault;
use super::model::Model;
use super::problem::Problem;
use serde::Serialize;

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
