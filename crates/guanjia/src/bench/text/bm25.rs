//! BM25 over character pairs as it stands in the books (k₁ 1.2, b 0.75), for comparison.

use guanjia_discover::bigrams;
use guanjia_discover::search::Entry;
use std::collections::HashMap;

const K1: f32 = 1.2;
const B: f32 = 0.75;

/// The index.
pub struct Bm25 {
    lists: HashMap<[char; 2], Vec<(usize, f32)>>,
    lengths: Vec<f32>,
    times: Vec<i64>,
}

impl Bm25 {
    /// Indexes title and text.
    pub fn new(entries: &[Entry]) -> Self {
        let mut lists: HashMap<[char; 2], Vec<(usize, f32)>> = HashMap::new();
        let mut lengths = Vec::with_capacity(entries.len());
        for (one, entry) in entries.iter().enumerate() {
            let mut counts: HashMap<[char; 2], f32> = HashMap::new();
            for pair in bigrams(entry.title).chain(bigrams(entry.text)) {
                *counts.entry(pair).or_default() += 1.0;
            }
            lengths.push(counts.values().sum());
            counts.into_iter().for_each(|(pair, count)| lists.entry(pair).or_default().push((one, count)));
        }
        Self { lists, lengths, times: entries.iter().map(|entry| entry.at).collect() }
    }

    /// The best that are not later than the query, itself left out; of equal ones the latest.
    pub fn search(&self, query: &Entry, own: usize, most: usize) -> Vec<usize> {
        let all = self.lengths.len() as f32;
        let average = self.lengths.iter().sum::<f32>() / all.max(1.0);
        let mut scores: HashMap<usize, f32> = HashMap::new();
        for list in bigrams(query.title).filter_map(|pair| self.lists.get(&pair)) {
            let holders = list.len() as f32;
            let weight = (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln();
            for (one, count) in list.iter().filter(|(one, _)| *one != own && self.times[*one] <= query.at) {
                let norm = K1 * (1.0 - B + B * self.lengths[*one] / average);
                *scores.entry(*one).or_default() += weight * count * (K1 + 1.0) / (count + norm);
            }
        }
        let mut found: Vec<(usize, f32)> = scores.into_iter().collect();
        found.sort_by(|a, b| {
            b.1.total_cmp(&a.1).then(self.times[b.0].cmp(&self.times[a.0])).then(a.0.cmp(&b.0))
        });
        found.into_iter().take(most).map(|(one, _)| one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_comes_first_and_nothing_later() {
        let entry = |at, text| Entry { at, title: text, text: "" };
        let entries =
            [entry(1, "电梯停运了"), entry(2, "楼道灯不亮"), entry(3, "路灯不亮"), entry(4, "楼道灯坏了")];
        let index = Bm25::new(&entries);
        assert_eq!(index.search(&entries[3], 3, 5), [1]);
        assert_eq!(index.search(&entries[1], 1, 5), [0_usize; 0]);
    }
}
