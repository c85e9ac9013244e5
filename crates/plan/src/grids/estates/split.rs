//! The cut of one connected set of buildings into pieces.
//!
//! Small sets are cut exactly: all connected pieces, then the cheapest cover by them. Larger ones are cut along
//! random spanning trees that are balanced, then annealed.

use super::super::anneal::{Best, Schedule, Scope, anneal};
use super::super::chance::Chance;
use super::super::cover::{Candidate, cover};
use super::super::model::Model;
use super::super::regions::{Prices, Regions};
use super::subsets::SmallGraph;
use super::tree::tree_cut;

/// Sets of at most so many buildings are cut exactly.
pub const EXACT: usize = 40;
/// Price of a piece outside the band: above every walk.
const OUTSIDE: f64 = 1e9;

/// Price of a household above the band.
const BEYOND: f64 = 1e6;

/// A cut.
#[derive(Clone, Debug)]
pub struct Cut {
    /// The pieces.
    pub pieces: Vec<Vec<u32>>,
    /// Whether no cut into as many pieces has more of them in the band.
    pub proved: bool,
}

/// Cuts connected buildings into `count` connected pieces: as many as possible in the band, then the shortest walk.
/// No piece is above the band where that can be avoided.
/// An exact cut looks at no more than `pieces` of them.
pub fn split(model: &Model, buildings: &[u32], count: usize, pieces: usize, chance: &mut Chance) -> Cut {
    let count = count.min(buildings.len());
    if count <= 1 {
        return Cut { pieces: vec![buildings.to_vec()], proved: true };
    }
    let part = model.part(buildings);
    // More grids of the fewest households than the households fill cannot be in the band.
    let households = part.load(&(0..part.len() as u32).collect::<Vec<_>>());
    let mut most = count.min(usize::try_from(households / part.band.min.max(1)).unwrap_or(count));
    let exact = if part.len() <= EXACT { exact(&part, count, pieces, &mut most) } else { None };
    let pieces = exact.unwrap_or_else(|| search(&part, count, chance));
    let proved = pieces.iter().filter(|it| part.band.holds(part.load(it))).count() >= most;
    let named = |piece: Vec<u32>| piece.into_iter().map(|it| buildings[it as usize]).collect();
    Cut { pieces: pieces.into_iter().map(named).collect(), proved }
}

/// A cut along one tree, for when there is no time.
pub fn quick(model: &Model, buildings: &[u32], count: usize, chance: &mut Chance) -> Vec<Vec<u32>> {
    let count = count.clamp(1, buildings.len().max(1));
    let weight = |chance: &mut Chance, _: u32, _: u32| chance.unit();
    tree_cut(model, buildings, count, chance, &weight).unwrap_or_else(|| vec![buildings.to_vec()])
}

/// The best cut where all pieces can be looked at. `most` is lowered where it is proved that so many pieces cannot be
/// in the band.
fn exact(model: &Model, count: usize, pieces: usize, most: &mut usize) -> Option<Vec<Vec<u32>>> {
    let graph = SmallGraph {
        near: model.near.iter().map(|list| list.iter().fold(0, |set, &it| set | 1 << it)).collect(),
        load: model.households.clone(),
    };
    let (band, whole) = (model.band, (1_u64 << model.len()) - 1);
    let members = |set: u64| (0..model.len() as u32).filter(|it| set >> it & 1 == 1).collect::<Vec<_>>();
    let candidates = |max: i64, wanted: &dyn Fn(i64) -> bool| {
        let fits = |(set, load): (u64, i64)| {
            wanted(load) && set != whole && (count > 2 || graph.is_whole(whole & !set))
        };
        let sets = graph.connected(max, pieces, fits)?;
        let candidate = |(set, load): (u64, i64)| {
            let rows = members(set);
            let outside = if band.holds(load) { 0.0 } else { OUTSIDE };
            let outside = outside + BEYOND * (load - band.max).max(0) as f64;
            Candidate { cost: model.best_centre(&rows).1 + outside, rows }
        };
        Some(sets.into_iter().map(candidate).collect::<Vec<_>>())
    };
    let choose = |pool: &[Candidate]| cover(model.len(), pool, Some(count), f64::INFINITY, 3_000_000);
    // All pieces in the band leave each of them this much room.
    let (households, others) = (graph.load.iter().sum::<i64>(), count as i64 - 1);
    let room = band.min.max(households - others * band.max)..=band.max.min(households - others * band.min);
    let mut pool =
        if *most == count { candidates(band.max, &|load| room.contains(&load))? } else { Vec::new() };
    let (mut found, complete) = if *most == count { choose(&pool) } else { (None, true) };
    if found.is_none() && complete {
        *most = (*most).min(count - 1);
        let largest = model.households.iter().copied().max().unwrap_or_default();
        pool = candidates(band.max + largest, &|_| true)?;
        found = choose(&pool).0;
    }
    Some(found?.chosen.iter().map(|&it| pool[it].rows.clone()).collect())
}

/// Cuts along the best of some trees, then anneals the pieces among themselves.
fn search(model: &Model, count: usize, chance: &mut Chance) -> Vec<Vec<u32>> {
    let all: Vec<u32> = (0..model.len() as u32).collect();
    let mut best: Option<(usize, f64, Vec<Vec<u32>>)> = None;
    for _ in 0..40 {
        let weight = |chance: &mut Chance, _: u32, _: u32| chance.unit();
        let Some(pieces) = tree_cut(model, &all, count, chance, &weight) else { continue };
        let out = pieces.iter().filter(|it| !model.band.holds(model.load(it))).count();
        let cost = pieces.iter().map(|it| model.best_centre(it).1).sum();
        if best.as_ref().is_none_or(|(least, cheapest, _)| (out, cost) < (*least, *cheapest)) {
            best = Some((out, cost, pieces));
        }
    }
    let Some((_, cost, pieces)) = best else { return vec![all] };
    let mut of = vec![0; model.len()];
    for (number, piece) in (0_u32..).zip(&pieces) {
        piece.iter().for_each(|&it| of[it as usize] = number);
    }
    let mean = (cost / model.len() as f64).max(1e-9);
    let prices = Prices { beyond: mean, outside: 1000.0 * mean, ..Prices::default() };
    let mut regions = Regions::new(model, &of, count, prices);
    let open = vec![true; count];
    let schedule = Schedule {
        hot: mean,
        cold: 0.02 * mean,
        work: 40_000 * model.len() as u64,
        price_growth: 10.0,
        lost: 1e9,
        stray: 0.0,
        stray_growth: 1.0,
    };
    let (mut kept, scope) = (Best::none(), Scope { buildings: &all, open: &open });
    anneal(&mut regions, &model.near, scope, &schedule, &mut kept, chance, &mut |_| false);
    (0..count as u32)
        .map(|number| all.iter().copied().filter(|&it| kept.of[it as usize] == number).collect())
        .collect()
}
