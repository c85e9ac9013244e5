//! Exact covers: from a pool of candidate regions choose, so that every building is in exactly one, the cheapest.
//!
//! Set partitioning by dual ascent (prices of rows such that no candidate is worth less than nothing; Fisher and Kedia
//! 1990) and depth-first search with these prices as bound. Small pools are solved to the proved optimum; large
//! ones as far as the work allows.

mod dual;
mod search;

use dual::{dual_ascent, price_of};
use search::Search;

/// A candidate region.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its rows, in order.
    pub rows: Vec<u32>,
    /// What it costs.
    pub cost: f64,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// The chosen candidates.
    pub chosen: Vec<usize>,
    /// What they cost together.
    pub cost: f64,
    /// Whether nothing cheaper exists in the pool.
    pub proved: bool,
}

/// Chooses the cheapest exact cover of rows `0..rows` that costs less than `limit`, with exactly `count` candidates
/// where that is given. `None` where none was found; `Some` is proved the cheapest unless the work ran out.
/// The second value says whether the search was complete.
pub fn cover(
    rows: usize,
    pool: &[Candidate],
    count: Option<usize>,
    limit: f64,
    work: u64,
) -> (Option<Cover>, bool) {
    let prices = dual_ascent(rows, pool);
    let mut by_row = vec![Vec::new(); rows];
    let reduced: Vec<f64> = pool.iter().map(|it| it.cost - price_of(it, &prices)).collect();
    let bound: f64 = prices.iter().sum();
    for (number, candidate) in pool.iter().enumerate() {
        if bound + reduced[number] < limit + 1e-9 {
            candidate.rows.iter().for_each(|&row| by_row[row as usize].push(number));
        }
    }
    for list in &mut by_row {
        list.sort_by(|&a, &b| reduced[a].total_cmp(&reduced[b]).then(a.cmp(&b)));
    }
    let mut search = Search {
        pool,
        by_row: &by_row,
        reduced: &reduced,
        covered: vec![false; rows],
        left: rows,
        chosen: Vec::new(),
        slack: 0.0,
        bound,
        best: None,
        limit,
        count,
        work,
    };
    search.deepen();
    let complete = search.work > 0;
    let best = search.best.take();
    let cover = best.map(|chosen| {
        let cost = chosen.iter().map(|&it| pool[it].cost).sum();
        Cover { chosen, cost, proved: complete }
    });
    (cover, complete)
}

#[cfg(test)]
mod tests {
    use super::super::chance::Chance;
    use super::*;

    /// All covers, by trying every subset of the pool.
    fn brute(rows: usize, pool: &[Candidate], count: Option<usize>) -> Option<f64> {
        let mut best: Option<f64> = None;
        for set in 0_u32..1 << pool.len() {
            let chosen: Vec<_> = (0..pool.len()).filter(|it| set >> it & 1 == 1).collect();
            let mut all: Vec<u32> = chosen.iter().flat_map(|&it| pool[it].rows.clone()).collect();
            all.sort_unstable();
            if all == (0..rows as u32).collect::<Vec<_>>() && count.is_none_or(|count| count == chosen.len())
            {
                let cost: f64 = chosen.iter().map(|&it| pool[it].cost).sum();
                best = Some(best.map_or(cost, |best| best.min(cost)));
            }
        }
        best
    }

    #[test]
    fn small_pools_are_solved_like_brute_force_does() {
        let (mut found, mut none) = (0, 0);
        for seed in 0..300 {
            let mut chance = Chance::new(seed);
            let rows = 2 + chance.below(5);
            let pool: Vec<_> = (0..3 + chance.below(10))
                .filter_map(|_| {
                    let rows: Vec<u32> = (0..rows as u32).filter(|_| chance.below(5) < 2).collect();
                    let cost = (chance.below(40) as f64 - 4.0) / 2.0;
                    (!rows.is_empty()).then_some(Candidate { rows, cost })
                })
                .collect();
            let count = (chance.below(2) == 0).then_some(2);
            let (cover, complete) = cover(rows, &pool, count, f64::INFINITY, 1_000_000);
            assert!(complete);
            let expected = brute(rows, &pool, count);
            assert_eq!(cover.is_some(), expected.is_some(), "seed {seed}");
            if let (Some(cover), Some(expected)) = (cover, expected) {
                assert!((cover.cost - expected).abs() < 1e-6, "seed {seed}: {} {expected}", cover.cost);
                found += 1;
            } else {
                none += 1;
            }
        }
        assert!(found > 50 && none > 20, "{found} {none}");
    }
}
