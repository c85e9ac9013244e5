//! Signing in and out.

use super::look::local;
use crate::cookies::{redirect_signed_in, redirect_signed_out};
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::account::CodePage;
use crate::view::public::{DemoLogin, SignInPage};
use crate::view::{Problems, Role};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::access::{SignIn, Tried};
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
    let (limits, now) = (visitor.site.limits(), visitor.site.app().now());
    limits.sign_in(visitor.address, &typed.name)?;
    let name = Tried::Name(clean_line(&typed.name).to_lowercase());
    let counted = [name, Tried::Address(visitor.address)];
    limits.tries().check(&counted, now)?;
    let (name, password, device) = (typed.name.clone(), typed.password, visitor.device);
    let tried =
        visitor.site.run(move |site| site.app().sign_in(site.passwords(), &name, &password, device)).await;
    match tried {
        Ok(signed_in) => {
            limits.tries().succeeded(&counted);
            entered(&visitor, signed_in, typed.next)
        }
        Err(AppError::Refused(refusal)) => {
            limits.tries().failed(&counted, now);
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            Ok(failed(&page_of(&visitor, typed.name, typed.next, problems))?)
        }
        Err(error) => Err(error.into()),
    }
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
        let (tries, counted) =
            (site.limits().tries(), [Tried::Name(format!("code {holder}")), Tried::Address(address)]);
        tries.check(&counted, now)?;
        let entered = site.app().enter_code(&step, &code, device);
        match &entered {
            Ok(_) => tries.succeeded(&counted),
            Err(AppError::Refused(Refusal::CodeWrong | Refusal::CodeUsed)) => tries.failed(&counted, now),
            Err(_) => {}
        }
        entered
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
