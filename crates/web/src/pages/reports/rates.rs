//! The rates of a month, each number with the requests behind it, and the list of these.

use super::register::{Head, Only, list};
use crate::fault::Fault;
use crate::pages::numbers::keys;
use crate::view::numbers::Link;
use crate::view::report::{RateKind, RateRow};
use crate::visitor::Visitor;
use crate::words::Words;
use axum::extract::{Path, Query};
use axum::response::Response;
use guanjia_app::report::Which;
use guanjia_domain::Refusal;
use guanjia_domain::numbers::{FEWEST, Measure, Out, Part, Rate, Rates};
use guanjia_domain::report::Month;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfRate {
    part: String,
    after: Option<String>,
}

/// `GET /reports/{month}/rates/{rate}`: what counts in one way in a rate.
pub(crate) async fn rate(
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(asked): Query<OfRate>,
) -> Result<Response, Fault> {
    let title = RateKind::from_slug(&name).ok_or(Refusal::NotFound)?.key();
    let measure = Measure::of_name(&name).ok_or(Refusal::NotFound)?;
    let part = Part::of_name(&asked.part).ok_or(Refusal::NotFound)?;
    let words = visitor.look.words();
    let mut named = vec![words.say(keys::of_part(part)).to_owned()];
    if let Part::Out(why) = part {
        named.push(words.say(keys::of_reason(why)).to_owned());
    }
    let head = Head { which: Which::Rate(measure, part), title, named, part: Some(part.name()) };
    list(visitor, month, head, Only { after: asked.after, ..Only::default() }).await
}

/// The rates as the page of the month shows them.
pub(super) fn rate_rows(words: &Words, month: Month, rates: &Rates) -> Vec<RateRow> {
    let row = |kind: &RateKind| {
        let rate = rates.rates.get(&Measure::of_name(kind.slug())?)?;
        Some(row(words, month, *kind, rate))
    };
    RateKind::ALL.iter().filter_map(row).collect()
}

fn row(words: &Words, month: Month, kind: RateKind, rate: &Rate) -> RateRow {
    let href = |part: Part| {
        let some = rate.many(part) > 0;
        some.then(|| format!("/reports/{month}/rates/{}?part={}", kind.slug(), part.name()))
    };
    let link = |part: Part| Link { words: rate.many(part).to_string(), href: href(part) };
    let out = |why: &Out| {
        let many = i64::from(rate.many(Part::Out(*why)));
        Link { words: words.say_with(keys::of_out(*why), &[("n", many.into())]), href: href(Part::Out(*why)) }
    };
    // Between 0 and 1: whole per cents fit.
    let percent = |share: f64| (share * 100.0).round() as u32;
    let share = rate.share().zip(rate.interval()).filter(|_| rate.of >= FEWEST);
    RateRow {
        kind,
        share: share.map(|(share, (low, high))| [share, low, high].map(percent)),
        of: (link(Part::Hit), link(Part::Counted)),
        out: rate.out.keys().map(out).collect(),
    }
}
