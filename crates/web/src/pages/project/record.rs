//! What the record says of a project, in sentences: for the notice, for the group, and as the draft of the public
//! reply. Buildings and numbers; no door, and no words of residents.

use super::table::counts;
use super::words::count;
use crate::view::project::NeedCount;
use crate::view::project::kinds::worded;
use crate::words::Words;
use guanjia_app::project::ProjectSheet;
use guanjia_domain::project::{Got, Outcome, Stage, Why};
use std::collections::BTreeMap;

/// The sentences, a paragraph each.
pub(super) fn paragraphs(words: &Words, sheet: &ProjectSheet) -> Vec<String> {
    let (it, outcomes) = (&sheet.project, sheet.project.outcomes());
    let mut all = Vec::new();
    for line in counts(it, &outcomes) {
        let of: Vec<_> = outcomes.iter().filter(|at| at.demand.need.name() == line.need.slug()).collect();
        all.push(need_words(words, &line));
        all.push(buildings(words, sheet, &of));
        if it.stage != Stage::NotNow && line.pieces.0 > 0 {
            all.extend(got(words, &line, &of));
        }
    }
    let day =
        |key: &str, day: jiff::civil::Date| words.say_with(key, &[("day", day.to_string().as_str().into())]);
    if let (Stage::Consulting, Some(until)) = (it.stage, it.consulted_until) {
        all.push(day("plan-asked", until));
        all.push(sheet.text(it.consulted_words).to_owned());
    }
    if let Some(not_now) = it.not_now {
        all.push(sheet.text(Some(not_now.words)).to_owned());
        all.push(day("plan-look-again", not_now.until));
    }
    all.retain(|it| !it.is_empty());
    all
}

fn need_words(words: &Words, it: &NeedCount) -> String {
    let need = words.say(it.need.key());
    let args = [
        ("need", need.into()),
        ("doors", it.doors.into()),
        ("n", it.pieces.0.into()),
        ("done", it.pieces.1.into()),
    ];
    words.say_with(if it.pieces.0 > 0 { "record-need-pieces" } else { "record-need" }, &args)
}

fn buildings(words: &Words, sheet: &ProjectSheet, of: &[&Outcome]) -> String {
    let mut doors: Vec<(&str, usize)> = Vec::new();
    for outcome in of {
        let name = sheet.doors.building(outcome.demand.door.building);
        match doors.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => doors.push((name, 1)),
        }
    }
    let one = |(name, n): &(&str, usize)| {
        words.say_with("record-building", &[("name", (*name).into()), ("n", count(*n).into())])
    };
    let list = doors.iter().map(one).collect::<Vec<_>>().join(words.say("list-comma"));
    words.say_with("record-buildings", &[("list", list.as_str().into())])
}

fn got(words: &Words, line: &NeedCount, of: &[&Outcome]) -> Option<String> {
    let mut why: BTreeMap<Why, usize> = BTreeMap::new();
    for outcome in of {
        if let Got::Partly(because) | Got::NotYet(because) = outcome.got {
            *why.entry(because).or_default() += 1;
        }
    }
    let one = |(why, n): (&Why, &usize)| {
        let why = worded!(words, Why, why.name());
        words.say_with("record-why", &[("why", why.as_str().into()), ("n", count(*n).into())])
    };
    let list = why.iter().map(one).collect::<Vec<_>>().join(words.say("list-comma"));
    let args = [
        ("served", line.served.into()),
        ("partly", line.partly.into()),
        ("rest", line.not_yet.into()),
        ("list", list.as_str().into()),
    ];
    (line.doors > 0).then(|| words.say_with(if list.is_empty() { "record-all" } else { "record-got" }, &args))
}
