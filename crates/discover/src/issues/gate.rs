//! What may never be together: other known estates, and what a person took apart.

use super::{Located, Request};
use rustc_hash::FxHashMap;

/// What persons decided, by index of the requests. It holds for ever.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// Pairs that were confirmed.
    pub together: Vec<(usize, usize)>,
    /// Pairs that were taken apart.
    pub apart: Vec<(usize, usize)>,
}

/// The gate, by place in the order.
pub struct Gate<'a> {
    places: Vec<&'a Located>,
    together: Vec<(u32, u32)>,
    apart: FxHashMap<u32, Vec<u32>>,
}

impl<'a> Gate<'a> {
    /// `order` says which request of the input stands where.
    pub fn new(sorted: &[&'a Request], order: &[usize], constraints: &Constraints) -> Self {
        let mut at = vec![u32::MAX; order.len()];
        for (place, request) in order.iter().enumerate() {
            at[*request] = place as u32;
        }
        let pair = |(a, b): &(usize, usize)| Some((*at.get(*a)?, *at.get(*b)?));
        let mut apart: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (a, b) in constraints.apart.iter().filter_map(pair) {
            apart.entry(a).or_default().push(b);
            apart.entry(b).or_default().push(a);
        }
        Self {
            places: sorted.iter().map(|request| &request.place).collect(),
            together: constraints.together.iter().filter_map(pair).collect(),
            apart,
        }
    }

    /// What was confirmed.
    pub fn together(&self) -> &[(u32, u32)] {
        &self.together
    }

    /// Whether two issues may become one: together they name one known estate at most, and nobody took members of them
    /// apart.
    pub fn may(&self, a: &[u32], b: &[u32]) -> bool {
        let estate =
            |members: &[u32]| members.iter().find_map(|one| self.places[*one as usize].estate.as_deref());
        let apart = |members: &[u32], others: &[u32]| {
            members.iter().filter_map(|one| self.apart.get(one)).flatten().any(|other| others.contains(other))
        };
        let same = match (estate(a), estate(b)) {
            (Some(left), Some(right)) => left == right,
            _ => true,
        };
        same && (self.apart.is_empty() || !apart(a, b))
    }
}
