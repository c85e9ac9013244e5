//! The second look, at whole issues: what many texts have in common shows where single texts are too short. It only
//! proposes; nothing is regrouped silently.

use super::document::Document;
use super::group::{Edge, Groups};
use super::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;

/// Only issues with a pair of at least this score are looked at.
pub const TOUCH: f32 = -2.5;
/// So many members of an issue are read.
const READ: usize = 16;
/// What share of the texts of an issue must hold a pair of characters for it to be the issue's.
const OF_ISSUE: f32 = 0.6;
/// What share of all texts that hold it must lie in the two issues for it to be theirs alone.
const ALONE: f32 = 0.6;
/// So much of what is theirs alone makes a proposal: four pairs of characters that stand nowhere else.
const ENOUGH: f32 = 25.0;

/// Two issues, by index, that may be one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proposal {
    /// The earlier.
    pub first: usize,
    /// The later.
    pub second: usize,
    /// The weight of what both say and hardly anybody else.
    pub weight: f32,
}

/// Pairs of issues of at least two members each, the weightiest first.
pub fn proposals(
    groups: &Groups,
    documents: &[Document],
    words: &Vocabulary,
    edges: &[Edge],
    may: impl Fn(&[u32], &[u32]) -> bool,
) -> Vec<(f32, u32, u32)> {
    let mut pairs: Vec<(u32, u32)> = edges
        .iter()
        .map(|edge| (groups.of(edge.from), groups.of(edge.to)))
        .map(|(a, b)| (a.min(b), a.max(b)))
        .filter(|(a, b)| a != b && groups.members(*a).len() > 1 && groups.members(*b).len() > 1)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut read: FxHashMap<u32, Holders> = FxHashMap::default();
    let mut found: Vec<(f32, u32, u32)> = Vec::new();
    for (a, b) in pairs.into_iter().filter(|(a, b)| may(groups.members(*a), groups.members(*b))) {
        for issue in [a, b] {
            read.entry(issue).or_insert_with(|| Holders::of(groups.members(issue), documents));
        }
        let weight = own(&read[&a], &read[&b], words);
        if weight >= ENOUGH {
            found.push((weight, a, b));
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    found
}

/// In how many of an issue's texts each pair stands.
struct Holders {
    texts: f32,
    members: f32,
    pairs: Vec<(u32, u32)>,
}

impl Holders {
    /// Reads members spread evenly over an issue.
    fn of(members: &[u32], documents: &[Document]) -> Self {
        let count = members.len().min(READ);
        let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
        for place in 0..count {
            for (pair, _) in &documents[members[place * members.len() / count] as usize].full {
                *counts.entry(*pair).or_default() += 1;
            }
        }
        let least = OF_ISSUE * count as f32;
        let mut pairs: Vec<(u32, u32)> =
            counts.into_iter().filter(|(_, texts)| *texts as f32 >= least).collect();
        pairs.sort_unstable();
        Self { texts: count as f32, members: members.len() as f32, pairs }
    }

    /// How many of all members hold a pair, going by those that were read.
    fn all(&self, texts: u32) -> f32 {
        texts as f32 * self.members / self.texts
    }
}

/// The weight of what is common to both issues and hardly stands anywhere else.
fn own(a: &Holders, b: &Holders, words: &Vocabulary) -> f32 {
    let shared = |(pair, n): &(u32, u32)| {
        let m = b.pairs[b.pairs.binary_search_by_key(pair, |one| one.0).ok()?].1;
        let theirs = a.all(*n) + b.all(m) >= ALONE * words.texts_with(*pair) as f32;
        theirs.then(|| words.weight(*pair))
    };
    a.pairs.iter().filter_map(shared).sum()
}
