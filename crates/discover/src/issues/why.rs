//! Why requests are together, and what stands for an issue.

use super::group::Groups;
use super::merge::Proposal;
use super::{Found, Issue, Located, Matcher};
use crate::normal::half_width_small;
use rustc_hash::{FxHashMap, FxHashSet};

/// A phrase counts as common from this share of the members on.
const COMMON: f32 = 0.6;
/// So many phrases are shown.
const PHRASES: usize = 3;
/// So many members are read for the phrases.
const READ: usize = 40;
/// So many members are compared to find the label and the weakest.
const COMPARED: usize = 20;

/// A reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Phrases that most members hold, the most telling first.
    Words(Vec<String>),
    /// A place that they have in common.
    Place(Located),
    /// How near in time, and how many.
    Time {
        /// From the first day to the last, 1 where it is one day.
        days: i64,
        /// Distinct reporters.
        households: usize,
        /// Requests.
        requests: usize,
    },
}

/// Issues and single requests, by index in the input.
pub fn found(groups: &Groups, matcher: &Matcher, order: &[usize], proposed: &[(f32, u32, u32)]) -> Found {
    let mut found = Found::default();
    let mut index: FxHashMap<u32, usize> = FxHashMap::default();
    for members in groups.all() {
        match members {
            [] => {}
            [one] => found.unassigned.push(order[*one as usize]),
            [first, ..] => {
                index.insert(groups.of(*first), found.issues.len());
                found.issues.push(issue(members, matcher, order));
            }
        }
    }
    found.proposals = proposed
        .iter()
        .filter_map(|(weight, a, b)| {
            let (a, b) = (*index.get(a)?, *index.get(b)?);
            Some(Proposal { first: a.min(b), second: a.max(b), weight: *weight })
        })
        .collect();
    found
}

fn issue(members: &[u32], matcher: &Matcher, order: &[usize]) -> Issue {
    let best: Vec<f32> = members.iter().map(|one| best_score(*one, members, matcher)).collect();
    let mean = best.iter().sum::<f32>() / best.len() as f32;
    let weakest = (0..members.len()).min_by(|a, b| best[*a].total_cmp(&best[*b])).unwrap_or(0);
    let label = label(members, matcher);
    let requests = || members.iter().map(|one| matcher.requests[*one as usize]);
    let known: FxHashSet<&str> = requests().filter_map(|request| request.reporter).collect();
    let households = known.len() + requests().filter(|request| request.reporter.is_none()).count();
    let place = requests()
        .map(|request| request.place.clone())
        .reduce(|common, next| common.common(&next))
        .unwrap_or_default();
    let days = matcher.documents[members[members.len() - 1] as usize].day
        - matcher.documents[members[0] as usize].day;
    let mut why = vec![Why::Words(phrases(label, members, matcher))];
    if place.estate.is_some() {
        why.push(Why::Place(place.clone()));
    }
    why.push(Why::Time { days: days + 1, households, requests: members.len() });
    Issue {
        members: members.iter().map(|one| order[*one as usize]).collect(),
        label: order[label as usize],
        place,
        score: sureness(mean),
        households,
        weakest: (order[members[weakest] as usize], sureness(best[weakest])),
        why,
    }
}

/// From a score to a share.
fn sureness(score: f32) -> f64 {
    1.0 / (1.0 + f64::from(-score).exp())
}

fn best_score(one: u32, members: &[u32], matcher: &Matcher) -> f32 {
    let others = members.iter().filter(|other| **other != one).take(COMPARED);
    others.map(|other| matcher.score(one, *other)).fold(f32::NEG_INFINITY, f32::max)
}

/// The member that is most like the others; of equal ones the first.
fn label(members: &[u32], matcher: &Matcher) -> u32 {
    let full = |one: u32| &matcher.documents[one as usize].full;
    let like = |one: u32| {
        members.iter().take(COMPARED).map(|other| super::vocabulary::cosine(full(one), full(*other))).sum()
    };
    let mut best = (members[0], f32::NEG_INFINITY);
    for one in members.iter().take(COMPARED) {
        let sum: f32 = like(*one);
        if sum > best.1 {
            best = (*one, sum);
        }
    }
    best.0
}

/// The phrases of the label that most members hold.
fn phrases(label: u32, members: &[u32], matcher: &Matcher) -> Vec<String> {
    // Members spread evenly over the issue speak for all.
    let count = members.len().min(READ);
    let members: Vec<u32> = (0..count).map(|place| members[place * members.len() / count]).collect();
    let (title, body) = super::document::split(matcher.requests[label as usize]);
    let common = |pair: [char; 2]| {
        let number = matcher.words.number(pair)?;
        let holds = |one: &&u32| {
            matcher.documents[**one as usize].full.binary_search_by_key(&number, |pair| pair.0).is_ok()
        };
        let share = members.iter().filter(holds).count() as f32 / members.len() as f32;
        (share >= COMMON).then(|| matcher.words.weight(number))
    };
    let mut found: Vec<(f32, String)> = Vec::new();
    for text in [title, body] {
        let chars: Vec<char> = text.chars().take(300).map(half_width_small).collect();
        let (mut phrase, mut weight) = (String::new(), 0.0);
        for pair in chars.windows(2) {
            match common([pair[0], pair[1]]) {
                Some(more) => {
                    if phrase.is_empty() {
                        phrase.push(pair[0]);
                    }
                    phrase.push(pair[1]);
                    weight += more;
                }
                None if !phrase.is_empty() => {
                    found.push((std::mem::take(&mut weight), std::mem::take(&mut phrase)));
                }
                None => {}
            }
        }
        if !phrase.is_empty() {
            found.push((weight, phrase));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut shown: Vec<String> = Vec::new();
    for (_, phrase) in found {
        if shown.len() < PHRASES
            && !shown.iter().any(|other| other.contains(&phrase) || phrase.contains(other.as_str()))
        {
            shown.push(phrase);
        }
    }
    shown
}
