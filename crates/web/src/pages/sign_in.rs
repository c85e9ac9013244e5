//! Signing in and out.

use super::look::local;
use crate::cookies::{redirect_signed_in, redirect_signed_out};
use crate::fault::Fault;
use crate::refusals::told;
use crate::site::Site;
use crate::view::account::CodePage;
use crate::view::public::{DemoLogin, SignInPage};
use crate::view::{Problems, Role};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::access::{MOST_NAME, SignIn, Tried, Tries};
use guanjia_domain::Refusal;
use guanjia_domain::text::clean_line;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

/// `GET /sign-in`.
pub(crate) async fn form(visitor: Visitor, Query(next): Query<Next>) -> Result<Response, Fault> {
    let page = page_of(&visitor, String::new(), next.next, Problems::default());
    Ok(html(&page)?.into_response())
}

fn page_of(visitor: &Visitor, name: String, next: String, problems: Problems) -> SignInPage {
    let demo_logins = visitor.site.config().demo.as_ref().map_or_else(Vec::new, |demo| {
        let roles = [
            ("grid_worker", Role::GridWorker),
            ("steward", Role::Steward),
            ("secretary", Role::Secretary),
            ("street", Role::StreetOffice),
            ("property", Role::Organisation),
            ("admin", Role::Administrator),
            ("security", Role::SecurityAdministrator),
            ("audit", Role::Auditor),
        ];
        let link = |(name, role): (&str, Role)| DemoLogin {
            role,
            href: format!("/demo/sign-in/{name}?key={}", demo.key),
        };
        roles.into_iter().map(link).collect()
    });
    SignInPage { page: visitor.frame(), name, next, demo_logins, problems }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    #[serde(default, rename = "csrf")]
    _csrf: String,
    name: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `POST /sign-in`.
pub(crate) async fn enter(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    // Nobody has such a name: it is not worth counting.
    let is_name = clean_line(&typed.name).chars().count() <= MOST_NAME;
    let tried = if is_name {
        tried(&visitor, &typed.name, typed.password).await
    } else {
        Err(Refusal::SignInFailed.into())
    };
    match tried {
        Ok(signed_in) => entered(&visitor, signed_in, typed.next),
        Err(AppError::Refused(refusal @ Refusal::SignInFailed)) => {
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            let name = typed.name.chars().take(MOST_NAME).collect();
            Ok(failed(&page_of(&visitor, name, typed.next, problems))?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Tries to sign in. The try counts until it has succeeded: many at once are as many tries.
async fn tried(visitor: &Visitor, name: &str, password: String) -> Result<SignIn, AppError> {
    let (site, address, device) = (&visitor.site, visitor.address, visitor.device);
    let (tries, token) = (site.limits().tries(), site.app().sign_in_token(name));
    let counted = [Tried::Pair(token, address), Tried::Name(token), Tried::Address(address)];
    tries.begin(&counted, site.app().now())?;
    site.limits().sign_in(address, token).inspect_err(|_| tries.take_back(&counted))?;
    let name = name.to_owned();
    let work = move |site: &Site| {
        let tried = site.app().sign_in(site.passwords(), &name, &password, device);
        settle(site.limits().tries(), &counted, tried, |it| matches!(it, Refusal::SignInFailed))
    };
    let done = site.reckon(work).await;
    // Sent away before anything was reckoned.
    if let Err(AppError::Refused(Refusal::TooManyTries { .. })) = &done {
        tries.take_back(&counted);
    }
    done
}

/// What a try that had begun came to: it stays counted when it was wrong.
pub(super) fn settle<T>(
    tries: &Tries,
    counted: &[Tried],
    outcome: Result<T, AppError>,
    is_wrong: impl FnOnce(&Refusal) -> bool,
) -> Result<T, AppError> {
    match &outcome {
        Ok(_) => tries.succeeded(counted),
        Err(AppError::Refused(refusal)) if is_wrong(refusal) => {}
        Err(_) => tries.take_back(counted),
    }
    outcome
}

/// In, or on to the code of the second factor.
pub(super) fn entered(visitor: &Visitor, signed_in: SignIn, next: String) -> Result<Response, Fault> {
    match signed_in {
        SignIn::In(session) => Ok(redirect_signed_in(&visitor.site, &session, after(&next))),
        SignIn::Code(step) => {
            let page = CodePage { page: visitor.frame(), step, next, problems: Problems::default() };
            Ok(html(&page)?.into_response())
        }
    }
}

fn after(next: &str) -> &str {
    match local(next) {
        "/" => "/work",
        path => path,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TypedCode {
    #[serde(default, rename = "csrf")]
    _csrf: String,
    step: String,
    code: String,
    #[serde(default)]
    next: String,
}

/// `POST /sign-in/code`: the second step.
pub(crate) async fn code(visitor: Visitor, Form(typed): Form<TypedCode>) -> Result<Response, Fault> {
    let now = visitor.site.app().now();
    let (step, code, device) = (typed.step.clone(), typed.code.clone(), visitor.device);
    let address = visitor.address;
    let entered = visitor.site.run(move |site| {
        let (_, holder) = site.app().db.read(|tx| site.app().second_step(tx, &step))?;
        let (tries, counted) = (site.limits().tries(), [Tried::Code(holder), Tried::Address(address)]);
        tries.begin(&counted, now)?;
        let entered = site.app().enter_code(&step, &code, device);
        settle(tries, &counted, entered, |it| matches!(it, Refusal::CodeWrong | Refusal::CodeUsed))
    });
    match entered.await {
        Ok(session) => Ok(redirect_signed_in(&visitor.site, &session, after(&typed.next))),
        Err(AppError::Refused(refusal @ (Refusal::CodeWrong | Refusal::CodeUsed))) => {
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            let page = CodePage { page: visitor.frame(), step: typed.step, next: typed.next, problems };
            Ok(failed(&page)?)
        }
        // It took too long: from the beginning.
        Err(AppError::Refused(refusal @ Refusal::LinkEnded)) => {
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            Ok(failed(&page_of(&visitor, String::new(), typed.next, problems))?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Leaving {
    csrf: String,
}

/// `POST /sign-out`.
pub(crate) async fn leave(visitor: Visitor, Form(leaving): Form<Leaving>) -> Result<Response, Fault> {
    let seat = visitor.acting(&leaving.csrf).await?;
    if let Some((community, secret)) = visitor.session().cloned() {
        visitor.site.run(move |site| site.app().sign_out(&seat.signed_in.who, community, &secret)).await?;
    }
    Ok(redirect_signed_out(&visitor.site))
}
