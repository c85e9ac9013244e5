//! From tags to parts, and how good they are.

use super::Sign;
use std::collections::BTreeMap;

/// A part of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The tag without `B-` and `I-`.
    pub tag: String,
    /// Where it begins, in characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The parts that tags make: a part begins with `B-`, or where the kind changes.
#[must_use]
pub fn spans_of(signs: &[Sign], tags: &[&str]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (sign, tag) in signs.iter().zip(tags) {
        let (begins, name) = match tag.split_once('-') {
            Some((first, name)) => (first == "B", name),
            None => {
                goes_on = false;
                continue;
            }
        };
        match spans.last_mut().filter(|last| goes_on && !begins && last.tag == name) {
            Some(last) => last.end = sign.end,
            None => spans.push(Span { tag: name.to_owned(), start: sign.start, end: sign.end }),
        }
        goes_on = true;
    }
    spans
}

/// Precision, recall and F1 over all parts, and of each tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpanScore {
    /// Over all parts.
    pub all: [f64; 3],
    /// Of each tag.
    pub per_tag: BTreeMap<String, [f64; 3]>,
}

/// Compares the true parts of each address with those found; a part counts only if tag, beginning and end are right.
#[must_use]
pub fn score_spans(pairs: &[(Vec<Span>, Vec<Span>)]) -> SpanScore {
    let mut counts: BTreeMap<&str, [f64; 3]> = BTreeMap::new();
    for (truth, found) in pairs {
        truth.iter().for_each(|span| counts.entry(&span.tag).or_default()[0] += 1.0);
        for span in found {
            let count = counts.entry(&span.tag).or_default();
            count[1] += 1.0;
            count[2] += f64::from(u8::from(truth.contains(span)));
        }
    }
    let ratio = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let figures = |[truth, found, hit]: [f64; 3]| {
        [ratio(hit, found), ratio(hit, truth), ratio(2.0 * hit, truth + found)]
    };
    let sum = counts.values().fold([0.0; 3], |sum, one| [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]]);
    let per_tag = counts.iter().map(|(tag, count)| ((*tag).to_owned(), figures(*count))).collect();
    SpanScore { all: figures(sum), per_tag }
}
