//! Similar requests among a million: BM25 over character pairs with an inverted index.
//!
//! Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009. Rare pairs are looked up first; once no new
//! request can come among the best any more, the long lists of common pairs are only asked about those found already
//! (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995). The answer is the same as without.

use crate::bigrams;
use rustc_hash::FxHashMap;

/// BM25's k₁ and b.
const K1: f32 = 1.2;
const B: f32 = 0.4;
/// How much a pair of a query's text weighs against one of its title.
const TEXT: f32 = 0.2;
/// Of a query so many of the weightiest pairs are looked up.
const QUERY: usize = 60;
/// Impacts are kept in steps of the largest possible one.
const STEPS: f32 = 250.0;

/// A request to be found.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// What people called it; may be empty.
    pub title: &'a str,
    /// What they wrote.
    pub text: &'a str,
}

/// A request that says something similar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its index among the entries given.
    pub entry: usize,
    /// BM25; only the order and the proportion mean anything.
    pub score: f32,
}

/// The inverted index.
#[derive(Debug, Default)]
pub struct SearchIndex {
    numbers: FxHashMap<[char; 2], u32>,
    /// Where each pair's list begins; one more at the end.
    starts: Vec<usize>,
    documents: Vec<u32>,
    impacts: Vec<u8>,
    /// By place in time: index among the entries, and when.
    order: Vec<u32>,
    times: Vec<i64>,
}

/// What a search works with; kept between searches so that nothing is allocated anew.
#[derive(Debug, Default)]
pub struct Scratch {
    scores: Vec<f32>,
    touched: Vec<u32>,
}

impl SearchIndex {
    /// Makes the index. `step` is called once for each entry and pass, two passes in all.
    #[must_use]
    pub fn new(entries: &[Entry], mut step: impl FnMut()) -> Self {
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        order.sort_by_key(|one| (entries[*one as usize].at, *one));
        let mut index =
            Self { times: order.iter().map(|one| entries[*one as usize].at).collect(), ..Self::default() };
        let mut lengths: Vec<u32> = Vec::with_capacity(entries.len());
        let mut spread: Vec<usize> = Vec::new();
        let mut counts = Counts::default();
        for one in &order {
            lengths.push(counts.read(&entries[*one as usize], &mut index.numbers));
            spread.resize(index.numbers.len(), 0);
            for (pair, _) in &counts.found {
                spread[*pair as usize] += 1;
            }
            step();
        }
        let average =
            lengths.iter().map(|length| f64::from(*length)).sum::<f64>() / lengths.len().max(1) as f64;
        index.starts = std::iter::once(0)
            .chain(spread.iter().scan(0, |sum, count| {
                *sum += count;
                Some(*sum)
            }))
            .collect();
        let all = index.starts.last().copied().unwrap_or(0);
        (index.documents, index.impacts) = (vec![0; all], vec![0; all]);
        let mut next = index.starts.clone();
        for (place, one) in order.iter().enumerate() {
            counts.read(&entries[*one as usize], &mut index.numbers);
            let norm = K1 * (1.0 - B + B * lengths[place] as f32 / average.max(1.0) as f32);
            for (pair, count) in &counts.found {
                let at = &mut next[*pair as usize];
                index.documents[*at] = place as u32;
                // tf ÷ (tf + norm) lies between 0 and 1.
                index.impacts[*at] = (*count as f32 / (*count as f32 + norm) * STEPS).round() as u8;
                *at += 1;
            }
            step();
        }
        index.order = order;
        index
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The at most `most` entries that are most similar to the title and the text of a query and not later than its
    /// `at`, best first; of equal ones the latest. Without a title the text is what is asked for. `skip` is left out:
    /// the query itself.
    #[must_use]
    pub fn search(
        &self,
        query: &Entry,
        skip: Option<usize>,
        most: usize,
        scratch: &mut Scratch,
    ) -> Vec<Match> {
        let limit = self.times.partition_point(|time| *time <= query.at) as u32;
        let terms = self.terms(query);
        scratch.scores.resize(self.len(), 0.0);
        let mut rest: f32 = terms.iter().map(|term| term.weight).sum();
        let (mut bar, mut best) = (0.0, 0.0_f32);
        let mut closed = false;
        for term in &terms {
            if !closed && most > 0 && rest <= bar {
                closed = true;
            }
            let range = self.starts[term.pair]..self.starts[term.pair + 1];
            let list = &self.documents[range.clone()];
            let impacts = &self.impacts[range];
            if closed {
                // Who cannot reach the bar any more is let go.
                scratch.touched.retain(|one| {
                    let stays = scratch.scores[*one as usize] + rest > bar;
                    if !stays {
                        scratch.scores[*one as usize] = 0.0;
                    }
                    stays
                });
                for one in &scratch.touched {
                    if let Ok(place) = list.binary_search(one) {
                        scratch.scores[*one as usize] += term.weight * f32::from(impacts[place]) / STEPS;
                    }
                }
            } else {
                let end = list.partition_point(|one| *one < limit);
                let step = term.weight / STEPS;
                for (one, impact) in list[..end].iter().zip(impacts) {
                    let score = &mut scratch.scores[*one as usize];
                    if *score == 0.0 {
                        scratch.touched.push(*one);
                    }
                    // An impact may round to nothing; it must still mark the entry as touched.
                    *score += step * f32::from(*impact).max(0.01);
                    best = best.max(*score);
                }
            }
            rest -= term.weight;
            // The bar is never above the best: before that counts, all are not looked through for it.
            if closed || rest <= best {
                bar = bar_of(&scratch.touched, &scratch.scores, most + usize::from(skip.is_some()));
            }
        }
        let mut found: Vec<(f32, u32)> = scratch
            .touched
            .drain(..)
            .map(|one| (std::mem::take(&mut scratch.scores[one as usize]), one))
            .collect();
        found.retain(|(_, one)| skip != Some(self.order[*one as usize] as usize));
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
        if found.len() > most {
            found.select_nth_unstable_by(most, order);
            found.truncate(most);
        }
        found.sort_unstable_by(order);
        found
            .into_iter()
            .map(|(score, one)| Match { entry: self.order[one as usize] as usize, score })
            .collect()
    }

    /// The query's pairs that stand in the index, the weightiest first.
    fn terms(&self, query: &Entry) -> Vec<Term> {
        let numbers = |text: &str| -> Vec<usize> {
            bigrams(text).filter_map(|pair| self.numbers.get(&pair)).map(|pair| *pair as usize).collect()
        };
        let mut asked = numbers(query.title);
        let (mut more, mut factor) = (numbers(query.text), TEXT);
        if asked.is_empty() {
            (asked, more, factor) = (more, Vec::new(), 1.0);
        }
        asked.sort_unstable();
        more.sort_unstable();
        more.dedup();
        more.retain(|pair| asked.binary_search(pair).is_err());
        let weight = |pair: usize| {
            let texts = (self.starts[pair + 1] - self.starts[pair]) as f32;
            (1.0 + (self.len() as f32 - texts + 0.5) / (texts + 0.5)).ln() * (K1 + 1.0)
        };
        let repeated = asked
            .chunk_by(|a, b| a == b)
            .map(|same| Term { pair: same[0], weight: weight(same[0]) * (same.len() as f32).sqrt() });
        let mut terms: Vec<Term> = repeated
            .chain(more.iter().map(|pair| Term { pair: *pair, weight: weight(*pair) * factor }))
            .collect();
        terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.pair.cmp(&b.pair)));
        terms.truncate(QUERY);
        terms
    }
}

struct Term {
    pair: usize,
    weight: f32,
}

/// The score that a new entry must exceed to come among the best `most`; 0 while there are fewer.
fn bar_of(touched: &[u32], scores: &[f32], most: usize) -> f32 {
    if most == 0 || touched.len() < most {
        return 0.0;
    }
    // A small heap in a vector: `most` is about ten, so inserting costs little.
    let mut best: Vec<f32> = Vec::with_capacity(most + 1);
    for one in touched {
        let score = scores[*one as usize];
        if best.len() < most || score > best[0] {
            let at = best.partition_point(|other| *other < score);
            best.insert(at, score);
            if best.len() > most {
                best.remove(0);
            }
        }
    }
    best[0]
}

/// The pairs of one entry; kept between entries.
#[derive(Default)]
struct Counts {
    raw: Vec<u32>,
    found: Vec<(u32, u32)>,
}

impl Counts {
    /// Reads an entry and returns its length in pairs.
    fn read(&mut self, entry: &Entry, numbers: &mut FxHashMap<[char; 2], u32>) -> u32 {
        self.raw.clear();
        for text in [entry.title, entry.text] {
            for pair in bigrams(text) {
                let next = numbers.len() as u32;
                let number = *numbers.entry(pair).or_insert(next);
                self.raw.push(number);
            }
        }
        self.raw.sort_unstable();
        self.found.clear();
        self.found.extend(self.raw.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)));
        self.raw.len() as u32
    }
}

#[cfg(test)]
mod tests;
