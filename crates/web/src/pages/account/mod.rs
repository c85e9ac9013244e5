//! The own account: password, second factor, sessions.

mod factor;
mod show;

pub(crate) use factor::{confirm, drop_factor, offer};
pub(crate) use show::{line, show};

use super::sign_in::settle;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::Problem;
use crate::visitor::{Seat, Visitor};
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::access::Tried;
use guanjia_domain::Refusal;
use serde::Deserialize;
use show::{refused, wrong};

/// What is counted when somebody proves the password once more.
fn proof(seat: &Seat) -> [Tried; 1] {
    [Tried::Proof(seat.signed_in.holder.id())]
}

/// Checks that a password may be tried, and counts it until it was right.
fn counted<T>(
    visitor: &Visitor,
    tried: &[Tried],
    work: impl FnOnce() -> Result<T, AppError>,
) -> Result<T, AppError> {
    let (tries, now) = (visitor.site.limits().tries(), visitor.site.app().now());
    tries.begin(tried, now)?;
    settle(tries, tried, work(), |it| {
        matches!(it, Refusal::PasswordWrong { .. } | Refusal::CodeWrong | Refusal::CodeUsed)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPassword {
    csrf: String,
    #[serde(default)]
    present: String,
    password: String,
    again: String,
}

/// `POST /account/password`.
pub(crate) async fn password(visitor: Visitor, Form(typed): Form<NewPassword>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    if typed.password != typed.again {
        let words = visitor.look.words();
        let problem = Problem::new(words, "again", "problem-password-again", "cure-password-again", &[]);
        return wrong(visitor, seat, problem).await;
    }
    let secret = visitor.secret();
    let its = visitor.clone();
    let site = visitor.site.clone();
    let (who, home, holder, tried) =
        (seat.signed_in.who.clone(), seat.home, seat.signed_in.holder, proof(&seat));
    let changed = site
        .reckon(move |site| {
            counted(&its, &tried, || {
                let words = (typed.present.as_str(), typed.password.as_str());
                site.app().change_password(site.passwords(), &who, (home, holder), words, &secret)
            })
        })
        .await;
    match changed {
        Ok(()) => Ok(Redirect::to("/account?done=password").into_response()),
        Err(error) => refused(visitor, seat, error).await,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ending {
    csrf: String,
    #[serde(default)]
    session: String,
}

/// `POST /account/sessions`: ends one, or all but this one.
pub(crate) async fn end_sessions(visitor: Visitor, Form(ending): Form<Ending>) -> Result<Response, Fault> {
    let seat = visitor.acting(&ending.csrf).await?;
    let secret = visitor.secret();
    visitor
        .site
        .run(move |site| {
            let which = Some(ending.session.as_str()).filter(|it| !it.is_empty());
            site.app().end_own_sessions(&seat.signed_in, seat.home, which, &secret)
        })
        .await?;
    Ok(Redirect::to("/account?done=sessions").into_response())
}

/// A refusal beside its field. The page has one field for the present password at each form; the first one is marked.
fn problem(visitor: &Visitor, refusal: &Refusal) -> Problem {
    told(visitor.look.words(), refusal)
}
