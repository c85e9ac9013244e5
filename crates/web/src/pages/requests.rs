//! The list of requests, and one request.

use super::call::words::stand_words;
use super::issues::offered::offered;
use super::own_work::brief::called;
use crate::fault::Fault;
use crate::form::chosen;
use crate::present::{
    channel_of, clock_of, contact, matter_name, matters, parties, party_words, photos, rows, similar,
    state_of, targets, trail, verbs,
};
use crate::refusals::told;
use crate::view::requests::{Actions, DetailPage, Filter, ListPage, PrivateLink, Reporter, Typed};
use crate::view::{Contact, Measure, More, PageFrame, Problems, Section, State, Verb};
use crate::visitor::{Visitor, encoded, failed, html};
use crate::words::Words;
use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::request::{Detail, area_of};
use guanjia_app::{App, AppError, Person};
use guanjia_domain::ids::{EstateId, IssueId, RequestId};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::request::{self as domain, ClockMotion, Request};
use guanjia_domain::{CommunityCode, Party, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

/// How many rows a list shows.
const ROWS: u32 = 50;

#[derive(Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    estate: String,
    #[serde(default)]
    after: String,
}

/// `GET /requests`.
pub(crate) async fn list(visitor: Visitor, Query(search): Query<Search>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Requests), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let estate = chosen::<EstateId>("estate", &search.estate)?;
            let before = chosen::<RequestId>("after", &search.after)?;
            let wanted = guanjia_app::board::Search { estate, query: &search.q, before, most: ROWS };
            let found = app.list(tx, who, seat.home, &wanted)?;
            let full = found.len() == ROWS as usize;
            let more = found.last().filter(|_| full).map(|last| More {
                href: format!(
                    "/requests?q={}&state={}&estate={}&after={}",
                    encoded(&search.q),
                    search.state,
                    search.estate,
                    last.request.id
                ),
            });
            let state = State::from_slug(&search.state);
            let fits = |it: &guanjia_app::board::BoardRow| {
                let request = &it.request;
                state.is_none_or(|wanted| state_of(request.state, request.closing) == wanted)
            };
            let found: Vec<_> = found.into_iter().filter(|it| fits(it)).collect();
            let page = ListPage {
                rows: rows(app, tx, visitor.look.words(), &found)?,
                estates: super::public::estate_choices(tx, seat.home, &search.estate)?,
                filter: Filter { q: search.q, state },
                page: seat.frame,
                more,
            };
            html(&page)
        })
        .await
}

/// What a form that failed leaves on the page.
#[derive(Default)]
pub(crate) struct Failed {
    pub(crate) verb: Option<Verb>,
    pub(crate) typed: Typed,
    pub(crate) problems: Problems,
}

/// `GET /requests/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Requests), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let page =
                detail_page(visitor, tx, &seat.signed_in.who, seat.frame, id, None, Failed::default())?;
            html(&page)
        })
        .await
}

/// The page of a request, with the reporters in clear when they were just revealed.
pub(crate) fn detail_page(
    visitor: &Visitor,
    tx: &mut Tx,
    who: &Principal,
    frame: PageFrame,
    id: RequestId,
    revealed: Option<&[Person]>,
    failed: Failed,
) -> Result<DetailPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let community = app.find_request(tx, who, id)?;
    let detail = app.detail(tx, who, community, id)?;
    let request = &detail.request;
    let place = (request.place.estate, request.place.building, request.place.unit);
    let alike = match &detail.text {
        Some(text) if request.state.is_open() => {
            app.similar_requests(tx, community, place, text, Some(id))?
        }
        _ => Vec::new(),
    };
    let alike = similar(app, tx, words, community, &alike)?;
    let link = app.given_handler_link(tx, who, community, &detail)?;
    let party = detail.asked.as_ref().unwrap_or(&detail.handler);
    let (merged, merged_hidden) = app.merged_into(tx, who, community, &detail)?;
    let base = format!("/requests/{id}");
    Ok(DetailPage {
        state: state_of(request.state, request.closing),
        clock: clock_of(request),
        due: (request.state.clock() == ClockMotion::Runs).then(|| request.due_at().0),
        targets: targets(request),
        urgent: request.urgent,
        tonight: tonight(app, tx, who, community, request)?,
        matter: matter_name(words, &*app.matters(tx, community)?, request.matter.as_deref()),
        place: detail.place.line(),
        estate_href: format!("/estates/{}", request.place.estate),
        text: detail.text.clone().unwrap_or_else(|| words.say("text-erased").to_owned()),
        photos: photos(&detail, &base),
        channel: channel_of(request.channel),
        filed_at: request.reported_at.0,
        number: request.number,
        reporter: reporter(&detail, revealed, app.was_on_behalf(&detail)),
        steward: contact(&detail.steward),
        handler: (party.party != Party::Steward).then(|| party_words(words, party)),
        issue: issue_of(tx, who, community, request)?.map(|issue| format!("/issues/{issue}")),
        calls: calls_of(app, tx, words, who, community, request)?,
        call_href: may_call(app, tx, who, community, request)?.then(|| format!("/calls/new?request={id}")),
        joined: request.joined,
        merged: rows(app, tx, words, &merged)?,
        merged_hidden,
        trail: trail(words, &detail.trail),
        link: link.map(|secret| PrivateLink {
            handler: party.name.clone(),
            address: format!("{}/h/{community}/{secret}", visitor.site.base_url()),
        }),
        actions: actions(visitor, tx, community, &detail, alike.clone(), failed)?,
        similar: alike,
        page: frame,
    })
}

/// Calls for help about a request, for whoever may read them.
fn calls_of(
    app: &App,
    tx: &mut Tx,
    words: &'static Words,
    who: &Principal,
    community: CommunityCode,
    request: &Request,
) -> Result<Vec<(String, String)>, AppError> {
    let mut calls = Vec::new();
    for it in app.calls_about(tx, community, request.id)? {
        if app.reads_call(tx, who, community, it.call)? {
            calls.push((format!("/calls/{}", it.call), stand_words(words, &it)));
        }
    }
    Ok(calls)
}

/// Whether somebody may call for help about a request.
fn may_call(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    request: &Request,
) -> Result<bool, AppError> {
    let street = app.community(tx, community)?.street;
    let may = permit(who, Action::KeepCall, &area_of(community, street, request)) == Verdict::Allowed;
    Ok(may && request.state.is_open() && !request.erased)
}

/// The living issue of a request, for whoever decides on it.
fn issue_of(
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    request: &Request,
) -> Result<Option<IssueId>, AppError> {
    let area = Area { estate: Some(request.place.estate), ..Area::community(community, None) };
    let decides = permit(who, Action::KeepIssues, &area) == Verdict::Allowed;
    if decides { Ok(tx.issue_of(community, request.id)?) } else { Ok(None) }
}

/// Who is called tonight about an urgent request, for those of the community: others have the phones of their link.
fn tonight(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    request: &Request,
) -> Result<Vec<Contact>, AppError> {
    let staff = permit(who, Action::File, &Area::community(community, None)) == Verdict::Allowed;
    if !(staff && request.urgent && request.state.is_open()) {
        return Ok(Vec::new());
    }
    called(app, tx, community)
}

pub(crate) fn reporter(detail: &Detail, revealed: Option<&[Person]>, on_behalf: bool) -> Option<Reporter> {
    let person = revealed.unwrap_or(&detail.reporters).first()?;
    let some = |value: &String| Some(value.clone()).filter(|value| !value.is_empty());
    Some(Reporter {
        name: some(&person.name),
        phone: some(&person.phone),
        may_reveal: detail.may_reveal,
        revealed: revealed.is_some(),
        on_behalf,
    })
}

fn actions(
    visitor: &Visitor,
    tx: &mut Tx,
    community: CommunityCode,
    detail: &Detail,
    merge_into: Vec<crate::view::SimilarRequest>,
    failed: Failed,
) -> Result<Actions, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let (handlers, offices) = parties(app, tx, words, community, detail.request.place.estate)?;
    let mut allowed = verbs(&detail.verbs);
    if merge_into.is_empty() {
        allowed.retain(|verb| *verb != Verb::Merge);
    }
    let offered = match (&detail.text, detail.verbs.contains(&domain::Verb::Accept)) {
        (Some(text), true) if detail.request.matter.is_none() => {
            offered(app, tx, words, community, text, "")?
        }
        _ => Vec::new(),
    };
    Ok(Actions {
        offered,
        id: detail.request.id.to_string(),
        version: i64::try_from(detail.request.version).unwrap_or(i64::MAX),
        allowed,
        checked: detail.request.state == guanjia_domain::request::State::Checked,
        measures: detail.request.unmet().map(|(measure, _)| Measure::of(measure)).collect(),
        matters: matters(
            words,
            &*app.matters(tx, community)?,
            detail.request.matter.as_deref().unwrap_or_default(),
        ),
        handlers,
        offices,
        merge_into,
        failed: failed.verb,
        typed: failed.typed,
        problems: failed.problems,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Revealing {
    csrf: String,
    reason: String,
}

/// `POST /requests/{id}/reveal`: shows the reporter once, with a reason, and writes it down.
pub(crate) async fn reveal(
    visitor: Visitor,
    Path(id): Path<String>,
    Form(revealing): Form<Revealing>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&revealing.csrf).await?;
    let again = visitor.clone();
    let shown = visitor
        .site
        .run(move |site| {
            let app = site.app();
            let id: RequestId = id.parse().map_err(|_| Refusal::NotFound)?;
            let who = &seat.signed_in.who;
            let community = app.db.read(|tx| app.find_request(tx, who, id))?;
            let revealed = app
                .reveal_reporters(who, community, id, &revealing.reason)
                .and_then(guanjia_store::Answer::wait);
            app.db.read(|tx| match revealed {
                Ok(people) => {
                    let page =
                        detail_page(&again, tx, who, seat.frame, id, Some(&people), Failed::default())?;
                    Ok(html(&page)?.into_response())
                }
                Err(AppError::Refused(refusal @ Refusal::TextMissing { .. })) => {
                    let problems = vec![told(again.look.words(), &refusal)].into();
                    let left = Failed { problems, ..Failed::default() };
                    failed(&detail_page(&again, tx, who, seat.frame, id, None, left)?)
                }
                Err(error) => Err(error),
            })
        })
        .await?;
    Ok(shown)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Giving {
    csrf: String,
}

/// `POST /requests/{id}/link`: a private link for the organisation that has it.
pub(crate) async fn give_link(
    visitor: Visitor,
    Path(id): Path<String>,
    Form(giving): Form<Giving>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&giving.csrf).await?;
    let id: RequestId = id.parse().map_err(|_| Refusal::NotFound)?;
    visitor
        .site
        .run(move |site| {
            let app = site.app();
            let (who, home) = (&seat.signed_in.who, seat.home);
            let request =
                app.db.read(|tx| Ok::<_, AppError>(tx.request(home, id)?.ok_or(Refusal::NotFound)?))?;
            let Party::Organisation(to) = request.asked.unwrap_or(request.handler) else {
                return Err(Refusal::NotAsked.into());
            };
            app.give_handler_link(who, home, id, to).wait()
        })
        .await?;
    Ok(Redirect::to(&format!("/requests/{id}")).into_response())
}
