//! The page behind the private link of an organisation: one request that was handed to it.

use super::public::code;
use super::trail::{act_with_photos, any_form};
use crate::fault::Fault;
use crate::form::Form;
use crate::present::{clock_of, contact, photos, state_of, trail};
use crate::refusals::told;
use crate::view::Problems;
use crate::view::public::HandlerLinkPage;
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::request::Deed;
use guanjia_domain::limit::Measure;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Command, RequestEvent, Verb};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// What was typed into a form that failed.
#[derive(Default)]
struct Typed {
    reason: String,
    public_reply: String,
}

/// `GET /h/{community}/{secret}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((code_text, secret)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            let page = page_of(visitor, tx, code, &secret, Typed::default(), Problems::default())?;
            Ok(html(&page)?.into_response())
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    secret: &str,
    typed: Typed,
    problems: Problems,
) -> Result<HandlerLinkPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let link = app.open_handler_link(tx, code, secret)?;
    let detail = app.detail(tx, &link.who, code, link.request)?;
    let base = format!("/h/{code}/{secret}");
    let request = &detail.request;
    let note = detail.trail.iter().rev().find(|it| matches!(it.event, RequestEvent::Dispatched { .. }));
    let party = detail.asked.as_ref().unwrap_or(&detail.handler);
    let may = |verb| detail.verbs.contains(&verb);
    Ok(HandlerLinkPage {
        version: i64::try_from(request.version).unwrap_or(i64::MAX),
        handler: party.name.clone(),
        state: state_of(request.state, request.closing),
        clock: clock_of(request),
        place: detail.place.line(),
        text: detail.text.clone().unwrap_or_default(),
        note: note.and_then(|it| it.words.clone()),
        photos: photos(&detail, &base),
        steward: contact(&detail.steward),
        trail: trail(words, &detail.trail),
        may_take: may(Verb::Take),
        may_return: may(Verb::Return),
        may_arrive: may(Verb::Meet) && request.unmet().any(|(it, _)| it == Measure::OnSite),
        may_dispose: may(Verb::Dispose) && request.asked.is_none(),
        reason: typed.reason,
        public_reply: typed.public_reply,
        page: visitor.frame(),
        base,
        problems,
    })
}

/// `POST /h/{community}/{secret}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((code_text, secret, deed)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().deed(visitor.address)?;
    let form = any_form(request, &["csrf", "version", "reason", "public_reply"]).await?;
    let typed = Typed { reason: form.owned("reason"), public_reply: form.owned("public_reply") };
    let (again, path, its) = (visitor.clone(), format!("/h/{code}/{secret}"), secret.clone());
    let address = visitor.address;
    let done = visitor
        .site
        .run(move |site| {
            let app = site.app();
            let link = app.db.read(|tx| app.open_handler_link(tx, code, &its))?;
            let command = command_of(&deed, &form, &link.who)?;
            let seen = form.id::<u64>("version")?;
            let deed = Deed { request: link.request, seen, command, photos: vec![] };
            act_with_photos(site, address, code, &link.who, deed, &form)
        })
        .await;
    match done {
        Ok(_) => Ok(Redirect::to(&path).into_response()),
        Err(AppError::Refused(refusal)) if !matches!(refusal, Refusal::NotFound | Refusal::LinkEnded) => {
            again
                .open(move |visitor, tx| {
                    let problems = vec![told(visitor.look.words(), &refusal)].into();
                    failed(&page_of(visitor, tx, code, &secret, typed, problems)?)
                })
                .await
        }
        Err(error) => Err(error.into()),
    }
}

fn command_of(deed: &str, form: &Form, who: &Principal) -> Result<Command, AppError> {
    let by = who.party().ok_or(Refusal::NotFound)?;
    let photos = u32::try_from(form.photos.len()).unwrap_or(u32::MAX);
    Ok(match deed {
        "take" => Command::Take { by },
        "return" => Command::Return { by, reason: Text::new("reason", form.get("reason"))? },
        "arrive" => Command::Meet { measure: Measure::OnSite },
        "dispose" => Command::Dispose {
            reply: Text::new("public_reply", form.get("public_reply"))?,
            note: None,
            photos,
        },
        _ => return Err(Refusal::NotFound.into()),
    })
}
