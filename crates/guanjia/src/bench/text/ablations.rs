//! What each part earns: the same figures without it, and what that costs.

use super::alerts::{Right, Voices, alerts};
use super::group_score::score;
use super::groups::{found, merged};
use super::messages::Messages;
use super::tfidf::linked;
use crate::bench::figures::{Figures, Wanted};
use guanjia_discover::issues::{Weights, sites};
use std::collections::HashMap;

/// Without their words, messages about one site within so many milliseconds are one issue.
const MONTH: i64 = 30 * 24 * 60 * 60 * 1_000;

/// Measures the groups without the place gate, without the text, and the alert without counting households.
pub fn measure(messages: &Messages, figures: &mut Figures) {
    let whole = found(messages, &Weights::default());
    let (with, copies) = (score(&messages.gold, &whole), merged(messages, &whole));
    let ungated = found(messages, &Weights { gated: false, ..Weights::default() });
    let without = score(&messages.gold, &ungated);
    figures.add("without place gate, pair F1", without.pairs[2], "", Wanted::Told);
    figures.add("  which costs", with.pairs[2] - without.pairs[2], "", Wanted::AtLeast(0.0));
    let more = merged(messages, &ungated) - copies;
    figures.add("without place gate, more copies merged", more, "", Wanted::AtLeast(1.0));
    let mute = score(&messages.gold, &by_place(messages));
    figures.add("without text, pair F1", mute.pairs[2], "", Wanted::Told);
    figures.add("  which costs then", with.pairs[2] - mute.pairs[2], "", Wanted::AtLeast(0.0));
    let rung = |voices| alerts(&messages.all, &messages.gold, &whole, (voices, Right::ThreeHouseholds));
    let (households, counted) = (rung(Voices::Households), rung(Voices::Messages));
    figures.add("third message, F1 as three households", counted[2], "", Wanted::Told);
    figures.add("  which costs of the F1", households[2] - counted[2], "", Wanted::AtLeast(0.0));
    figures.add("  which costs of the precision", households[0] - counted[0], "", Wanted::AtLeast(0.0));
}

/// By place and time alone: the site that a title names first, within a month of the last.
fn by_place(messages: &Messages) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..messages.all.len()).collect();
    order.sort_by_key(|one| messages.all[*one].at);
    let mut last: HashMap<String, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for one in order {
        let Some(site) = sites(&messages.all[one].title).into_iter().next() else { continue };
        if let Some(before) = last.insert(site, one)
            && messages.all[one].at - messages.all[before].at <= MONTH
        {
            pairs.push((before, one));
        }
    }
    linked(messages.all.len(), pairs.into_iter())
}
