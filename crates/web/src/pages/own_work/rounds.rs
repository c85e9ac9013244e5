//! Hazard rounds: the list, and a new one.

use super::answered;
use crate::fault::Fault;
use crate::form::Form;
use crate::view::own_work::{RoundLine, RoundsPage};
use crate::view::{Choice, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use axum::extract::RawForm;
use axum::response::Response;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::Refusal;
use guanjia_domain::own_work::Round;
use guanjia_domain::permission::{Action, Area};
use guanjia_store::Tx;

/// `GET /rounds`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), |visitor, tx, seat| {
            html(&page_of(visitor.site.app(), tx, seat, "", Problems::default())?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    seat: Seat,
    chosen: &str,
    problems: Problems,
) -> Result<RoundsPage, AppError> {
    let who = &seat.signed_in.who;
    office_allow(who, Action::File, &Area::community(seat.home, None))?;
    let estates = app.kept_estates(tx, who, seat.home)?;
    let rounds = app.rounds(tx, who, seat.home)?;
    let line = |(round, estate): (Round, String)| RoundLine {
        href: format!("/rounds/{}", round.id),
        estate,
        begun_at: round.begun_at.0,
        ended: round.ended_at.is_some(),
        findings: u32::try_from(round.findings.len()).unwrap_or(u32::MAX),
    };
    let only = if estates.len() == 1 { estates[0].0.to_string() } else { chosen.to_owned() };
    let choice = |(id, name): (guanjia_domain::ids::EstateId, String)| {
        Choice::new(id.to_string(), name).chosen_if(&only)
    };
    Ok(RoundsPage {
        estates: estates.into_iter().map(choice).collect(),
        rounds: rounds.into_iter().map(line).collect(),
        page: seat.frame,
        problems,
    })
}

/// `POST /rounds`.
pub(crate) async fn begin(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "estate"])?;
    let work = |app: &App, seat: &Seat, form: &Form| {
        let (who, home) = (&seat.signed_in.who, seat.home);
        office_allow(who, Action::File, &Area::community(home, None))?;
        let none = || Refusal::NotAChoice { field: "estate", value: String::new() };
        let estate = form.id("estate")?.ok_or_else(none)?;
        let round = app.begin_round(who, home, estate)?.wait()?;
        Ok(format!("/rounds/{round}"))
    };
    answered(visitor, form, work, |visitor, tx, seat, form, problems| {
        failed(&page_of(visitor.site.app(), tx, seat, form.get("estate"), problems)?)
    })
    .await
}
