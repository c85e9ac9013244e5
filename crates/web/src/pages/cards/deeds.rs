//! What is done with a card: one form for each.

use super::{agree, edit, refused, sheet, stays_on_page};
use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::Section;
use crate::visitor::{Seat, Visitor, html};
use axum::body::to_bytes;
use axum::extract::{Path, Query, Request};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::card::CardSheet;
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::card::{CardField, Stay};
use guanjia_domain::ids::ResidentId;
use serde::Deserialize;

/// The longest form.
const MOST_BYTES: usize = 64 * 1024;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    kind: String,
}

/// `GET /cards/{id}/edit` and `GET /cards/{id}/consent?kind=`.
pub(crate) async fn form(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Cards), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let it = visitor.site.app().card_sheet(tx, &seat.signed_in.who, seat.home, id)?;
            let form = Form::fill("kind", &asked.kind);
            Ok(again(visitor, seat, &it, &deed, &form, None)?.into_response())
        })
        .await
}

/// `POST /cards/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Fault> {
    let known = fields(&deed).ok_or(Refusal::NotFound)?;
    let id: ResidentId = id.parse().map_err(|_| Refusal::NotFound)?;
    let broken = |_| Refusal::BadFile { code: "photo-damaged-cure" };
    let bytes = to_bytes(request.into_body(), MOST_BYTES).await.map_err(broken)?;
    let form = Form::encoded(&bytes, known)?;
    let stays = Form::all(&bytes, "stay");
    let seat = visitor.acting(form.get("csrf")).await?;
    let site = visitor.site.clone();
    let shown = site.run(move |site| {
        let (app, who) = (site.app(), seat.signed_in.who.clone());
        // Whoever may not see the card is not told what was wrong with the form.
        let it = app.db.read(|tx| app.card_sheet(tx, &who, seat.home, id))?;
        match act_now(&visitor, app, &seat, &it, &deed, &form, &stays) {
            Err(AppError::Refused(refusal)) if stays_on_page(&refusal) => {
                // A stale form shows the card as it is now, with what was typed.
                let it = app.db.read(|tx| app.card_sheet(tx, &who, seat.home, id))?;
                again(&visitor, seat, &it, &deed, &form, Some(&refusal))
            }
            other => other,
        }
    });
    Ok(shown.await?)
}

fn fields(deed: &str) -> Option<&'static [&'static str]> {
    Some(match deed {
        "edit" => edit::FIELDS,
        "consent" => agree::FIELDS,
        "reveal" => &["csrf", "field", "reason"],
        "erase" => &["csrf", "reason"],
        "clear" => &["csrf", "version", "field"],
        "homes" => &["csrf", "version", "stay"],
        "withdraw" => &["csrf", "n"],
        _ => return None,
    })
}

fn act_now(
    visitor: &Visitor,
    app: &App,
    seat: &Seat,
    it: &CardSheet,
    deed: &str,
    form: &Form,
    stays: &[String],
) -> Result<Response, AppError> {
    let (who, home, id) = (&seat.signed_in.who, seat.home, it.resident.id);
    let seen = || form.id::<u64>("version").map(Option::unwrap_or_default);
    match deed {
        "edit" => app.change_card(who, home, id, seen()?, edit::input(form, it)).wait()?,
        "consent" => {
            let new = agree::new_consent(agree::kind_of(form.get("kind"))?, form)?;
            app.agree(who, home, id, seen()?, new).wait()?;
        }
        "clear" => app.clear_field(who, home, id, seen()?, field(form)?).wait()?,
        "homes" => app.set_homes(who, home, id, seen()?, homes(stays)?).wait()?,
        "erase" => {
            app.erase_one_card(who, home, id, form.get("reason"))?.wait()?;
            return Ok(Redirect::to("/cards").into_response());
        }
        "withdraw" => {
            let n = form.id::<u32>("n")?.ok_or(Refusal::NotFound)?;
            if app.withdraw(who, home, id, n).wait()? {
                return Ok(Redirect::to("/cards").into_response());
            }
        }
        _ => {
            let field = field(form)?;
            let text = app.reveal_field(who, home, id, field, form.get("reason"))?.wait()?;
            let words = visitor.look.words();
            let mut page = sheet::page_of(words, seat.frame.clone(), it);
            page.revealed = Some(sheet::revealed(words, field, text));
            return Ok(html(&page)?.into_response());
        }
    }
    Ok(Redirect::to(&format!("/cards/{id}")).into_response())
}

fn field(form: &Form) -> Result<CardField, Refusal> {
    let typed = form.get("field");
    CardField::of_name(typed)
        .ok_or_else(|| Refusal::NotAChoice { field: "field", value: typed.chars().take(40).collect() })
}

/// What each home is; `gone` is one less.
fn homes(stays: &[String]) -> Result<Vec<Option<Stay>>, Refusal> {
    let wrong = |word: &String| Refusal::NotAChoice { field: "stay", value: word.chars().take(40).collect() };
    let stay = |word: &String| match word.as_str() {
        "gone" => Ok(None),
        other => Stay::of_name(other).map(Some).ok_or_else(|| wrong(word)),
    };
    stays.iter().map(stay).collect()
}

/// The page of a form, with what was wrong and what was typed.
fn again(
    visitor: &Visitor,
    seat: Seat,
    it: &CardSheet,
    deed: &str,
    form: &Form,
    refusal: Option<&Refusal>,
) -> Result<Response, AppError> {
    let words = visitor.look.words();
    let problems = || refusal.map(|refusal| told(words, refusal)).into_iter().collect::<Vec<_>>().into();
    if deed != "edit" && deed != "consent" {
        let Some(refusal) = refusal else { return Err(Refusal::NotFound.into()) };
        let mut page = sheet::page_of(words, seat.frame, it);
        (page.problems, page.reason) = (problems(), form.owned("reason"));
        return refused(&page, refusal);
    }
    if !it.may_change {
        return Err(Refusal::Forbidden.into());
    }
    if deed == "edit" {
        let page = edit::page_of(words, seat.frame, it, form, problems());
        return refusal.map_or_else(|| Ok(html(&page)?.into_response()), |it| refused(&page, it));
    }
    let kind = agree::kind_of(form.get("kind"))?;
    let page = agree::page_of(words, seat.frame, it, kind, form, problems());
    refusal.map_or_else(|| Ok(html(&page)?.into_response()), |it| refused(&page, it))
}
