//! Who looks after which estate: the list, a change, taking a planned change back, and the statement to sign.

use super::day::starts_at;
use super::estates::shown;
use crate::fault::Fault;
use crate::form::chosen;
use crate::present::contact;
use crate::refusals::told;
use crate::view::place::{ClaimForm, ClaimLine, ClaimsPage, PactPage, PlannedClaim};
use crate::view::{Choice, PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::place::{EstateClaims, HeldClaim, NewClaim};
use guanjia_app::{App, AppError, Person};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment, Refusal, RefusalKind};
use guanjia_store::Tx;
use serde::Deserialize;

/// `GET /claims`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            html(&page_of(app, tx, seat.home, who, seat.frame, (ClaimForm::default(), Problems::default()))?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (form, problems): (ClaimForm, Problems),
) -> Result<ClaimsPage, AppError> {
    let officers = app.officers(tx, home)?;
    Ok(ClaimsPage {
        claims: app.claims_of_all(tx, who, home)?.iter().map(line).collect(),
        officers: officers.into_iter().map(|(id, person)| Choice::new(id.to_string(), person.name)).collect(),
        may_change: permit(who, Action::ChangeClaims, &Area::community(home, None)) == Verdict::Allowed,
        page: PageFrame { section: Some(Section::Claims), ..page },
        form,
        problems,
    })
}

fn line(it: &EstateClaims) -> ClaimLine {
    let name = |person: &Person| person.name.clone();
    let planned = |held: &HeldClaim| PlannedClaim {
        steward: name(&held.steward),
        deputy: held.deputy.as_ref().map(name),
        starts_at: held.claim.starts_at.0,
    };
    ClaimLine {
        estate_id: it.estate.id.to_string(),
        estate: it.estate.facts.name.clone(),
        steward: name(&it.in_force.steward),
        deputy: it.in_force.deputy.as_ref().map(name),
        since: it.in_force.claim.starts_at.0,
        planned: it.planned.iter().map(planned).collect(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Starting {
    csrf: String,
    estate: String,
    #[serde(default)]
    steward: String,
    #[serde(default)]
    deputy: String,
    #[serde(default)]
    starts_on: String,
}

impl Starting {
    /// The claim that was typed.
    fn claim(&self, now: Moment) -> Result<NewClaim, Refusal> {
        Ok(NewClaim {
            estate: self.estate.parse().map_err(|_| Refusal::NotFound)?,
            steward: chosen("steward", &self.steward)?.ok_or(Refusal::TextMissing { field: "steward" })?,
            deputy: chosen("deputy", &self.deputy)?,
            starts_at: starts_at("starts_on", &self.starts_on, now)?,
            pact_signed: false,
        })
    }
}

/// `POST /claims`.
pub(crate) async fn start(visitor: Visitor, Form(typed): Form<Starting>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let claim = typed.claim(app.now());
            let done =
                claim.map_err(AppError::from).and_then(|claim| app.claim_estate(who, home, claim).wait());
            let form = ClaimForm {
                estate: typed.estate,
                steward: typed.steward,
                deputy: typed.deputy,
                starts_on: typed.starts_on,
            };
            answered(app, home, who, seat.frame, done, |refusal| (form, vec![problem(words, refusal)].into()))
        })
        .await?;
    Ok(answer)
}

/// A refusal in the words of this form.
fn problem(words: &Words, refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::TextMissing { field: "steward" } => {
            Problem::new(words, "steward", "problem-steward", "cure-steward", &[])
        }
        other => told(words, other),
    }
}

/// Back to the list, or the list again with what was wrong.
fn answered(
    app: &App,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    done: Result<(), AppError>,
    again: impl FnOnce(&Refusal) -> (ClaimForm, Problems),
) -> Result<Response, AppError> {
    match done {
        Ok(()) => Ok(Redirect::to("/claims").into_response()),
        Err(AppError::Refused(refusal)) if is_told(&refusal) => {
            failed(&app.db.read(|tx| page_of(app, tx, home, who, page, again(&refusal)))?)
        }
        Err(error) => Err(error),
    }
}

/// Whether a refusal is said on the page of its form; others have pages of their own.
pub(crate) fn is_told(refusal: &Refusal) -> bool {
    matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cancelling {
    csrf: String,
    estate: String,
    starts_at: i64,
}

/// `POST /claims/cancel`: takes a planned change back.
pub(crate) async fn cancel(visitor: Visitor, Form(typed): Form<Cancelling>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let estate = typed.estate.parse().map_err(|_| Refusal::NotFound)?;
            let done = app.withdraw_claim(who, home, estate, Moment(typed.starts_at)).wait();
            let again = |refusal: &Refusal| (ClaimForm::default(), vec![told(words, refusal)].into());
            answered(app, home, who, seat.frame, done, again)
        })
        .await?;
    Ok(answer)
}

/// `GET /claims/{estate}/pact`: the statement of the steward in force, to print and sign.
pub(crate) async fn pact(visitor: Visitor, Path(estate): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let (app, home) = (visitor.site.app(), seat.home);
            let id = estate.parse().map_err(|_| Refusal::NotFound)?;
            let claims = app.claims_of(tx, &seat.signed_in.who, home, id)?;
            let community = app.community(tx, home)?;
            let households = tx.households(home, app.now())?.into_iter().find(|(estate, _)| *estate == id);
            let held = claims.in_force;
            html(&PactPage {
                page: seat.frame,
                community: community.name,
                estate: claims.estate.facts.name,
                households: households.map_or(0, |(_, households)| shown(households)),
                steward: contact(&held.steward),
                deputy: held.deputy.map(|it| it.name),
                starts_at: held.claim.starts_at.0,
                supervision_phone: Some(community.supervision).filter(|phone| !phone.is_empty()),
            })
        })
        .await
}
