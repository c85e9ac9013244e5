//! The best pairs within a block whose spread is already the least.
//!
//! All pairings of least spread have the same multiset of pairs of workloads, that of the fold: two pairs that do not
//! run against each other could be exchanged at a gain, so they differ in a workload of equal value only. What is left
//! is to choose among estates of equal work, which falls apart into small assignment problems.

use super::assign::{NEVER, assign};
use super::fold::doubles;
use super::model::Model;
use std::collections::HashSet;
use std::ops::Range;

/// More lines than this in one assignment are paired as the fold has them.
const MOST_LINES: usize = 700;

/// The groups of a block.
#[derive(Clone, Debug)]
pub struct Pairing {
    /// One or two ranks for each officer who gets any.
    pub groups: Vec<Vec<usize>>,
    /// The distances, in ticks.
    pub way: i64,
    /// No other pairing of least spread has so small a distance or smaller.
    pub only: bool,
    /// No pairing of least spread has a smaller distance.
    pub nearest: bool,
}

/// Pairs the estates of a block; `posts` are its officers. With `by_way`, equal work is shared so that the distances
/// are least.
pub fn pair(model: &Model, ranks: &[usize], posts: &Range<usize>, by_way: bool) -> Pairing {
    let mut sorted = ranks.to_vec();
    sorted.sort_by_key(|rank| (model.work[*rank], *rank));
    let paired = doubles(sorted.len(), posts.len());
    // Upper line `i` goes with lower line `i`; an estate that stays alone goes with nobody.
    let upper: Vec<usize> =
        (0..sorted.len() - paired).map(|place| sorted[sorted.len() - 1 - place]).collect();
    let alone = upper.len() - paired;
    let lower: Vec<Option<usize>> =
        (0..upper.len()).map(|place| (place >= alone).then(|| sorted[place - alone])).collect();
    let mut pairing = Pairing { groups: Vec::new(), way: 0, only: true, nearest: true };
    let work = |rank: Option<usize>| rank.map(|rank| model.work[rank]);
    let mut start = 0;
    for end in 1..=upper.len() {
        // Two neighbouring lines hang together when they share a workload above or below.
        let splits = end == upper.len()
            || model.work[upper[end]] != model.work[upper[end - 1]]
                && (lower[end].is_none() || work(lower[end]) != work(lower[end - 1]));
        if splits {
            share(model, &upper[start..end], &lower[start..end], by_way, &mut pairing);
            start = end;
        }
    }
    // Where the middle of the block is one workload, or somebody has no work, other pairings exist that are not seen.
    let middle = upper.last().map(|rank| model.work[*rank]);
    let in_middle = sorted.iter().filter(|rank| Some(model.work[**rank]) == middle).count();
    let straddles = paired > 0 && work(lower[lower.len() - 1]) == middle && in_middle > 2;
    if straddles || sorted.first().is_some_and(|rank| model.work[*rank] == 0) {
        (pairing.only, pairing.nearest) = (false, false);
    }
    pairing
}

/// Shares the lower lines of one part among its upper lines.
fn share(model: &Model, upper: &[usize], lower: &[Option<usize>], by_way: bool, pairing: &mut Pairing) {
    let count = upper.len();
    // Where all stay alone there is nothing to choose.
    let fixed = count == 1 || lower.iter().all(Option::is_none);
    let columns = if fixed || !by_way || count > MOST_LINES {
        if !fixed {
            (pairing.only, pairing.nearest) = (false, false);
        }
        (0..count).collect()
    } else {
        let kind = |line: usize, column: usize| {
            (model.work[upper[line]], lower[column].map(|rank| model.work[rank]))
        };
        let kinds: HashSet<_> = (0..count).map(|line| kind(line, line)).collect();
        let cost = |line: usize, column: usize| {
            if kinds.contains(&kind(line, column)) {
                lower[column].map_or(0, |rank| model.way(upper[line], rank))
            } else {
                NEVER
            }
        };
        let table: Vec<i64> = (0..count * count).map(|cell| cost(cell / count, cell % count)).collect();
        let alike = |one: usize, other: usize| lower[one].is_none() && lower[other].is_none();
        match assign(count, |line, column| table[line * count + column], alike) {
            Some(best) => {
                pairing.only &= best.only;
                best.columns
            }
            None => (0..count).collect(),
        }
    };
    for (line, column) in columns.into_iter().enumerate() {
        let group: Vec<usize> = std::iter::once(upper[line]).chain(lower[column]).collect();
        pairing.way += lower[column].map_or(0, |rank| model.way(upper[line], rank));
        pairing.groups.push(group);
    }
}
