//! Which earlier requests are worth comparing: an inverted index over the more telling pairs.

use super::document::Document;
use super::vocabulary::Vocabulary;

/// Pairs that stand in more texts than this tell nothing about one issue, and would cost most.
const COMMON: u32 = 600;
/// So many of a text's most telling pairs are looked up.
const LOOKED_UP: usize = 48;

/// Requests whose telling pairs are less alike than this (a part of the cosine) never reach the score of an issue.
const ALIKE: f32 = 0.03;

/// Earlier requests by their pairs.
pub struct Index {
    lists: Vec<Vec<(u32, f32)>>,
    scores: Vec<f32>,
    touched: Vec<u32>,
}

impl Index {
    /// For so many pairs and requests.
    pub fn new(pairs: usize, requests: usize) -> Self {
        Self { lists: vec![Vec::new(); pairs], scores: vec![0.0; requests], touched: Vec::new() }
    }

    /// The telling pairs of a request, by how much they weigh.
    fn telling(document: &Document, words: &Vocabulary) -> Vec<(u32, f32)> {
        let mut telling: Vec<(u32, f32)> =
            document.full.iter().copied().filter(|(pair, _)| words.texts_with(*pair) <= COMMON).collect();
        telling.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        telling.truncate(LOOKED_UP);
        telling
    }

    /// The at most `most` nearest of the requests added so far, best first.
    pub fn nearest(&mut self, document: &Document, words: &Vocabulary, most: usize) -> Vec<u32> {
        for (pair, weight) in Self::telling(document, words) {
            for (request, other) in &self.lists[pair as usize] {
                let score = &mut self.scores[*request as usize];
                if *score == 0.0 {
                    self.touched.push(*request);
                }
                *score += weight * other;
            }
        }
        let mut found: Vec<(u32, f32)> = self
            .touched
            .drain(..)
            .map(|request| (request, std::mem::take(&mut self.scores[request as usize])))
            .collect();
        found.retain(|(_, score)| *score >= ALIKE);
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > most {
            found.select_nth_unstable_by(most, order);
            found.truncate(most);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(request, _)| request).collect()
    }

    /// Adds a request.
    pub fn add(&mut self, request: u32, document: &Document, words: &Vocabulary) {
        for (pair, weight) in &document.full {
            if (2..=COMMON).contains(&words.texts_with(*pair)) {
                self.lists[*pair as usize].push((request, *weight));
            }
        }
    }
}
