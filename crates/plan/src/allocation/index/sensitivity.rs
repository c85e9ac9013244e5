//! Which ranks hang on a weight: each weight ± a share, one after the other.

use super::difficulty::{parts, scaled_indicators};
use crate::allocation::form::{Form, Weights};

/// Two estates that change places in the ranking when a weight changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The indicator whose weight changes.
    pub indicator: &'static str,
    /// By what share: 0.1 is ten per cent more.
    pub change: f64,
    /// The estate that was harder, by its place in the input.
    pub harder: usize,
    /// The estate that becomes harder.
    pub easier: usize,
}

/// The pairs whose order turns when one weight changes by ± `share` (0.1: ten per cent). Estates with a given
/// difficulty keep it. A pair that becomes a tie has not turned.
#[must_use]
pub fn sensitivity(form: &Form, share: f64) -> Vec<Flip> {
    let weights = form.weights.unwrap_or(Weights::REFERENCE);
    let scaled = scaled_indicators(&form.estates);
    let ranking = |weights: &Weights| -> Vec<Option<f64>> {
        let derived = |one: &[Option<f64>; 5]| {
            let parts = parts(one, weights);
            (!parts.is_empty()).then(|| parts.iter().map(|part| part.points).sum())
        };
        let each = form.estates.iter().zip(&scaled);
        each.map(|(estate, one)| estate.difficulty.or_else(|| derived(&one.values))).collect()
    };
    let before = ranking(&weights);
    let mut flips = Vec::new();
    for (place, indicator) in super::INDICATORS.into_iter().enumerate() {
        for change in [share, -share] {
            let mut changed = weights.list();
            changed[place] *= 1.0 + change;
            let after = ranking(&Weights::of(changed));
            for harder in 0..before.len() {
                for easier in 0..before.len() {
                    if harder_than(&before, harder, easier) && harder_than(&after, easier, harder) {
                        flips.push(Flip { indicator, change, harder, easier });
                    }
                }
            }
        }
    }
    flips
}

/// With a hair's breadth between them, so that rounding turns nothing.
fn harder_than(ranking: &[Option<f64>], one: usize, other: usize) -> bool {
    ranking[one].zip(ranking[other]).is_some_and(|(one, other)| one > other + 1e-9)
}
