//! Similar requests: from the title of a message an earlier one of its event, beside plain BM25; and how long a search
//! takes among very many.

use super::bm25::Bm25;
use super::messages::Messages;
use crate::bench::figures::{Figures, Wanted};
use guanjia_discover::search::{Entry, Scratch, SearchIndex};
use guanjia_discover::statistics::Chance;
use std::time::Instant;

/// So many searches are timed.
const TIMED: usize = 4_000;
/// Each is run so often and its best time counts: what other programs took away is not the search's.
const RUNS: usize = 3;
/// A request's own words, in characters.
const LENGTH: usize = 80;

/// Measures both.
pub fn measure(messages: &Messages, requests: usize, figures: &mut Figures) {
    let entries: Vec<Entry> =
        messages.all.iter().map(|one| Entry { at: one.at, title: &one.title, text: &one.text }).collect();
    let index = SearchIndex::new(&entries, || {});
    let mut scratch = Scratch::default();
    let found = recall(messages, |query| {
        let wanted = Entry { text: "", ..entries[query] };
        let hits = index.search(&wanted, Some(query), 5, &mut scratch);
        hits.into_iter().map(|hit| hit.entry).collect()
    });
    figures.add("similar from the title, R@1", found[0], "", Wanted::AtLeast(0.95));
    figures.add("similar from the title, R@5", found[1], "", Wanted::AtLeast(0.985));
    let plain = Bm25::new(&entries);
    let found = recall(messages, |query| plain.search(&entries[query], query, 5));
    figures.add("  plain BM25, R@1", found[0], "", Wanted::Told);
    figures.add("  plain BM25, R@5", found[1], "", Wanted::Told);
    timed(messages, requests, figures);
}

/// The share of the messages with an earlier one of their event that find one first, and among the first five.
fn recall(messages: &Messages, mut search: impl FnMut(usize) -> Vec<usize>) -> [f64; 2] {
    let (gold, at) = (&messages.gold, |one: usize| messages.all[one].at);
    let (mut asked, mut first, mut five) = (0, 0, 0);
    for members in gold.events() {
        for query in members {
            if !members.iter().any(|other| other != query && at(*other) <= at(*query)) {
                continue;
            }
            let hits = search(*query);
            asked += 1;
            first += usize::from(hits.first().is_some_and(|hit| gold.same(*query, *hit)));
            five += usize::from(hits.iter().any(|hit| gold.same(*query, *hit)));
        }
    }
    [first, five].map(|hits| f64::from(hits as u32) / f64::from(asked.max(1)))
}

/// Searches in an index of many requests: titles of the messages over pieces of other messages' texts.
fn timed(messages: &Messages, requests: usize, figures: &mut Figures) {
    if messages.all.is_empty() {
        return;
    }
    let mut chance = Chance::new(1);
    let mut drawn = || &messages.all[chance.below(messages.all.len())];
    let entries: Vec<Entry> = (0..requests)
        .map(|at| Entry { at: at as i64, title: &drawn().title, text: piece(&drawn().text) })
        .collect();
    let index = SearchIndex::new(&entries, || {});
    let mut scratch = Scratch::default();
    let mut micros: Vec<f64> = (0..TIMED)
        .map(|_| {
            let query = Entry { at: i64::MAX, title: &drawn().title, text: "" };
            (0..RUNS).map(|_| once(&index, &query, &mut scratch)).fold(f64::INFINITY, f64::min)
        })
        .collect();
    micros.sort_by(f64::total_cmp);
    figures.add("similar, requests in the index", requests as f64, "", Wanted::Told);
    figures.add("similar, p50 of best of three", micros[TIMED / 2], "ms", Wanted::Told);
    figures.add("similar, p99 of best of three", micros[TIMED * 99 / 100], "ms", Wanted::AtMost(10.0));
}

/// Milliseconds of one search.
fn once(index: &SearchIndex, query: &Entry, scratch: &mut Scratch) -> f64 {
    let began = Instant::now();
    let hits = index.search(query, None, 10, scratch);
    if hits.is_empty() { f64::INFINITY } else { 1e3 * began.elapsed().as_secs_f64() }
}

/// The beginning of a text.
fn piece(text: &str) -> &str {
    text.char_indices().nth(LENGTH).map_or(text, |(end, _)| &text[..end])
}
