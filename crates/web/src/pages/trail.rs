//! The page behind a resident's private link.

use super::public::code;
use crate::fault::Fault;
use crate::form::{Form, with_photos};
use crate::pages::call::words::stand_words;
use crate::pages::print::public_contact;
use crate::pages::project::plan::plan_view;
use crate::present::{clock_of, party_words, photos, state_of, trail};
use crate::refusals::told;
use crate::site::Site;
use crate::view::Problems;
use crate::view::public::{TrailForm, TrailPage};
use crate::visitor::{Visitor, failed, html};
use axum::extract::FromRequest;
use axum::extract::{Multipart, Path, Query, RawForm, Request};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::request::{Deed, Detail};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Audience, Command, Request as Asked, RequestEvent, Satisfaction, Verb};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Party, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;
use std::net::IpAddr;

#[derive(Deserialize)]
pub(crate) struct Fresh {
    filed: Option<String>,
}

/// `GET /l/{community}/{link}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((code_text, link)): Path<(String, String)>,
    Query(fresh): Query<Fresh>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            let page = trail_page(
                visitor,
                tx,
                code,
                &link,
                fresh.filed.is_some(),
                TrailForm::default(),
                Problems::default(),
            )?;
            Ok(html(&page)?.into_response())
        })
        .await
}

fn trail_page(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    link: &str,
    just_filed: bool,
    form: TrailForm,
    problems: Problems,
) -> Result<TrailPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let opened = app.open_resident_link(tx, code, link)?;
    let mut detail = app.detail(tx, &opened.who, code, opened.request)?;
    let base = format!("/l/{code}/{link}");
    if opened.joined {
        hide_the_reporter(&mut detail);
    }
    let request = &detail.request;
    let may = |verb| !opened.joined && detail.verbs.contains(&verb);
    let said = request.confirmed.is_some();
    let party = detail.asked.as_ref().unwrap_or(&detail.handler);
    let plans = app.plans_of_request(tx, &opened.who, code, request)?;
    let view = |plan| plan_view(words, plan, &format!("{base}/projects/{}", plan.id));
    let plans = plans.iter().map(view).collect();
    let mut page = visitor.frame();
    page.live = false;
    Ok(TrailPage {
        link: format!("{}{base}", visitor.site.base_url()),
        just_filed,
        state: state_of(request.state, request.closing),
        clock: clock_of(request),
        place: detail.place.line(),
        text: detail.text.clone().unwrap_or_else(|| words.say("text-erased").to_owned()),
        urgent: request.urgent,
        photos: photos(&detail, &base),
        steward: public_contact(&detail.steward, &app.community(tx, code)?),
        handler: (party.party != Party::Steward).then(|| party_words(words, party)),
        reply: reply(&detail),
        trail: trail(words, &detail.trail),
        calls: app.calls_about(tx, code, request.id)?.iter().map(|it| stand_words(words, it)).collect(),
        plans,
        joined: request.joined,
        neighbours: app
            .neighbours(tx, code, request)?
            .map(|it| u32::try_from(it.households).unwrap_or(u32::MAX)),
        may_add: detail.verbs.contains(&Verb::Add),
        may_confirm: may(Verb::Confirm) && !said,
        may_rate: may(Verb::Rate) && request.satisfaction.is_none(),
        may_reopen: may(Verb::Reopen),
        base,
        form,
        problems,
        page,
    })
}

/// Whoever joined sees how it stands, but not what somebody else said, showed or where exactly they live.
fn hide_the_reporter(detail: &mut Detail) {
    detail.text = Some(String::new());
    detail.photos.clear();
    (detail.place.unit, detail.place.room) = (None, None);
    for it in &mut detail.trail {
        if it.event.words().is_some() && !matches!(it.event, RequestEvent::Disposed { .. }) {
            // Of what residents added only their own words are left by now.
            let by_reporter = matches!(it.event, RequestEvent::Reopened { .. });
            it.words = it.words.take().filter(|_| !by_reporter);
        }
    }
}

/// The last public reply.
fn reply(detail: &Detail) -> Option<String> {
    let last = detail.trail.iter().rev().find(|it| matches!(it.event, RequestEvent::Disposed { .. }))?;
    last.event.words().filter(|(_, audience)| *audience == Audience::Reporter).and(last.words.clone())
}

/// `POST /l/{community}/{link}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((code_text, link, deed)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().deed(visitor.address)?;
    let form = any_form(request, &["csrf", "words", "solved", "satisfied", "reason"]).await?;
    let typed = TrailForm {
        words: form.owned("words"),
        rating_words: if deed == "rate" { form.owned("words") } else { String::new() },
        reason: form.owned("reason"),
    };
    let (again, path, address) = (visitor.clone(), format!("/l/{code}/{link}"), visitor.address);
    let its = link.clone();
    let done = visitor
        .site
        .run(move |site| {
            let app = site.app();
            let opened = app.db.read(|tx| app.open_resident_link(tx, code, &its))?;
            let command = command_of(&deed, &form)?;
            if opened.joined && !matches!(command, Command::Add { .. }) {
                return Err(Refusal::NotFound.into());
            }
            let said = if deed == "rate" { Text::optional("words", form.get("words"))? } else { None };
            let deed = |command, photos| Deed { request: opened.request, seen: None, command, photos };
            let done = act_with_photos(site, address, code, &opened.who, deed(command, vec![]), &form)?;
            match said {
                None => Ok(done),
                words => app
                    .act(&opened.who, code, deed(Command::Add { words, photos: 0, internal: false }, vec![]))
                    .wait(),
            }
        })
        .await;
    match done {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(AppError::Refused(refusal)) if refusal != Refusal::NotFound => {
            again
                .open(move |visitor, tx| {
                    let problems = vec![told(visitor.look.words(), &refusal)].into();
                    failed(&trail_page(visitor, tx, code, &link, false, typed, problems)?)
                })
                .await
        }
        Err(error) => Err(error.into()),
    }
}

/// Does something by a private link, with the photos that go with it: first it is seen whether it would be done, then
/// whether so many photos may come from there, and only then anything is written.
pub(super) fn act_with_photos(
    site: &Site,
    address: IpAddr,
    code: CommunityCode,
    who: &Principal,
    deed: Deed,
    form: &Form,
) -> Result<Asked, AppError> {
    let app = site.app();
    app.db.read(|tx| app.foresee(tx, who, code, &deed))?;
    let photos = form.photos.get(..deed.command.photos() as usize).unwrap_or_default();
    site.limits().photos(address, photos.len())?;
    with_photos(app, code, photos, |photos| app.act(who, code, Deed { photos, ..deed }).wait())
}

fn command_of(deed: &str, form: &Form) -> Result<Command, AppError> {
    let photos = u32::try_from(form.photos.len()).unwrap_or(u32::MAX);
    Ok(match deed {
        "add" => Command::Add { words: Text::optional("words", form.get("words"))?, photos, internal: false },
        "confirm" => Command::Confirm { solved: form.ticked("solved") },
        "rate" => Command::Rate { satisfied: satisfied(form.get("satisfied"))? },
        "reopen" => Command::Reopen { reason: Text::new("reason", form.get("reason"))? },
        _ => return Err(Refusal::NotFound.into()),
    })
}

/// How content somebody is.
pub(crate) fn satisfied(typed: &str) -> Result<Satisfaction, Refusal> {
    match typed {
        "satisfied" => Ok(Satisfaction::Satisfied),
        "basically" => Ok(Satisfaction::Basically),
        "dissatisfied" => Ok(Satisfaction::Dissatisfied),
        other => Err(Refusal::NotAChoice { field: "satisfied", value: other.chars().take(40).collect() }),
    }
}

/// A form of either encoding.
pub(crate) async fn any_form(request: Request, known: &[&str]) -> Result<Form, Fault> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let broken = Refusal::BadFile { code: "photo-damaged-cure" };
    if kind.starts_with("multipart/") {
        let parts = Multipart::from_request(request, &()).await.map_err(|_| broken)?;
        return Form::read(parts, known).await;
    }
    let RawForm(bytes) = RawForm::from_request(request, &()).await.map_err(|_| broken)?;
    Form::encoded(&bytes, known)
}
