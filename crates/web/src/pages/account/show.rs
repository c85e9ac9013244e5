//! The page of the own account.

use super::problem;
use crate::fault::Fault;
use crate::pages::claims::is_told;
use crate::view::account::{AccountPage, Done, SessionLine};
use crate::view::{PageFrame, Problem, Problems};
use crate::visitor::{Seat, Visitor, failed, html};
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::AppError;
use guanjia_app::access::{SessionSheet, SignedIn};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    done: String,
}

/// `GET /account?done=`.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let page = page_of(visitor, tx, &seat.signed_in, seat.home, seat.frame, Problems::default())?;
            html(&AccountPage { done: Done::from_slug(&shown.done), ..page })
        })
        .await
}

/// The page again, with a refusal of one of its forms.
pub(super) async fn refused(visitor: Visitor, seat: Seat, error: AppError) -> Result<Response, Fault> {
    match error {
        AppError::Refused(refusal) if is_told(&refusal) => {
            let problem = problem(&visitor, &refusal);
            wrong(visitor, seat, problem).await
        }
        error => Err(error.into()),
    }
}

/// The page again, with what was wrong.
pub(super) async fn wrong(visitor: Visitor, seat: Seat, problem: Problem) -> Result<Response, Fault> {
    let site = visitor.site.clone();
    let again = site.run(move |site| {
        site.app().db.read(|tx| {
            let problems = vec![problem].into();
            failed(&page_of(&visitor, tx, &seat.signed_in, seat.home, seat.frame, problems)?)
        })
    });
    Ok(again.await?)
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    signed_in: &SignedIn,
    home: CommunityCode,
    page: PageFrame,
    problems: Problems,
) -> Result<AccountPage, AppError> {
    let (app, id) = (visitor.site.app(), signed_in.holder.id());
    let state = tx.account_state(home, id)?.ok_or(Refusal::NotFound)?;
    let duty = tx.community(home)?.is_some_and(|it| it.two_factor.contains(&signed_in.who.role));
    let sessions = app.own_sessions(tx, home, id, &visitor.secret())?;
    Ok(AccountPage {
        page,
        done: None,
        has_password: state.has_password,
        factor_since: state.factor_since.map(|at| at.0),
        recovery_left: u32::try_from(tx.recovery_left(home, id)?).unwrap_or_default(),
        factor_is_duty: duty,
        sessions: sessions.into_iter().map(line).collect(),
        problems,
    })
}

/// A session in words.
pub(crate) fn line(sheet: SessionSheet) -> SessionLine {
    SessionLine {
        id: sheet.id,
        device: device_key(&sheet.device),
        begun: sheet.begun.0,
        used: sheet.used.0,
        own: sheet.own,
    }
}

fn device_key(device: &str) -> &'static str {
    match device {
        "phone" => "device-phone",
        "tablet" => "device-tablet",
        "computer" => "device-computer",
        _ => "device-unknown",
    }
}
