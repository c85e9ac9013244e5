//! `POST /allocations/{id}/{deed}`: what is done with a plan.

use super::fields::revision;
use super::{id_of, plan};
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::claims::is_told;
use crate::pages::day::{ends_at, starts_at};
use crate::refusals::told;
use crate::view::allocation::AllocationPage;
use crate::visitor::{Seat, Visitor, failed_by};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::allocation::{Ask, Verdict};
use guanjia_domain::ids::{AllocationId, EstateId};

/// The fields of each form.
fn fields(deed: &str) -> Result<&'static [&'static str], Refusal> {
    Ok(match deed {
        "pair" => &["csrf", "revision", "estate", "officer", "how"],
        "again" | "lay" | "drop" => &["csrf", "revision"],
        "object" => &["csrf", "estate", "reason"],
        "answer" => &["csrf", "objection", "verdict", "answer"],
        "approve" => &["csrf", "revision", "starts_on", "ends_on"],
        _ => return Err(Refusal::NotFound),
    })
}

/// `POST /allocations/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, fields(&deed)?)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, id) = (site.app(), id_of(&id)?);
        match done(app, &seat, id, &deed, &form) {
            Ok(next) => Ok(Redirect::to(&next).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let (who, home) = (&seat.signed_in.who, seat.home);
                let left = (seat.frame, vec![told(words, &refusal)].into());
                let page = app.db.read(|tx| plan::page_of(app, tx, home, who, id, left))?;
                let about = if deed == "answer" { "objection" } else { "estate" };
                let said = if deed == "answer" { "answer" } else { "reason" };
                let typed = (form.owned(about), form.owned(said));
                let days = ["starts_on", "ends_on"].map(|it| form.owned(it));
                failed_by(&AllocationPage { typed, days, ..page }, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

/// Does it, and says where to go on.
fn done(app: &App, seat: &Seat, id: AllocationId, deed: &str, form: &Form) -> Result<String, AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    let missing = |field| Refusal::TextMissing { field };
    match deed {
        "pair" => {
            let estate: EstateId = form.id("estate")?.ok_or(missing("estate"))?;
            app.redraft(who, home, (id, revision(form)?), |ask| Ok(pair(ask, form)?))?.wait()?;
            return Ok(format!("/allocations/{id}#row-{estate}"));
        }
        "again" => app.redraft(who, home, (id, revision(form)?), |_| Ok(()))?.wait()?,
        "lay" => app.lay_allocation(who, home, (id, revision(form)?)).wait()?,
        "drop" => app.drop_allocation(who, home, (id, revision(form)?)).wait()?,
        "object" => {
            let estate = form.id("estate")?.ok_or(missing("estate"))?;
            app.object(who, home, (id, estate), form.get("reason"))?.wait()?;
        }
        "answer" => {
            let objection = form.id("objection")?.ok_or(missing("objection"))?;
            let verdict = Verdict::of_name(form.get("verdict")).ok_or(missing("verdict"))?;
            app.answer_objection(who, home, (id, objection), (verdict, form.get("answer")))?.wait()?;
        }
        _ => {
            let from = starts_at("starts_on", form.get("starts_on"), app.now())?;
            let until = ends_at("ends_on", form.get("ends_on"))?;
            app.approve_allocation(who, home, (id, revision(form)?), (from, until)).wait()?;
        }
    }
    Ok(format!("/allocations/{id}"))
}

/// Locks a pair, rules it out, or frees it of both.
fn pair(ask: &mut Ask, form: &Form) -> Result<(), Refusal> {
    let missing = |field| Refusal::TextMissing { field };
    let it = (form.id("estate")?.ok_or(missing("estate"))?, form.id("officer")?.ok_or(missing("officer"))?);
    ask.forbidden.retain(|known| *known != it);
    match form.get("how") {
        "lock" => {
            ask.pinned.retain(|known| known.0 != it.0);
            ask.pinned.push(it);
        }
        "forbid" => {
            ask.pinned.retain(|known| *known != it);
            ask.forbidden.push(it);
        }
        "free" => ask.pinned.retain(|known| *known != it),
        other => {
            return Err(Refusal::NotAChoice { field: "how", value: other.chars().take(40).collect() });
        }
    }
    Ok(())
}
