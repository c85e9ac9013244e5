//! The exact merge of small estates: whole neighbours become one grid where that brings more grids into the band.

use super::super::chance::Chance;
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
        if cluster.len() > 64 {
            return None;
        }
        let graph = graph_of(&neighbours, &loads, &cluster);
        for (set, load) in graph.connected(model.band.max, MOST_GROUPS, |_| true)? {
            let mut rows: Vec<u32> =
                (0..cluster.len()).filter(|it| set >> it & 1 == 1).map(|it| cluster[it] as u32).collect();
            rows.sort_unstable();
            let all: Vec<u32> = rows.iter().flat_map(|&it| wholes[it as usize].iter().copied()).collect();
            found.push(Group { walk: model.best_centre(&all).1, rows, load });
        }
    }
    Some(found)
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
pub fn merge(model: &Model, wholes: &[Vec<u32>], others: (usize, usize), chance: &mut Chance) -> Merge {
    let neighbours = neighbours(model, wholes);
    let loads: Vec<i64> = wholes.iter().map(|it| model.load(it)).collect();
    let mut share = 1.0;
    let mut found = Merge { groups: wholes.to_vec(), proved: true };
    for _ in 0..8 {
        let mut next = Merge { groups: Vec::new(), proved: true };
        for cluster in clusters(&neighbours, &loads, model.band.max) {
            let (groups, proved) = merge_cluster(model, wholes, &neighbours, &loads, &cluster, share, chance);
            next.groups.extend(groups);
            next.proved &= proved;
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

fn merge_cluster(
    model: &Model,
    wholes: &[Vec<u32>],
    neighbours: &[Vec<usize>],
    loads: &[i64],
    cluster: &[usize],
    share: f64,
    chance: &mut Chance,
) -> (Vec<Vec<u32>>, bool) {
    let all = |set: &[usize]| set.iter().flat_map(|&it| wholes[it].iter().copied()).collect::<Vec<u32>>();
    if cluster.len() == 1 {
        return (vec![all(cluster)], true);
    }
    // A cluster of more than a machine word of estates is taken apart into neighbourhoods; then nothing is proved.
    if cluster.len() > 64 {
        let mut walker = Walker::new(wholes.len());
        let near: Vec<Vec<u32>> =
            neighbours.iter().map(|list| list.iter().map(|&it| it as u32).collect()).collect();
        let (mut groups, mut from) = (Vec::new(), 0);
        while from < cluster.len() {
            let to = cluster.len().min(from + 24 + chance.below(8));
            let some: Vec<u32> = cluster[from..to].iter().map(|&it| it as u32).collect();
            for part in walker.parts(&near, &some) {
                let part: Vec<usize> = part.into_iter().map(|it| it as usize).collect();
                groups.extend(merge_cluster(model, wholes, neighbours, loads, &part, share, chance).0);
            }
            from = to;
        }
        return (groups, false);
    }
    let graph = graph_of(neighbours, loads, cluster);
    let members = |set: u64| (0..cluster.len()).filter(|it| set >> it & 1 == 1).collect::<Vec<_>>();
    let named = |rows: &[usize]| all(&rows.iter().map(|&it| cluster[it]).collect::<Vec<_>>());
    let Some(sets) = graph.connected(model.band.max, MOST_GROUPS, |_| true) else {
        return (cluster.iter().map(|&it| wholes[it].clone()).collect(), false);
    };
    // The walk decides among equal shares only: its weight is too small to buy a grid.
    let walks: Vec<f64> = sets.iter().map(|&(set, _)| model.best_centre(&named(&members(set))).1).collect();
    let scale = 1e-4 / walks.iter().copied().fold(1e-9, f64::max) / cluster.len() as f64;
    let pool: Vec<Candidate> = sets
        .iter()
        .zip(&walks)
        .map(|(&(set, load), walk)| {
            let price = if model.band.holds(load) { share - 1.0 } else { share };
            let rows: Vec<u32> = members(set).into_iter().map(|it| it as u32).collect();
            // One more for each row does not change which cover is best and keeps all costs positive.
            Candidate { cost: price + walk * scale + rows.len() as f64, rows }
        })
        .collect();
    match cover(cluster.len(), &pool, None, f64::INFINITY, 20_000_000).0 {
        Some(found) => {
            let group = |&it: &usize| named(&pool[it].rows.iter().map(|&row| row as usize).collect::<Vec<_>>());
            (found.chosen.iter().map(group).collect(), found.proved)
        }
        None => (cluster.iter().map(|&it| wholes[it].clone()).collect(), false),
    }
}
