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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allocation::form::EstateForm;

    fn estate(households: f64, residents: f64) -> EstateForm {
        EstateForm { households: Some(households), residents: Some(residents), ..EstateForm::default() }
    }

    #[test]
    fn a_near_pair_turns_and_a_far_one_does_not() {
        // Households 0.3, residents 0.2: 100 × (0.3 · 0.4 + 0.2 · 0.63) ÷ 0.5 against 0.4 and 0.6 turned round.
        let estates = vec![estate(0.0, 0.0), estate(100.0, 100.0), estate(42.0, 63.0), estate(55.0, 42.0)];
        let flips = sensitivity(&Form { estates, ..Form::default() }, 0.1);
        assert!(!flips.is_empty());
        assert!(flips.iter().all(|flip| (flip.harder, flip.easier) == (2, 3)), "{flips:?}");
        assert!(flips.contains(&Flip { indicator: "households", change: 0.1, harder: 2, easier: 3 }));
        assert!(!flips.iter().any(|flip| flip.indicator == "households" && flip.change < 0.0));
    }
}
