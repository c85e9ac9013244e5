//! What everybody may read of an estate: what was reported and what was done, by class, without words and persons.

use super::figure::is_done;
use super::small::{LEAST_SHOWN, Shown, shown_parts};
use super::tally::class_of;
use crate::request::{Request, State};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A class of matters in public figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicLine {
    /// Two digits; empty for requests without a matter.
    pub class: String,
    /// Reported.
    pub reported: Shown,
    /// Of them, done.
    pub done: Shown,
    /// Of them, ended without being done, for a reason.
    pub not_done: Shown,
    /// Of them, open.
    pub open: Shown,
}

/// Counts for the public.
#[derive(Clone, Debug, Default)]
pub struct PublicTally(BTreeMap<String, Counts>);

#[derive(Clone, Debug, Default)]
struct Counts {
    households: BTreeSet<Uuid>,
    joined: u64,
    parts: [u64; 3],
}

impl PublicTally {
    /// Takes a request in. A household counts once however often it speaks, as far as its room is known.
    pub fn take(&mut self, it: &Request) {
        let part = match it.state {
            State::Voided | State::Merged => return,
            State::Closed if is_done(it) => 0,
            State::Closed | State::Refused => 1,
            _ => 2,
        };
        let counts = self.0.entry(class_of(it).to_owned()).or_default();
        counts.households.insert(it.place.room.map_or(it.id.0, |room| room.0));
        counts.joined += u64::from(it.joined);
        counts.parts[part] += 1;
    }

    /// The classes in their order. Those below the limit stand together in one line without a class, so that nothing
    /// can be taken off a sum to find them; that line too is only as open as the limit lets it be.
    #[must_use]
    pub fn lines(&self) -> Vec<PublicLine> {
        let (mut lines, mut rest) = (Vec::new(), Counts::default());
        for (class, counts) in &self.0 {
            if class.is_empty() || counts.is_small() {
                rest.add(counts);
            } else {
                lines.push(line(class, counts));
            }
        }
        if rest.parts != [0; 3] {
            lines.push(line("", &rest));
        }
        lines
    }
}

impl Counts {
    fn households(&self) -> u64 {
        self.households.len() as u64 + self.joined
    }

    fn is_small(&self) -> bool {
        self.households() < LEAST_SHOWN
    }

    fn add(&mut self, other: &Self) {
        self.households.extend(&other.households);
        self.joined += other.joined;
        for (sum, part) in self.parts.iter_mut().zip(other.parts) {
            *sum += part;
        }
    }
}

fn line(class: &str, counts: &Counts) -> PublicLine {
    let whole = counts.parts.iter().sum();
    let (reported, [done, not_done, open]) = shown_parts(counts.households(), whole, counts.parts);
    PublicLine { class: class.to_owned(), reported, done, not_done, open }
}
