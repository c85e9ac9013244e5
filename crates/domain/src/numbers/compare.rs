//! Two groups of spells beside each other: is one slower, and how much?

use super::chance::chi_square_tail;
use super::curve::{Curve, Spell};

/// What the log-rank test says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogRank {
    /// How many of the first group would have ended if both were alike.
    pub expected: f64,
    /// The chi-square of one degree.
    pub chi_square: f64,
    /// The chance of such a difference, or a larger one, if both were alike.
    pub chance: f64,
}

/// The log-rank test of two groups: at each time at which anything ended, as many of the first group as its part of
/// what was open are expected to. (N. Mantel, Evaluation of survival data and two new rank order statistics arising in
/// its consideration, Cancer Chemotherapy Reports 50, 1966, 163–170.) `None` when nothing can be said.
#[must_use]
pub fn log_rank(first: &[Spell], second: &[Spell]) -> Option<LogRank> {
    let mut all: Vec<_> = first.iter().map(|it| (*it, true)).collect();
    all.extend(second.iter().map(|it| (*it, false)));
    all.sort_unstable();
    let (mut open, mut open_first) = (all.len() as f64, first.len() as f64);
    let (mut seen, mut expected, mut spread) = (0.0, 0.0, 0.0);
    for same in all.chunk_by(|one, next| one.0.0 == next.0.0) {
        let ended = same.iter().filter(|it| it.0.1).count() as f64;
        let part = open_first / open;
        seen += same.iter().filter(|it| it.0.1 && it.1).count() as f64;
        expected += ended * part;
        if open > 1.0 {
            spread += ended * part * (1.0 - part) * (open - ended) / (open - 1.0);
        }
        open -= same.len() as f64;
        open_first -= same.iter().filter(|it| it.1).count() as f64;
    }
    let far: f64 = seen - expected;
    let chi_square = far * far / spread;
    (spread > 0.0).then(|| LogRank { expected, chi_square, chance: chi_square_tail(chi_square) })
}

/// How many times as long the first group takes as the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// Median of the first by median of the second.
    pub ratio: f64,
    /// Its interval at about 95 %; the upper end is not known while too many of the first are open.
    pub low: f64,
    /// See `low`.
    pub high: Option<f64>,
}

/// The ratio of the medians of two curves. Its interval is put together from the intervals of both medians on the
/// scale of logarithms, and supposes nothing about the shape of either. (G. Y. Zou, A. Donner, Construction of
/// confidence limits about effect measures: a general approach, Statistics in Medicine 27, 2008, 1693–1702.) `None`
/// while one of the medians is not known, or nothing is known of how far the second may reach.
#[must_use]
pub fn ratio(first: &Curve, second: &Curve) -> Option<Ratio> {
    // A second, or whatever the unit is: something that ends at once has no logarithm.
    let log = |at: i64| (at.max(1) as f64).ln();
    let (one, other) = (log(first.median()?), log(second.median()?));
    let ((low, high), (other_low, other_high)) = (first.median_interval()?, second.median_interval()?);
    let apart = one - other;
    let down = (one - log(low)).hypot(log(other_high?) - other);
    let up = high.map(|high| (log(high) - one).hypot(other - log(other_low)));
    Some(Ratio { ratio: apart.exp(), low: (apart - down).exp(), high: up.map(|up| (apart + up).exp()) })
}
