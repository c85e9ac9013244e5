//! Which messages belong together, and which pairs nobody could decide.

use std::collections::{BTreeMap, HashSet};

/// Labelled events over messages by index.
#[derive(Debug, Default)]
pub struct Gold {
    /// The event of each message.
    labels: Vec<Option<usize>>,
    /// The messages of each event, ascending.
    events: Vec<Vec<usize>>,
    /// Pairs that are not scored, the smaller first.
    undecided: HashSet<(usize, usize)>,
}

impl Gold {
    /// Names of events by message, an empty one where it is alone. Pairs inside a family, which brings its messages'
    /// whole events with it, are not scored unless they are of one event.
    pub fn new(names: &[String], families: &[Vec<usize>]) -> Self {
        let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            members.entry(name).or_default().push(at);
        }
        let mut gold = Self {
            labels: vec![None; names.len()],
            events: members.into_values().collect(),
            undecided: HashSet::new(),
        };
        for (event, members) in gold.events.iter().enumerate() {
            members.iter().for_each(|at| gold.labels[*at] = Some(event));
        }
        for family in families {
            let mut wide: Vec<usize> = family.clone();
            wide.extend(
                family.iter().filter_map(|at| gold.labels[*at]).flat_map(|event| &gold.events[event]),
            );
            wide.sort_unstable();
            wide.dedup();
            for (place, a) in wide.iter().enumerate() {
                let others: Vec<(usize, usize)> =
                    wide[place + 1..].iter().filter(|b| !gold.same(*a, **b)).map(|b| (*a, *b)).collect();
                gold.undecided.extend(others);
            }
        }
        gold
    }

    /// How many messages there are.
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// The event of a message.
    pub fn event(&self, message: usize) -> Option<usize> {
        self.labels[message]
    }

    /// The messages of each event.
    pub fn events(&self) -> &[Vec<usize>] {
        &self.events
    }

    /// Two messages of one event.
    pub fn same(&self, a: usize, b: usize) -> bool {
        self.labels[a].is_some() && self.labels[a] == self.labels[b]
    }

    /// A pair that is not scored.
    pub fn undecided(&self, a: usize, b: usize) -> bool {
        self.undecided.contains(&(a.min(b), a.max(b)))
    }

    /// The share of the pairs of a group that are not scored.
    pub fn doubt(&self, group: &[usize]) -> f64 {
        let pairs = group.len() * group.len().saturating_sub(1) / 2;
        let doubtful = |(place, a): (usize, &usize)| {
            group[place + 1..].iter().filter(|b| self.undecided(*a, **b)).count()
        };
        group.iter().enumerate().map(doubtful).sum::<usize>() as f64 / pairs.max(1) as f64
    }

    /// How much a group is one event: what both have, over the event and what else is in the group and is not undecided
    /// towards every member.
    pub fn overlap(&self, event: usize, group: &[usize]) -> f64 {
        let event = &self.events[event];
        let shared = group.iter().filter(|one| event.contains(one)).count();
        let strange = group
            .iter()
            .filter(|one| !event.contains(one) && !event.iter().any(|own| self.undecided(*own, **one)));
        shared as f64 / (event.len() + strange.count()) as f64
    }
}
