//! Chances under the normal law, and what to make of several at once.

use std::f64::consts::PI;

/// The chance that a chi-square of one degree is at least so large: twice the tail of the normal law.
#[must_use]
pub fn chi_square_tail(value: f64) -> f64 {
    if value.is_nan() || value <= 0.0 { 1.0 } else { erfc((value / 2.0).sqrt()) }
}

/// The complementary error function for `x` from 0 on: the series near 0 (DLMF 7.6.1), farther out the continued
/// fraction (DLMF 7.9.1), from its far end.
fn erfc(x: f64) -> f64 {
    if x < 2.0 {
        let (mut term, mut sum) = (x, x);
        for n in 1..60 {
            let n = f64::from(n);
            term *= -x * x / n;
            sum += term / (2.0 * n + 1.0);
        }
        return 1.0 - 2.0 / PI.sqrt() * sum;
    }
    let mut rest = x;
    for n in (1..120).rev() {
        rest = x + f64::from(n) / 2.0 / rest;
    }
    (-x * x).exp() / PI.sqrt() / rest
}

/// Chances of several looks at once, each made larger so that all of them together mislead in at most 5 of 100 such
/// pages. (S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6,
/// 1979, 65–70.) In the order in which they were given.
#[must_use]
pub fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|one, other| chances[*one].total_cmp(&chances[*other]));
    let (mut corrected, mut most) = (vec![1.0; chances.len()], 0.0_f64);
    for (rank, at) in order.iter().enumerate() {
        let looks = (chances.len() - rank) as f64;
        most = most.max((chances[*at] * looks).min(1.0));
        corrected[*at] = most;
    }
    corrected
}
