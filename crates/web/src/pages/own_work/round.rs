//! One hazard round: two taps, the place and what was found there.

use super::{answered, doors, id, named, place};
use crate::fault::Fault;
use crate::form::{Form, with_photos};
use crate::present::{clock_of, state_of};
use crate::view::own_work::kinds::{offered, said};
use crate::view::own_work::{FindingRow, RoundPage};
use crate::view::{Clock, Problems, Section, State};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Multipart, Path, Query, RawForm};
use axum::response::Response;
use guanjia_app::own_work::{FindingLine, NewFinding};
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::ids::RoundId;
use guanjia_domain::own_work::Hazard;
use guanjia_store::Tx;
use serde::Deserialize;

const FIELDS: &[&str] = &["csrf", "id", "place", "hazard", "text", "urgent"];

#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(default)]
    place: String,
}

/// `GET /rounds/{id}?place=`.
pub(crate) async fn show(
    visitor: Visitor,
    Path(round): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            html(&page_of(visitor, tx, seat, id(&round)?, &at.place, Problems::default())?)
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    round: RoundId,
    chosen: &str,
    problems: Problems,
) -> Result<RoundPage, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    let sheet = app.round_sheet(tx, who, seat.home, round)?;
    Ok(RoundPage {
        href: format!("/rounds/{round}"),
        estate: sheet.estate,
        begun_at: sheet.round.begun_at.0,
        ended_at: sheet.round.ended_at.map(|at| at.0),
        next_id: app.id()?.to_string(),
        places: doors(app, tx, who, seat.home, sheet.round.estate, chosen)?,
        hazards: offered!(words, Hazard, ""),
        text: String::new(),
        urgent: false,
        findings: sheet.findings.iter().map(|it| row(words, it)).collect(),
        page: seat.frame,
        problems,
    })
}

fn row(words: &Words, it: &FindingLine) -> FindingRow {
    let request = it.request.as_ref();
    FindingRow {
        what: said!(words, Hazard, it.finding.hazard.name()),
        place: it.place.clone(),
        href: format!("/requests/{}", it.finding.request),
        number: request.map_or(0, |it| it.number),
        state: request.map_or(State::Reported, |it| state_of(it.state, it.closing)),
        clock: request.map_or(Clock::None, clock_of),
        again: it.finding.again,
    }
}

/// `POST /rounds/{id}`.
pub(crate) async fn find(
    visitor: Visitor,
    Path(round): Path<String>,
    parts: Multipart,
) -> Result<Response, Fault> {
    let form = Form::read(parts, FIELDS).await?;
    let round = id::<RoundId>(&round)?;
    let work = move |app: &App, seat: &Seat, form: &Form| {
        let (who, home) = (&seat.signed_in.who, seat.home);
        // Before a photo is written: who may not come here leaves nothing behind.
        let estate = app.db.read(|tx| app.round_sheet(tx, who, home, round))?.round.estate;
        let (building, unit) = place(form)?;
        let request = form.id("id")?.map_or_else(|| app.id().map(Into::into), Ok::<_, AppError>)?;
        let finding = NewFinding {
            id: request,
            estate,
            hazard: named("hazard", form, Hazard::of_name)?,
            building,
            unit,
            urgent: form.ticked("urgent"),
            words: form.owned("text"),
            photos: vec![],
        };
        with_photos(app, home, &form.photos, |photos| {
            app.find_hazard(who, home, round, NewFinding { photos, ..finding })?.wait()
        })?;
        Ok(format!("/rounds/{round}?place={}", form.get("place")))
    };
    answered(visitor, form, work, move |visitor, tx, seat, form, problems| {
        let page = page_of(visitor, tx, seat, round, form.get("place"), problems)?;
        let next_id = if form.get("id").is_empty() { page.next_id.clone() } else { form.owned("id") };
        failed(&RoundPage { next_id, text: form.owned("text"), urgent: form.ticked("urgent"), ..page })
    })
    .await
}

/// `POST /rounds/{id}/end`.
pub(crate) async fn end(
    visitor: Visitor,
    Path(round): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let (form, round) = (Form::encoded(&bytes, &["csrf"])?, id::<RoundId>(&round)?);
    let work = move |app: &App, seat: &Seat, _: &Form| {
        app.end_round(&seat.signed_in.who, seat.home, round).wait()?;
        Ok(format!("/rounds/{round}"))
    };
    let again = |_: &Visitor, _: &mut Tx, _: Seat, _: &Form, _: Problems| Err(Refusal::WorkEnded.into());
    answered(visitor, form, work, again).await
}
