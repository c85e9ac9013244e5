//! The exact merge of small estates: whole neighbours become one grid where that brings more grids into the band.

use super::super::connect::Walker;
use super::super::cover::{Candidate, cover};
use super::super::model::Model;
use super::subsets::SmallGraph;

/// Most groups that are looked at around one another.
const MOST_GROUPS: usize = 60_000;

/// What became of the estates that stay whole.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Groups of whole estates, by their buildings.
    pub groups: Vec<Vec<u32>>,
    /// Whether no other merge has a larger share of grids in the band.
    pub proved: bool,
}

/// A connected group of whole sets, none above the band.
#[derive(Clone, Debug)]
pub struct Group {
    /// The sets, in order.
    pub rows: Vec<u32>,
    /// Households.
    pub load: i64,
    /// The cost of its best centre.
    pub walk: f64,
}

/// All groups; `None` where they are too many to be looked at.
pub fn groups_of(model: &Model, wholes: &[Vec<u32>]) -> Option<Vec<Group>> {
    let neighbours = neighbours(model, wholes);
    let loads: Vec<i64> = wholes.iter().map(|it| model.load(it)).collect();
    let mut found = Vec::new();
    for cluster in clusters(&neighbours, &loads, model.band.max) {
        found.extend(groups_in(model, wholes, &neighbours, &loads, &cluster)?);
    }
    Some(found)
}

fn groups_in(
    model: &Model,
    wholes: &[Vec<u32>],
    neighbours: &[Vec<usize>],
    loads: &[i64],
    part: &[usize],
) -> Option<Vec<Group>> {
    if part.len() > 64 {
        return None;
    }
    let sets = graph_of(neighbours, loads, part).connected(model.band.max, MOST_GROUPS, |_| true)?;
    let group = |(set, load): (u64, i64)| {
        let mut rows: Vec<u32> =
            (0..part.len()).filter(|it| set >> it & 1 == 1).map(|it| part[it] as u32).collect();
        rows.sort_unstable();
        Group { walk: model.best_centre(&members(wholes, &rows)).1, rows, load }
    };
    Some(sets.into_iter().map(group).collect())
}

/// The sets of a cluster as a small graph.
fn graph_of(neighbours: &[Vec<usize>], loads: &[i64], cluster: &[usize]) -> SmallGraph {
    let bits = |&it: &usize| {
        let places = neighbours[it].iter().filter_map(|other| cluster.iter().position(|at| at == other));
        places.fold(0, |set, at| set | 1 << at)
    };
    SmallGraph {
        near: cluster.iter().map(bits).collect(),
        load: cluster.iter().map(|&it| loads[it]).collect(),
    }
}

/// Merges connected sets of buildings (`wholes`), none of them above the band. `others` are the grids that are made
/// elsewhere: how many, and how many of them in the band. The share over all of them is made as large as can be
/// (Dinkelbach 1967: the share is met by pricing a grid at the present share), then the walk as short as can be.
pub fn merge(model: &Model, wholes: &[Vec<u32>], others: (usize, usize)) -> Merge {
    let neighbours = neighbours(model, wholes);
    let loads: Vec<i64> = wholes.iter().map(|it| model.load(it)).collect();
    let (mut pots, mut proved) = (Vec::new(), true);
    for cluster in clusters(&neighbours, &loads, model.band.max) {
        let small = within_reach(&neighbours, &cluster);
        proved &= small.len() == 1;
        for part in small {
            match groups_in(model, wholes, &neighbours, &loads, &part) {
                Some(groups) => pots.push((part, groups)),
                None => {
                    proved = false;
                    pots.extend(part.iter().map(|&it| (vec![it], vec![alone(model, wholes, it)])));
                }
            }
        }
    }
    let mut share = 1.0;
    let mut found = Merge { groups: wholes.to_vec(), proved };
    for _ in 0..8 {
        let mut next = Merge { groups: Vec::new(), proved };
        for (part, groups) in &pots {
            let (chosen, complete) = choose(model, part, groups, share);
            next.groups.extend(chosen.iter().map(|it| members(wholes, &it.rows)));
            next.proved &= complete;
        }
        let fine = others.1 + next.groups.iter().filter(|it| model.band.holds(model.load(it))).count();
        let now = fine as f64 / (others.0 + next.groups.len()).max(1) as f64;
        found = next;
        if (now - share).abs() < 1e-12 {
            break;
        }
        share = now;
    }
    found
}

fn members(wholes: &[Vec<u32>], rows: &[u32]) -> Vec<u32> {
    rows.iter().flat_map(|&it| wholes[it as usize].iter().copied()).collect()
}

fn alone(model: &Model, wholes: &[Vec<u32>], number: usize) -> Group {
    let whole = &wholes[number];
    Group { rows: vec![number as u32], load: model.load(whole), walk: model.best_centre(whole).1 }
}

/// A cluster whole where it fits a machine word, else taken apart into pieces that hang together.
fn within_reach(neighbours: &[Vec<usize>], cluster: &[usize]) -> Vec<Vec<usize>> {
    if cluster.len() <= 64 {
        return vec![cluster.to_vec()];
    }
    let near: Vec<Vec<u32>> =
        neighbours.iter().map(|list| list.iter().map(|&it| it as u32).collect()).collect();
    let mut walker = Walker::new(neighbours.len());
    let pieces = cluster.chunks(32).flat_map(|some| {
        let some: Vec<u32> = some.iter().map(|&it| it as u32).collect();
        walker.parts(&near, &some)
    });
    pieces.map(|part| part.into_iter().map(|it| it as usize).collect()).collect()
}

/// The groups of a part that give the best share at this price of a grid, then the shortest walk; whether proved.
fn choose<'a>(model: &Model, part: &[usize], groups: &'a [Group], share: f64) -> (Vec<&'a Group>, bool) {
    if let [only] = groups {
        return (vec![only], true);
    }
    // The walk decides among equal shares only: its weight is too small to buy a grid.
    let scale = 1e-4 / groups.iter().map(|it| it.walk).fold(1e-9, f64::max) / part.len() as f64;
    let place = |row: &u32| part.iter().position(|&it| it == *row as usize).unwrap_or_default() as u32;
    let pool: Vec<Candidate> = groups
        .iter()
        .map(|it| {
            let price = if model.band.holds(it.load) { share - 1.0 } else { share };
            // One more for each row does not change which cover is best and keeps all costs positive.
            let cost = price + it.walk * scale + it.rows.len() as f64;
            Candidate { rows: it.rows.iter().map(place).collect(), cost }
        })
        .collect();
    match cover(part.len(), &pool, None, f64::INFINITY, 20_000_000).0 {
        Some(found) => (found.chosen.iter().map(|&it| &groups[it]).collect(), found.proved),
        None => (groups.iter().filter(|it| it.rows.len() == 1).collect(), false),
    }
}

/// Which sets touch each other.
fn neighbours(model: &Model, wholes: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let mut of = vec![usize::MAX; model.len()];
    for (number, whole) in wholes.iter().enumerate() {
        whole.iter().for_each(|&it| of[it as usize] = number);
    }
    let touching = |(number, whole): (usize, &Vec<u32>)| {
        let beside = whole.iter().flat_map(|&it| &model.near[it as usize]).map(|&it| of[it as usize]);
        let mut list: Vec<_> = beside.filter(|&it| it != usize::MAX && it != number).collect();
        list.sort_unstable();
        list.dedup();
        list
    };
    wholes.iter().enumerate().map(touching).collect()
}

/// Sets that can come together by any chain of pairs that fit.
fn clusters(neighbours: &[Vec<usize>], loads: &[i64], max: i64) -> Vec<Vec<usize>> {
    let mut seen = vec![false; loads.len()];
    let mut clusters = Vec::new();
    for start in 0..loads.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut cluster = vec![start];
        let mut at = 0;
        while at < cluster.len() {
            for &next in &neighbours[cluster[at]] {
                if !seen[next] && loads[next] + loads[cluster[at]] <= max {
                    seen[next] = true;
                    cluster.push(next);
                }
            }
            at += 1;
        }
        clusters.push(cluster);
    }
    clusters
}
