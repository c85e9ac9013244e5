//! BM25 over token sets.
//!
//! The store keeps a text as keyed hashes of its character pairs, so nothing here ever sees a word. Scores are BM25
//! (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009) with binary term counts, divided by the
//! score of the query against itself: 1 means "the same text", 0 "nothing in common".

use std::collections::HashMap;
use std::hash::Hash;

/// A text that may say the same.
#[derive(Clone, Debug)]
pub struct Candidate<Id> {
    /// Which.
    pub id: Id,
    /// Its tokens, sorted, each once.
    pub tokens: Vec<u32>,
    /// How near its place is to the query's, from 0 (elsewhere in the estate) to 1 (the same unit).
    pub nearness: f64,
}

/// A candidate that is similar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<Id> {
    /// Which.
    pub id: Id,
    /// From 0 to 1.
    pub score: f64,
}

/// The constants of the score.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// BM25's k₁: with binary counts it only weighs length against match.
    pub k1: f64,
    /// BM25's b: how much long texts are discounted.
    pub b: f64,
    /// What share of the score the place may add.
    pub place: f64,
    /// Below this nobody is asked "is it this?".
    pub least: f64,
}

impl Default for Scale {
    /// k₁ and b as in the reference; `place` and `least` so that "路灯不亮" finds "楼道灯不亮" of the same building but
    /// not of another one.
    fn default() -> Self {
        Self { k1: 1.2, b: 0.75, place: 0.25, least: 0.2 }
    }
}

/// The candidates that are similar to `query` (sorted, each token once), best first, at most `most`. Equal scores
/// keep the order of the candidates.
#[must_use]
pub fn similar<Id: Copy + Eq + Hash>(
    query: &[u32],
    candidates: &[Candidate<Id>],
    scale: &Scale,
    most: usize,
) -> Vec<Hit<Id>> {
    if query.is_empty() || candidates.is_empty() {
        return Vec::new();
    }
    let texts = candidates.len() as f64;
    let mut spread: HashMap<u32, f64> = query.iter().map(|token| (*token, 0.0)).collect();
    for token in candidates.iter().flat_map(|candidate| &candidate.tokens) {
        if let Some(count) = spread.get_mut(token) {
            *count += 1.0;
        }
    }
    // Never zero: with a handful of candidates a word that all of them hold still counts a little.
    let weight = |token: u32| {
        let count = spread.get(&token).copied().unwrap_or(0.0);
        (1.0 + (texts - count + 0.5) / (count + 0.5)).ln()
    };
    let average = candidates.iter().map(|candidate| candidate.tokens.len() as f64).sum::<f64>() / texts;
    let saturation = |length: f64| {
        (scale.k1 + 1.0) / (1.0 + scale.k1 * (1.0 - scale.b + scale.b * length / average.max(1.0)))
    };
    let own: f64 = query.iter().map(|token| weight(*token)).sum::<f64>() * saturation(query.len() as f64);
    let mut hits: Vec<Hit<Id>> = candidates
        .iter()
        .map(|candidate| {
            let shared: f64 = common(query, &candidate.tokens).map(weight).sum();
            let words = (shared * saturation(candidate.tokens.len() as f64) / own).min(1.0);
            let score = words * (1.0 - scale.place + scale.place * candidate.nearness);
            Hit { id: candidate.id, score }
        })
        .filter(|hit| hit.score >= scale.least)
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.truncate(most);
    hits
}

/// What two sorted lists share.
fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    a.iter().copied().filter(|token| b.binary_search(token).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bigrams;
    use proptest::prelude::*;

    fn tokens(text: &str) -> Vec<u32> {
        let mut tokens: Vec<u32> = bigrams(text).map(|[a, b]| (a as u32) << 11 ^ b as u32).collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    fn candidates(texts: &[(&str, f64)]) -> Vec<Candidate<usize>> {
        let make = |(id, (text, nearness)): (usize, &(&str, f64))| Candidate {
            id,
            tokens: tokens(text),
            nearness: *nearness,
        };
        texts.iter().enumerate().map(make).collect()
    }

    #[test]
    fn the_same_matter_is_found_and_the_nearest_comes_first() {
        let open = candidates(&[
            ("12号楼2单元门口路灯不亮，晚上看不见", 0.0),
            ("3号楼电梯停运两天了", 0.0),
            ("12号楼单元门口路灯不亮，老人晚上看不见台阶", 1.0),
        ]);
        let hits = similar(&tokens("12号楼门口路灯不亮"), &open, &Scale::default(), 5);
        assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [2, 0]);
    }

    proptest! {
        #[test]
        fn scores_are_shares_and_the_same_text_is_best(texts in prop::collection::vec("[灯亮树楼梯水a-c]{4,30}", 1..12)) {
            let open: Vec<_> = texts.iter().enumerate()
                .map(|(id, text)| Candidate { id, tokens: tokens(text), nearness: 1.0 }).collect();
            let hits = similar(&tokens(&texts[0]), &open, &Scale::default(), texts.len());
            prop_assert!(hits.iter().all(|hit| (0.0..=1.0).contains(&hit.score)));
            prop_assert!(hits.iter().any(|hit| hit.id == 0));
            prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        }
    }
}
