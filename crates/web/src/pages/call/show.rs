//! The page of a call.

use super::forms::{Failed, Making};
use super::trail::trail;
use super::words::{duty_title, file_line, lies, stage_of, unit_words};
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::site::Site;
use crate::view::call::{AssistLine, CallPage, LinkLine, VisitLine};
use crate::view::time::{day, moment};
use crate::view::{PageFrame, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::AppError;
use guanjia_app::call::{CallSheet, GivenLink};
use guanjia_domain::call::{CallEvent, HandlingUnit, Said};
use guanjia_domain::ids::CallId;
use guanjia_store::Tx;

/// `GET /calls/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(call): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Calls), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let call = id::<CallId>(&call)?;
            let community = app.find_call(tx, who, call)?;
            let sheet = app.call_sheet(tx, who, community, call)?;
            let page = PageFrame { section: Some(Section::Calls), ..seat.frame };
            html(&page_of(&visitor.site, tx, visitor.look.words(), page, &sheet, None)?)
        })
        .await
}

/// The page of a call for somebody who is signed in.
pub(super) fn page_of(
    site: &Site,
    tx: &mut Tx,
    words: &'static Words,
    page: PageFrame,
    sheet: &CallSheet,
    failed: Option<&Failed>,
) -> Result<CallPage, AppError> {
    let app = site.app();
    let list = app.matters(tx, sheet.community)?;
    let making = Making { words, sheet, today: app.today(), failed };
    let next = making.next();
    let next_form = next.and_then(|step| making.form(step));
    let more = making.more(next);
    let visits = (0..).zip(&sheet.call.visits).map(|(n, it)| VisitLine {
        day: it.day.to_string(),
        units: units(words, sheet, &it.units),
        minutes: it.minutes.map(|n| sheet.text(Some(n)).to_owned()),
        form: making.minutes(n),
    });
    let visits: Vec<VisitLine> = visits.collect();
    // A form that failed and is gone: somebody was faster.
    let in_visits = || visits.iter().filter_map(|it| it.form.as_ref());
    let shown = next_form.iter().chain(&more).chain(in_visits()).any(|form| form.failed);
    let gone = failed.filter(|_| !shown);
    let it = &sheet.call;
    let link = |secret: &str| format!("{}/u/{}/{secret}", site.base_url(), sheet.community);
    Ok(CallPage {
        href: format!("/calls/{}", it.id),
        by_link: false,
        version: it.version,
        from: format!("{} · {}", sheet.from, sheet.estate),
        stage: stage_of(it.stage),
        facts: facts(words, sheet),
        is_late: it.is_open() && it.answered_at.is_none() && it.due() < app.today(),
        asked: asked(words, sheet),
        tried: tried(sheet),
        file: sheet.file.iter().map(|it| file_line(words, &list, it, sheet.opens_requests)).collect(),
        assists: assists(words, sheet),
        trail: trail(words, sheet),
        links: sheet.links.iter().map(|it| link_line(words, it, link(&it.secret))).collect(),
        lost: gone.map(|it| it.sent.form.owned("words")).filter(|it| !it.is_empty()).into_iter().collect(),
        trouble: gone.map(|it| it.problems.0.clone()).unwrap_or_default(),
        next_form,
        more,
        visits,
        page,
    })
}

fn units(words: &Words, sheet: &CallSheet, units: &[HandlingUnit]) -> String {
    let names: Vec<_> = units.iter().map(|unit| unit_words(words, &sheet.unit(*unit))).collect();
    names.join(words.say("list-comma"))
}

fn link_line(words: &Words, it: &GivenLink, address: String) -> LinkLine {
    let day = day(it.ends_at.0);
    let key = if it.is_over { "call-link-over" } else { "call-link-until" };
    let until = words.say_with(key, &[("day", (&day).into())]);
    let address = Some(address).filter(|_| !it.is_over);
    LinkLine { unit: unit_words(words, &it.unit), address, until }
}

fn facts(words: &Words, sheet: &CallSheet) -> Vec<(&'static str, String)> {
    let it = &sheet.call;
    let asked = it.asked().map(|unit| sheet.unit(unit));
    let mut facts = vec![
        ("call-lead", lies(words, &sheet.unit(it.lead), asked.as_ref())),
        ("call-since", moment(it.lead_since.0)),
        ("call-by-when", it.by_when.to_string()),
    ];
    if let Some(until) = it.planned_until {
        facts.push(("call-plan-until", until.to_string()));
    }
    let duty = it.chain.iter().rev().find_map(|it| it.duty.as_deref());
    if let Some(entry) = duty.and_then(|code| sheet.duties.get(code)) {
        facts.push(("call-duty", format!("{} · {}", duty_title(words, &entry), entry.basis)));
    }
    facts.push(("call-accountable", words.say("role-steward").to_owned()));
    facts
}

/// What is asked, the last asking first.
fn asked(words: &Words, sheet: &CallSheet) -> Vec<(String, String)> {
    let unit = |unit| unit_words(words, &sheet.unit(unit));
    let line = |it: &guanjia_domain::call::Passing| {
        (format!("{} → {}", unit(it.from), unit(it.to)), sheet.text(Some(it.words)).to_owned())
    };
    sheet.call.chain.iter().rev().map(line).collect()
}

fn tried(sheet: &CallSheet) -> Vec<String> {
    let numbers = sheet.trail.iter().filter_map(|it| match &it.event {
        CallEvent::Blown(_) => Some(1),
        CallEvent::Tried { words } => Some(*words),
        _ => None,
    });
    numbers.map(|n| sheet.text(Some(n)).to_owned()).collect()
}

fn assists(words: &Words, sheet: &CallSheet) -> Vec<AssistLine> {
    let line = |it: &guanjia_domain::call::Assist| {
        let (tone, said) = match (it.report, it.said) {
            (Some(_), _) => ("done", "assist-reported"),
            (None, Said::Nothing) => ("wait", "assist-asked"),
            (None, Said::Yes { .. }) => ("work", "assist-joined"),
            (None, Said::No { .. }) => ("late", "assist-excused"),
        };
        let report = sheet.text(it.report).to_owned();
        AssistLine { unit: unit_words(words, &sheet.unit(it.unit)), tone, said, report }
    };
    sheet.call.assists.iter().map(line).collect()
}
