//! An invented stream of short estate texts with common issues in it, one request after another through the online
//! assignment of the product: how many of the alerts at the third household are right, how many issues ring, how late.

mod judge;
mod make;
mod online;
mod words;

use super::figures::{Figures, Wanted};
use crate::failure::Failure;
use guanjia_discover::category::Category;
use judge::{Judge, Tally};
use make::Stream;
use online::{Parts, follow};
use words::KINDS;

/// What is wanted of all kinds together: most alerts right, most issues found, within a day.
const PRECISION: f64 = 0.9;
const RECALL: f64 = 0.9;
const DAYS: f64 = 1.0;

/// Runs a stream of so many days over so many estates, whole and without one part after the other.
pub fn stream(seed: u64, days: u32, estates: usize, json: bool) -> Result<(), Failure> {
    let stream = make::stream(seed, days, estates);
    let category = Category::of_matters();
    let whole = Parts { gate: true, text: true };
    let run = |parts, by_household| run(&stream, estates, &category, parts, by_household);
    let mut figures = Figures::new("stream", "this machine");
    figures.add("requests", stream.written.len() as f64, "", Wanted::Told);
    figures.add("issues injected", stream.kinds.len() as f64, "", Wanted::AtLeast(1.0));
    let copies = stream.written.iter().filter(|one| one.copy).count();
    figures.add("texts copied for another estate", copies as f64, "", Wanted::Told);
    let (kinds, all, strayed) = run(whole, true);
    figures.add("precision", all.precision(), "", Wanted::AtLeast(PRECISION));
    figures.add("recall", all.recall(), "", Wanted::AtLeast(RECALL));
    figures.add("days from third household to alert", all.days(), "d", Wanted::AtMost(DAYS));
    figures.add("copies in an issue elsewhere", strayed as f64, "", Wanted::AtMost(0.0));
    for (kind, tally) in KINDS.iter().zip(kinds) {
        figures.add(kind.names[0], tally.precision(), "", Wanted::Told);
        figures.add(kind.names[1], tally.recall(), "", Wanted::Told);
        figures.add(kind.names[2], tally.days(), "d", Wanted::Told);
    }
    let (_, open, strayed) = run(Parts { gate: false, ..whole }, true);
    figures.add("without place gate, precision", open.precision(), "", Wanted::Told);
    figures.add("without place gate, recall", open.recall(), "", Wanted::Told);
    figures.add("without place gate, copies strayed", strayed as f64, "", Wanted::AtLeast(1.0));
    let (_, mute, _) = run(Parts { text: false, ..whole }, true);
    figures.add("without text, precision", mute.precision(), "", Wanted::AtMost(all.precision()));
    figures.add("without text, recall", mute.recall(), "", Wanted::Told);
    let (_, loud, _) = run(whole, false);
    figures.add("messages counted, precision", loud.precision(), "", Wanted::AtMost(all.precision()));
    figures.add("messages counted, recall", loud.recall(), "", Wanted::Told);
    figures.tell(json)
}

/// Tallies by kind and overall, and how many copied texts came into an issue of another estate.
fn run(
    stream: &Stream,
    estates: usize,
    category: &Category,
    parts: Parts,
    by_household: bool,
) -> ([Tally; KINDS.len()], Tally, usize) {
    let written = &stream.written;
    let (mut judge, mut last) = (Judge::new(stream, by_household), Vec::new());
    follow(written, estates, category, parts, |now, issues| {
        judge.hear(now, issues);
        if now + 1 == written.len() {
            last = issues.to_vec();
        }
    });
    let strayed = |one: &&usize, issue: &[usize]| {
        written[**one].copy && issue.iter().any(|other| written[*other].estate != written[**one].estate)
    };
    let strayed = last.iter().map(|issue| issue.iter().filter(|one| strayed(one, issue)).count()).sum();
    let (kinds, all) = judge.tallies();
    (kinds, all, strayed)
}

#[cfg(test)]
mod tests;
