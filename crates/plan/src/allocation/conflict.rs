//! Why no plan keeps the rules: rows that cannot hold together, and the smallest relaxation.

use super::case::Case;
use super::form::TierOrder;
use super::rule::Rule;
use super::solve::{Failure, MOST_EXACT, Options, solve};

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// More estates than the officers may have together.
    Room {
        /// How many estates.
        estates: usize,
        /// How many the officers may have.
        room: usize,
    },
    /// Fewer estates than the officers must have together.
    TooFew {
        /// How many estates.
        estates: usize,
        /// How many the officers must have.
        least: usize,
    },
    /// These rules cannot all be met; without any one of them the others can. Where `relax` is dropped too, the whole
    /// case can be met.
    Rules {
        /// The rules.
        rules: Vec<Rule>,
        /// Of the whole case: the fewest that were found to be enough.
        relax: Vec<Rule>,
    },
    /// No plan was found, but that there is none is not proved.
    NotProved,
}

/// The most rules that a proposed relaxation drops.
const MOST_RELAXED: usize = 6;

/// Up to so many estates it is looked whether too many are left to too few officers.
const MOST_CROWDED: usize = 1_000;

/// Finds the conflict of a case without a plan.
#[must_use]
pub fn conflict(case: &Case, options: Options, stop: &mut dyn FnMut() -> bool) -> Conflict {
    let estates = case.estates.len();
    let room: usize = case.officers.iter().map(|who| who.max_estates).sum();
    let least: usize = case.officers.iter().map(|who| who.min_estates).sum();
    if estates > room {
        return Conflict::Room { estates, room };
    }
    if estates < least {
        return Conflict::TooFew { estates, least };
    }
    let mut possible = |case: &Case| match solve(case, options, stop) {
        Ok(_) => Some(true),
        Err(Failure::Impossible) => Some(false),
        Err(Failure::NotFound) => None,
    };
    if let Some(rules) = plain(case) {
        let relax = rules.iter().rev().find(|rule| possible(&rule.dropped(case)) == Some(true));
        return Conflict::Rules { relax: relax.map_or_else(|| rules.clone(), |rule| vec![*rule]), rules };
    }
    if estates > MOST_EXACT || possible(case) != Some(false) {
        return Conflict::NotProved;
    }
    let rules = irreducible(case, &mut possible);
    let mut relax: Vec<Rule> = Vec::new();
    let mut open = case.clone();
    while relax.len() < MOST_RELAXED {
        let rest = if relax.is_empty() { rules.clone() } else { irreducible(&open, &mut possible) };
        // What is easiest to change comes first in the list of rules, the order of the tiers last.
        let mut ranked = rest.clone();
        ranked.sort_by_key(|rule| *rule == Rule::Tiers);
        if let Some(rule) = ranked.iter().find(|rule| possible(&rule.dropped(&open)) == Some(true)) {
            relax.push(*rule);
            return Conflict::Rules { rules, relax };
        }
        let Some(rule) = ranked.first() else { break };
        relax.push(*rule);
        open = rule.dropped(&open);
    }
    Conflict::Rules { rules, relax }
}

/// Rules that contradict each other at sight.
#[must_use]
pub fn plain(case: &Case) -> Option<Vec<Rule>> {
    let pin = |estate: usize| case.pinned[estate].map(|officer| Rule::Pinned(estate, officer));
    let pins: Vec<(usize, usize)> = case
        .pinned
        .iter()
        .enumerate()
        .filter_map(|(estate, pin)| pin.map(|officer| (estate, officer)))
        .collect();
    for (officer, who) in case.officers.iter().enumerate() {
        let held: Vec<Rule> =
            pins.iter().filter(|one| one.1 == officer).filter_map(|one| pin(one.0)).collect();
        if held.len() > who.max_estates {
            return Some([vec![Rule::MaxEstates(officer)], held].concat());
        }
    }
    for (estate, list) in case.forbidden.iter().enumerate() {
        if list.len() == case.officers.len() {
            return Some(list.iter().map(|officer| Rule::Forbidden(estate, *officer)).collect());
        }
    }
    if case.estates.len() <= MOST_CROWDED
        && let Some(rules) = crowded(case)
    {
        return Some(rules);
    }
    if case.tier_order != TierOrder::Strict {
        return None;
    }
    let tier = |officer: usize| case.officers[officer].tier;
    let harder = |one: usize, other: usize| {
        case.estates[one].difficulty > case.estates[other].difficulty + case.tie_tolerance
    };
    let wrong = |(easy, high): &(usize, usize)| {
        let against = |(hard, low): &&(usize, usize)| tier(*high) < tier(*low) && harder(*hard, *easy);
        pins.iter()
            .find(against)
            .map(|(hard, low)| vec![Rule::Tiers, Rule::Pinned(*hard, *low), Rule::Pinned(*easy, *high)])
    };
    pins.iter().find_map(wrong)
}

/// Estates that are left to too few officers: where not every estate finds a place, those that compete for the same
/// officers are more than these may have (P. Hall, *On representatives of subsets*, 1935).
fn crowded(case: &Case) -> Option<Vec<Rule>> {
    let mut held = vec![Vec::new(); case.officers.len()];
    for estate in 0..case.estates.len() {
        let mut seen = vec![false; case.officers.len()];
        if placed(case, estate, &mut seen, &mut held) {
            continue;
        }
        let rivals = (0..seen.len())
            .filter(|officer| seen[*officer])
            .flat_map(|officer| held[officer].iter().copied());
        let rivals: Vec<usize> = rivals.chain([estate]).collect();
        let named = Rule::all(case).into_iter().filter(|rule| match rule {
            Rule::Forbidden(one, officer) => rivals.contains(one) && !seen[*officer],
            Rule::Pinned(one, _) => rivals.contains(one),
            Rule::MaxEstates(officer) => seen[*officer],
            _ => false,
        });
        return Some(named.collect());
    }
    None
}

/// Finds a place for an estate, moving others on where that helps.
fn placed(case: &Case, estate: usize, seen: &mut [bool], held: &mut [Vec<usize>]) -> bool {
    for (officer, who) in case.officers.iter().enumerate() {
        if seen[officer] || !case.may(estate, officer) {
            continue;
        }
        seen[officer] = true;
        if held[officer].len() < who.max_estates {
            held[officer].push(estate);
            return true;
        }
        for slot in 0..held[officer].len() {
            if placed(case, held[officer][slot], seen, held) {
                held[officer][slot] = estate;
                return true;
            }
        }
    }
    false
}

/// A set of rules that cannot be met together while every smaller one can: each rule is dropped for good if the rest
/// still cannot be met (the deletion filter of Chinneck and Dravnieks, ORSA Journal on Computing 3, 1991).
fn irreducible(case: &Case, possible: &mut dyn FnMut(&Case) -> Option<bool>) -> Vec<Rule> {
    let mut open = case.clone();
    let mut kept = Vec::new();
    for rule in Rule::all(case) {
        let without = rule.dropped(&open);
        if possible(&without) == Some(false) {
            open = without;
        } else {
            kept.push(rule);
        }
    }
    kept
}
