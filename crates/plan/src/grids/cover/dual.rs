//! Prices of rows: a bound for every cover.

use super::Candidate;

/// What the rows of a candidate are priced at.
pub(super) fn price_of(candidate: &Candidate, prices: &[f64]) -> f64 {
    candidate.rows.iter().map(|&row| prices[row as usize]).sum()
}

/// Prices of rows under which no candidate has a negative reduced cost: a lower bound by weak duality.
pub(super) fn dual_ascent(rows: usize, pool: &[Candidate]) -> Vec<f64> {
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
