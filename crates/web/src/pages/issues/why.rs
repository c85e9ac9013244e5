//! What speaks for an issue and against it, in sentences.

use crate::present::matter_name;
use crate::words::Words;
use guanjia_app::issue::{Fit, IssueSheet};
use guanjia_domain::matter::MatterList;

/// A count as words take it.
fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Counts of names as one text: "4号楼 2 件、12号楼 1 件".
fn told(words: &Words, counts: &[(String, usize)]) -> String {
    let one = |(name, count): &(String, usize)| {
        words.say_with("why-count", &[("name", name.as_str().into()), ("n", number(*count).into())])
    };
    counts.iter().map(one).collect::<Vec<_>>().join(words.say("why-comma"))
}

/// What speaks for it.
pub(super) fn speaks_for(words: &Words, list: &MatterList, sheet: &IssueSheet) -> Vec<String> {
    let mut lines = Vec::new();
    if !sheet.phrases.is_empty() {
        let phrases: Vec<String> = sheet.phrases.iter().map(|it| format!("“{it}”")).collect();
        let phrases = phrases.join(words.say("why-comma"));
        lines.push(words.say_with("why-words", &[("phrases", phrases.as_str().into())]));
    }
    match &sheet.buildings[..] {
        [] => lines.push(words.say_with("why-estate", &[("estate", sheet.line.estate.as_str().into())])),
        [(one, _)] => lines.push(words.say_with("why-building", &[("building", one.as_str().into())])),
        many => {
            let buildings = told(words, many);
            lines.push(words.say_with("why-buildings", &[("buildings", buildings.as_str().into())]));
        }
    }
    if let Some((code, count)) = sheet.matters.first()
        && let Some(matter) = matter_name(words, list, Some(code))
    {
        lines.push(
            words.say_with("why-matter", &[("n", number(*count).into()), ("matter", matter.as_str().into())]),
        );
    }
    let (households, requests) = (number(sheet.line.households), number(sheet.line.requests));
    lines.push(words.say_with(
        "why-time",
        &[("days", sheet.days.into()), ("households", households.into()), ("requests", requests.into())],
    ));
    if let Some((weakest, Fit::Well)) = sheet.weakest {
        lines.push(words.say_with("why-weakest-well", &[("number", weakest.cast_signed().into())]));
    }
    lines
}

/// What speaks against it.
pub(super) fn speaks_against(words: &Words, list: &MatterList, sheet: &IssueSheet) -> Vec<String> {
    let mut lines = Vec::new();
    let weakest = match sheet.weakest {
        Some((weakest, Fit::Fairly)) => Some(("why-weakest-fairly", weakest)),
        Some((weakest, Fit::Poorly)) => Some(("why-weakest-poorly", weakest)),
        _ => None,
    };
    if let Some((key, weakest)) = weakest {
        lines.push(words.say_with(key, &[("number", weakest.cast_signed().into())]));
    }
    let others: Vec<(String, usize)> = sheet
        .matters
        .iter()
        .skip(1)
        .filter_map(|(code, count)| Some((matter_name(words, list, Some(code))?, *count)))
        .collect();
    if !others.is_empty() {
        lines.push(words.say_with("why-other-matters", &[("matters", told(words, &others).as_str().into())]));
    }
    if sheet.line.households < sheet.line.requests {
        let n = number(sheet.line.requests - sheet.line.households);
        lines.push(words.say_with("why-repeats", &[("n", n.into())]));
    }
    if !sheet.out.is_empty() {
        lines.push(words.say_with("why-taken-out", &[("n", number(sheet.out.len()).into())]));
    }
    lines
}
