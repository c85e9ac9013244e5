//! The second look, at whole issues: what many texts have in common shows where single texts are too short. It only
//! proposes; nothing is regrouped silently.

use super::document::Document;
use super::group::{Edge, Groups};
use super::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;

/// Only issues with a pair of at least this score are looked at.
pub const TOUCH: f32 = -4.0;
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
    let mut found: Vec<(f32, u32, u32)> = pairs
        .into_iter()
        .filter(|(a, b)| may(groups.members(*a), groups.members(*b)))
        .map(|(a, b)| (own(groups.members(a), groups.members(b), documents, words), a, b))
        .filter(|(weight, ..)| *weight >= ENOUGH)
        .collect();
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    found
}

/// The weight of what is common to both issues and hardly stands anywhere else.
fn own(a: &[u32], b: &[u32], documents: &[Document], words: &Vocabulary) -> f32 {
    let (left, right) = (holders(a, documents), holders(b, documents));
    let mut shared: Vec<(u32, f32)> = left
        .iter()
        .filter_map(|(pair, n)| {
            let m = *right.get(pair)?;
            let theirs = *n as f32 >= OF_ISSUE * a.len() as f32
                && m as f32 >= OF_ISSUE * b.len() as f32
                && (*n + m) as f32 >= ALONE * words.texts_with(*pair) as f32;
            theirs.then(|| (*pair, words.weight(*pair)))
        })
        .collect();
    // A fixed order: sums of fractions depend on it.
    shared.sort_unstable_by_key(|(pair, _)| *pair);
    shared.iter().map(|(_, weight)| weight).sum()
}

/// In how many texts each pair stands.
fn holders(members: &[u32], documents: &[Document]) -> FxHashMap<u32, u32> {
    let mut holders = FxHashMap::default();
    for member in members {
        for (pair, _) in &documents[*member as usize].full {
            *holders.entry(*pair).or_default() += 1;
        }
    }
    holders
}
