//! Several requests, one issue: candidate pairs, a small additive pair model, a hard place gate, assignment day by day,
//! and proposals to merge whole issues.
//!
//! Everything is computed from requests in the order of day and id, so the order in which they came inside a day
//! changes nothing.

mod candidates;
mod document;
mod explain;
mod gate;
mod group;
mod merge;
mod names;
mod pair;
mod place;
mod vocabulary;
mod why;

#[cfg(test)]
mod tests;

pub use explain::explain;
pub use gate::Constraints;
pub use merge::Proposal;
pub use names::sites;
pub use pair::{Features, Weights};
pub use place::{KnownEstate, Located, Places};
pub use why::Why;

use candidates::Index;
use document::{Document, documents};
use gate::Gate;
use group::{Edge, Groups, Linkage};
use pair::{NEVER, features};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use vocabulary::Vocabulary;

/// So many of the nearest earlier requests are compared with each.
const COMPARED: usize = 20;

/// A request as it is compared.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// Its id, unique.
    pub id: &'a str,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// What people called it; may be empty.
    pub title: &'a str,
    /// What they wrote.
    pub text: &'a str,
    /// The household or person, opaque.
    pub reporter: Option<&'a str>,
    /// Where, as far as it is known.
    pub place: Located,
    /// The matter, where one was chosen or recognised with confidence.
    pub category: Option<&'a str>,
}

/// An issue: at least two requests.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Indices of the requests, by day and id.
    pub members: Vec<usize>,
    /// The member that is most like the others.
    pub label: usize,
    /// The place that the members have in common.
    pub place: Located,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// Distinct reporters; a request without one counts as one.
    pub households: usize,
    /// The member that fits least, with how sure it is to belong, from 0 to 1.
    pub weakest: (usize, f64),
    /// Why they are together.
    pub why: Vec<Why>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The issues, the earliest first.
    pub issues: Vec<Issue>,
    /// Requests that are alone.
    pub unassigned: Vec<usize>,
    /// Issues (by index) that may be one; a person decides.
    pub proposals: Vec<Proposal>,
}

/// Finds the issues. `progress` hears how much of how much is done.
#[must_use]
pub fn discover(
    requests: &[Request],
    constraints: &Constraints,
    weights: &Weights,
    mut progress: impl FnMut(u64, u64),
) -> Found {
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by_key(|one| (document::day(requests[*one].at), requests[*one].id));
    let sorted: Vec<&Request> = order.iter().map(|one| &requests[*one]).collect();
    let all = 3 * requests.len() as u64;
    let mut done = 0;
    let mut step = || {
        done += 1;
        if done % 256 == 0 {
            progress(done, all);
        }
    };
    let (documents, words) = documents(&sorted, &mut step);
    let gate = Gate::new(&sorted, &order, constraints);
    let matcher = Matcher {
        requests: &sorted,
        documents: &documents,
        words: &words,
        weights,
        known: RefCell::default(),
    };
    let mut groups = Groups::new(sorted.len(), Linkage::default());
    for (a, b) in gate.together() {
        groups.unite(groups.of(*a), groups.of(*b));
    }
    let touching = assign(&mut groups, &matcher, &gate, &mut step);
    let proposed = merge::proposals(&groups, &documents, &words, &touching, |a, b| gate.may(a, b));
    why::found(&groups, &matcher, &order, &proposed)
}

/// Day by day: each request is compared with the nearest earlier ones, and the surest pairs of the day are joined
/// first. Returns the pairs that were near but did not join.
fn assign(groups: &mut Groups, matcher: &Matcher, gate: &Gate, step: &mut impl FnMut()) -> Vec<Edge> {
    let documents = matcher.documents;
    let mut index = Index::new(matcher.words.len(), documents.len());
    let (mut today, mut touching) = (Vec::new(), Vec::new());
    for request in 0..documents.len() {
        let document = &documents[request];
        for earlier in index.nearest(document, matcher.words, COMPARED) {
            let score = matcher.score(request as u32, earlier);
            if score >= groups.least() {
                today.push(Edge { from: request as u32, to: earlier, score });
            } else if score >= merge::TOUCH {
                touching.push(Edge { from: request as u32, to: earlier, score });
            }
        }
        index.add(request as u32, document, matcher.words);
        step();
        if documents.get(request + 1).is_none_or(|next| next.day != document.day) {
            groups.join(&mut today, |a, b| matcher.score(a, b), |a, b| gate.may(a, b));
            touching.append(&mut today);
        }
    }
    touching.retain(|edge| groups.of(edge.from) != groups.of(edge.to));
    touching
}

/// Compares requests by their place in the order.
struct Matcher<'a> {
    requests: &'a [&'a Request<'a>],
    documents: &'a [Document],
    words: &'a Vocabulary,
    weights: &'a Weights,
    /// Scores that were asked for, up to [`REMEMBERED`]: members of large issues are compared again and again.
    known: RefCell<FxHashMap<(u32, u32), f32>>,
}

/// So many scores are remembered.
const REMEMBERED: usize = 2_000_000;

impl Matcher<'_> {
    fn score(&self, a: u32, b: u32) -> f32 {
        let pair = (a.min(b), a.max(b));
        if let Some(score) = self.known.borrow().get(&pair) {
            return *score;
        }
        let score = self.compared(a, b);
        let mut known = self.known.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(pair, score);
        score
    }

    fn compared(&self, a: u32, b: u32) -> f32 {
        let (left, right) = (self.requests[a as usize], self.requests[b as usize]);
        if left.place.is_apart_from(&right.place) {
            return NEVER;
        }
        let mut found = features(&self.documents[a as usize], &self.documents[b as usize], self.words);
        found.know(left, right);
        self.weights.score(&found)
    }
}
