//! Who called whom about the same matter: a call must never come back to where it began.

use super::unit::HandlingUnit;
use std::collections::VecDeque;

/// One unit called another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Who called.
    pub from: HandlingUnit,
    /// Who was called.
    pub to: HandlingUnit,
}

/// The way on which a new call would come back to its caller: the caller, whom it would call, whom that one called, and
/// so on to the caller again. `None` when it does not come back.
#[must_use]
pub fn way_round(hands: &[Hand], new: Hand) -> Option<Vec<HandlingUnit>> {
    let mut ways = VecDeque::from([vec![new.from, new.to]]);
    let mut seen = vec![new.to];
    while let Some(way) = ways.pop_front() {
        let at = *way.last()?;
        if at == new.from {
            return Some(way);
        }
        for hand in hands.iter().filter(|hand| hand.from == at) {
            if hand.to == new.from || !seen.contains(&hand.to) {
                seen.push(hand.to);
                ways.push_back(way.iter().copied().chain([hand.to]).collect());
            }
        }
    }
    None
}
