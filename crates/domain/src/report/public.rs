//! What everybody may read of an estate: what was reported and what was done, by class, without words and persons.

use super::figure::is_done;
use super::small::{LEAST_SHOWN, Shown, shown_parts};
use super::tally::class_of;
use crate::moment::Moment;
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
    parts: [Part; 3],
}

/// Requests, and the households that made them.
#[derive(Clone, Debug, Default)]
struct Part {
    requests: u64,
    households: BTreeSet<Uuid>,
}

impl PublicTally {
    /// Takes a request in, as it stood at `cut`. A household counts once however often it speaks; where its room is not
    /// known, a unit, a building or the estate is one. Who joined may be anybody, and counts for none.
    pub fn take(&mut self, it: &Request, cut: Moment) {
        let part = match it.state {
            State::Voided | State::Merged => return,
            _ if it.ended_at.is_none_or(|at| at >= cut) => 2,
            State::Closed if is_done(it) => 0,
            State::Closed | State::Refused => 1,
            _ => 2,
        };
        let counts = self.0.entry(class_of(it).to_owned()).or_default();
        let place = it.place;
        let smaller = place.room.map(|it| it.0).or(place.unit.map(|it| it.0));
        let household = smaller.or(place.building.map(|it| it.0)).unwrap_or(place.estate.0);
        counts.parts[part].requests += 1;
        counts.parts[part].households.insert(household);
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
        if rest.parts.iter().any(|part| part.requests > 0) {
            lines.push(line("", &rest));
        }
        lines
    }
}

impl Counts {
    fn households(&self) -> u64 {
        self.parts.iter().flat_map(|part| &part.households).collect::<BTreeSet<_>>().len() as u64
    }

    fn is_small(&self) -> bool {
        self.households() < LEAST_SHOWN
    }

    fn add(&mut self, other: &Self) {
        for (sum, part) in self.parts.iter_mut().zip(&other.parts) {
            sum.requests += part.requests;
            sum.households.extend(&part.households);
        }
    }
}

fn line(class: &str, counts: &Counts) -> PublicLine {
    let parts = counts.parts.each_ref().map(|part| (part.requests, part.households.len() as u64));
    let (reported, [done, not_done, open]) = shown_parts(counts.households(), parts);
    PublicLine { class: class.to_owned(), reported, done, not_done, open }
}
