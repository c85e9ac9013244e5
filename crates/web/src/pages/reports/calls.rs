//! The register of calls for help of a month, and its lines in the workbook.

use super::month_of;
use crate::fault::Fault;
use crate::pages::call::words::{rule_words, stage_of, unit_words};
use crate::view::Section;
use crate::view::report::{CallRegisterPage, CallRegisterRow};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::report::CallEntry;
use guanjia_domain::Moment;
use guanjia_domain::call::{Rule, Said};
use guanjia_domain::report::start_of;
use guanjia_sheets::BookCell;

/// `GET /reports/{month}/calls`.
pub(crate) async fn calls(visitor: Visitor, Path(month): Path<String>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Reports), move |visitor, tx, seat| {
            let (app, who, words) = (visitor.site.app(), &seat.signed_in.who, visitor.look.words());
            let month = month_of(&month)?;
            let found = app.call_register(tx, who, seat.home, month)?;
            let rows = found.lines.iter().map(|line| row(words, line)).collect();
            html(&CallRegisterPage { page: seat.frame, month: month.to_string(), rows })
        })
        .await
}

fn row(words: &Words, line: &CallEntry) -> CallRegisterRow {
    let (call, millis) = (&line.call, |at: Moment| at.0);
    let (from, to) = (unit_words(words, &line.from), unit_words(words, &line.to));
    CallRegisterRow {
        href: format!("/calls/{}", call.id),
        at: line.at.map(millis),
        estate: line.estate.clone(),
        numbers: numbers(words, line),
        who: format!("{from} → {to}"),
        assists: line.assists,
        asked: line.asked.clone(),
        by_when: call.by_when.to_string(),
        said: said(line.said),
        said_at: said_at(line.said).map(millis),
        rule: rule(words, line),
        stage: stage_of(call.stage),
        done_at: call.ended_at.or(call.answered_at).map(millis),
    }
}

/// The cells of a line, in the order of [`COLUMNS`]. What somebody typed stays on the pages: a file that left the house
/// cannot be erased with its author.
pub(super) fn cells(words: &Words, line: &CallEntry) -> Vec<BookCell<'static>> {
    let (call, time) = (&line.call, |at: Option<Moment>| at.map_or(BookCell::Empty, BookCell::Time));
    let say = |key: &str| BookCell::text(words.say(key).to_owned());
    vec![
        time(line.at),
        BookCell::text(line.estate.clone()),
        BookCell::text(numbers(words, line)),
        BookCell::text(unit_words(words, &line.from)),
        BookCell::text(unit_words(words, &line.to)),
        if line.assists { say("report-yes") } else { BookCell::Empty },
        BookCell::Day(start_of(call.by_when)),
        say(said(line.said)),
        time(said_at(line.said)),
        BookCell::text(listed(words, line)),
        say(stage_of(call.stage).key()),
        time(call.answered_at),
        time(call.ended_at),
    ]
}

/// The headings of the calls in a workbook.
pub(super) const COLUMNS: [&str; 13] = [
    "col-called",
    "col-estate",
    "col-requests-numbers",
    "col-call-from",
    "col-call-to",
    "call-assists",
    "call-by-when",
    "col-call-said",
    "col-call-said-at",
    "call-rule",
    "col-state",
    "col-call-answered",
    "col-ended",
];

fn numbers(words: &Words, line: &CallEntry) -> String {
    let numbers: Vec<_> = line.numbers.iter().map(ToString::to_string).collect();
    numbers.join(words.say("list-comma"))
}

const fn said(said: Said) -> &'static str {
    match said {
        Said::Nothing => "call-said-nothing",
        Said::Yes { .. } => "call-said-yes",
        Said::No { .. } => "call-said-no",
    }
}

const fn said_at(said: Said) -> Option<Moment> {
    match said {
        Said::Nothing => None,
        Said::Yes { at } | Said::No { at, .. } => Some(at),
    }
}

/// The rule on which a refusal rests.
fn rule(words: &Words, line: &CallEntry) -> String {
    if line.typed_rule.is_empty() { listed(words, line) } else { line.typed_rule.clone() }
}

/// The same, where it is one of the list.
fn listed(words: &Words, line: &CallEntry) -> String {
    match line.said {
        Said::No { rule: Rule::Listed(rule), .. } => rule_words(words, rule),
        _ => String::new(),
    }
}
