//! Whether what was asked is in range.

use super::ask::{Ask, Seat};
use crate::refusal::Refusal;

/// The lowest tier.
const LOWEST_TIER: u8 = 9;
/// The most estates of one officer.
const MOST_ESTATES: u8 = 20;
/// The least working time in per cent.
const LEAST_PERCENT: u8 = 10;
/// The largest tie, in tenths of a point.
const LARGEST_TIE: u16 = 1_000;

impl Ask {
    /// Checks every number.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] with the field that is out of range.
    pub fn check(&self) -> Result<(), Refusal> {
        let wrong = |field, value: String| Err(Refusal::NotAChoice { field, value });
        if self.weights.iter().all(|weight| *weight == 0) {
            return wrong("weights", "0".to_owned());
        }
        if let Some(weight) = self.weights.iter().find(|weight| **weight > 100) {
            return wrong("weights", weight.to_string());
        }
        if let Some(pair) = self.pairs.iter().flatten().find(|pair| pair.abs() > 8) {
            return wrong("pairs", pair.to_string());
        }
        let shares = self.figures.iter().flat_map(|it| [it.elderly, it.tenants]).flatten();
        if let Some(share) = shares.into_iter().find(|share| *share > 100) {
            return wrong("figures", share.to_string());
        }
        if self.tie > LARGEST_TIE {
            return wrong("tie", self.tie.to_string());
        }
        if self.seats.is_empty() {
            return wrong("seats", String::new());
        }
        self.seats.iter().try_for_each(Seat::check)
    }
}

impl Seat {
    fn check(&self) -> Result<(), Refusal> {
        let wrong = |field, value: u8| Err(Refusal::NotAChoice { field, value: value.to_string() });
        if !(1..=LOWEST_TIER).contains(&self.tier) {
            return wrong("tier", self.tier);
        }
        if self.most > MOST_ESTATES {
            return wrong("most", self.most);
        }
        if self.least > self.most {
            return wrong("least", self.least);
        }
        if !(LEAST_PERCENT..=100).contains(&self.percent) {
            return wrong("percent", self.percent);
        }
        Ok(())
    }
}
