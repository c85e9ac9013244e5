//! Cuts along random spanning trees: any edge of a tree cuts it into two connected parts, so contiguity is kept for
//! free (the recombination of DeFord, Duchin and Solomon 2021).

use super::super::chance::Chance;
use super::super::model::Model;

/// Cuts connected buildings into `count` connected pieces with loads in the band where the tree allows it. `weight`
/// says how dear an edge is: the tree prefers cheap ones, and where it has none it can be cut.
pub fn tree_cut(
    model: &Model,
    buildings: &[u32],
    count: usize,
    chance: &mut Chance,
    weight: &dyn Fn(&mut Chance, u32, u32) -> f64,
) -> Option<Vec<Vec<u32>>> {
    let tree = Tree::random(model, buildings, chance, weight)?;
    let (mut open, mut pieces) = (vec![true; buildings.len()], Vec::new());
    let mut left: i64 = tree.load.iter().sum();
    for rest in (1..count as i64).rev() {
        let below = tree.below(&open);
        let band = model.band;
        // What is cut off must be in the band, and what stays must be enough, and not too much, for the others.
        let (low, high) = (band.min.max(left - rest * band.max), band.max.min(left - rest * band.min));
        let strict: Vec<_> =
            (1..tree.order.len()).filter(|&it| open[it] && (low..=high).contains(&below[it])).collect();
        let at = if strict.is_empty() {
            // Nothing fits: one piece in the band, as near to its full as can be, and the others share what is left.
            let fits = |&it: &usize| open[it] && below[it] <= band.max && left - below[it] > 0;
            (1..tree.order.len()).filter(fits).max_by_key(|&it| (below[it].min(band.min), -below[it]))?
        } else {
            strict[chance.below(strict.len())]
        };
        left -= below[at];
        pieces.push(tree.take(at, &mut open));
    }
    pieces.push(tree.take(0, &mut open));
    let named = |piece: Vec<usize>| piece.into_iter().map(|it| tree.order[it]).collect();
    let pieces: Vec<Vec<u32>> = pieces.into_iter().map(named).collect();
    pieces.iter().all(|it| !it.is_empty()).then_some(pieces)
}

/// A rooted tree; parents stand before their children.
struct Tree {
    order: Vec<u32>,
    parent: Vec<usize>,
    load: Vec<i64>,
}

impl Tree {
    fn random(
        model: &Model,
        buildings: &[u32],
        chance: &mut Chance,
        weight: &dyn Fn(&mut Chance, u32, u32) -> f64,
    ) -> Option<Self> {
        let mut sorted = buildings.to_vec();
        sorted.sort_unstable();
        let mut edges = Vec::new();
        for (a, &from) in sorted.iter().enumerate() {
            for &to in model.near[from as usize].iter().filter(|&&to| to > from) {
                if let Ok(b) = sorted.binary_search(&to) {
                    edges.push((weight(chance, from, to), a, b));
                }
            }
        }
        edges.sort_by(|left, right| left.0.total_cmp(&right.0));
        let mut root_of: Vec<usize> = (0..sorted.len()).collect();
        let mut kept = vec![Vec::new(); sorted.len()];
        for (_, a, b) in edges {
            let (one, other) = (find(&mut root_of, a), find(&mut root_of, b));
            if one != other {
                root_of[one] = other;
                kept[a].push(b);
                kept[b].push(a);
            }
        }
        let start = chance.below(sorted.len());
        let (mut order, mut parent, mut seen) = (vec![start], vec![0], vec![false; sorted.len()]);
        seen[start] = true;
        let mut at = 0;
        while at < order.len() {
            for &next in &kept[order[at]] {
                if !seen[next] {
                    seen[next] = true;
                    order.push(next);
                    parent.push(at);
                }
            }
            at += 1;
        }
        (order.len() == sorted.len()).then(|| Self {
            load: order.iter().map(|&it| model.households[sorted[it] as usize]).collect(),
            order: order.into_iter().map(|it| sorted[it]).collect(),
            parent,
        })
    }

    /// The load at and below each vertex that is still open.
    fn below(&self, open: &[bool]) -> Vec<i64> {
        let mut below: Vec<i64> =
            self.load.iter().zip(open).map(|(&load, &open)| if open { load } else { 0 }).collect();
        for at in (1..self.order.len()).rev() {
            if open[at] {
                below[self.parent[at]] += below[at];
            }
        }
        below
    }

    /// The open vertices at and below one; they are closed.
    fn take(&self, top: usize, open: &mut [bool]) -> Vec<usize> {
        let mut inside = vec![false; self.order.len()];
        let mut taken = Vec::new();
        for at in top..self.order.len() {
            if open[at] && (at == top || at > 0 && inside[self.parent[at]]) {
                inside[at] = true;
                open[at] = false;
                taken.push(at);
            }
        }
        taken
    }
}

fn find(root_of: &mut [usize], mut at: usize) -> usize {
    while root_of[at] != at {
        root_of[at] = root_of[root_of[at]];
        at = root_of[at];
    }
    at
}
