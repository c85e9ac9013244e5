//! Exact covers: from a pool of candidate regions choose, so that every building is in exactly one, the cheapest.
//!
//! Set partitioning by dual ascent (prices of rows such that no candidate is worth less than nothing; Fisher and Kedia
//! 1990) and depth-first search with these prices as bound. Small pools are solved to the proved optimum; large
//! ones as far as the work allows.

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

fn price_of(candidate: &Candidate, prices: &[f64]) -> f64 {
    candidate.rows.iter().map(|&row| prices[row as usize]).sum()
}

/// Prices of rows under which no candidate has a negative reduced cost: a lower bound by weak duality.
fn dual_ascent(rows: usize, pool: &[Candidate]) -> Vec<f64> {
    let mut prices = vec![f64::INFINITY; rows];
    for candidate in pool {
        let share = candidate.cost / candidate.rows.len().max(1) as f64;
        for &row in &candidate.rows {
            prices[row as usize] = prices[row as usize].min(share);
        }
    }
    prices.iter_mut().filter(|it| !it.is_finite()).for_each(|it| *it = 0.0);
    let (mut best, mut sum) = (prices.clone(), f64::NEG_INFINITY);
    let rounds = (4_000_000 / pool.iter().map(|it| it.rows.len()).sum::<usize>().max(1)).clamp(5, 200);
    for round in 0..rounds {
        let made = feasible(&prices, pool);
        let total: f64 = made.iter().sum();
        if total > sum {
            (best, sum) = (made.clone(), total);
        }
        // A step of the subgradient of the relaxed problem, from the feasible point.
        let mut uses = vec![0_i32; rows];
        for candidate in pool {
            if candidate.cost - price_of(candidate, &made) <= 1e-9 * candidate.cost.abs() {
                candidate.rows.iter().for_each(|&row| uses[row as usize] += 1);
            }
        }
        let step = 0.2 * total.abs().max(1.0) / rows.max(1) as f64 / (1.0 + round as f64 / 10.0);
        for (price, used) in made.iter().zip(&uses).zip(&mut prices).map(|((made, used), price)| {
            *price = *made;
            (price, *used)
        }) {
            *price += step * f64::from((1 - used).clamp(-1, 1));
        }
    }
    best
}

/// Lowers prices until no candidate is worth less than nothing.
fn feasible(prices: &[f64], pool: &[Candidate]) -> Vec<f64> {
    let mut made = prices.to_vec();
    for candidate in pool {
        let over = price_of(candidate, &made) - candidate.cost;
        if over > 0.0 {
            let each = over / candidate.rows.len() as f64;
            candidate.rows.iter().for_each(|&row| made[row as usize] -= each);
        }
    }
    made
}

struct Search<'a> {
    pool: &'a [Candidate],
    by_row: &'a [Vec<usize>],
    reduced: &'a [f64],
    covered: Vec<bool>,
    left: usize,
    chosen: Vec<usize>,
    /// Reduced costs of what is chosen: by how much the bound has grown.
    slack: f64,
    bound: f64,
    best: Option<Vec<usize>>,
    limit: f64,
    count: Option<usize>,
    work: u64,
}

impl Search<'_> {
    fn fits(&self, number: usize) -> bool {
        self.pool[number].rows.iter().all(|&row| !self.covered[row as usize])
    }

    fn deepen(&mut self) {
        if self.left == 0 {
            if self.count.is_none_or(|count| count == self.chosen.len()) {
                self.limit = self.bound + self.slack;
                self.best = Some(self.chosen.clone());
            }
            return;
        }
        if self.count.is_some_and(|count| self.chosen.len() >= count) {
            return;
        }
        let Some(row) = self.narrowest() else { return };
        for place in 0..self.by_row[row].len() {
            let number = self.by_row[row][place];
            if self.bound + self.slack + self.reduced[number] >= self.limit - 1e-9 {
                return;
            }
            if self.work == 0 {
                return;
            }
            self.work -= 1;
            if !self.fits(number) {
                continue;
            }
            self.take(number, true);
            self.deepen();
            self.take(number, false);
        }
    }

    /// The open row with the fewest candidates that fit; among many rows the first few are looked at.
    fn narrowest(&self) -> Option<usize> {
        let open = (0..self.covered.len()).filter(|&row| !self.covered[row]).take(24);
        open.min_by_key(|&row| self.by_row[row].iter().take(64).filter(|&&it| self.fits(it)).count())
    }

    fn take(&mut self, number: usize, put: bool) {
        let rows = &self.pool[number].rows;
        rows.iter().for_each(|&row| self.covered[row as usize] = put);
        if put {
            self.left -= rows.len();
            self.slack += self.reduced[number];
            self.chosen.push(number);
        } else {
            self.left += rows.len();
            self.slack -= self.reduced[number];
            self.chosen.pop();
        }
    }
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
