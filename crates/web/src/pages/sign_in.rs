//! Signing in and out.

use super::look::local;
use crate::cookies::{redirect_signed_in, redirect_signed_out};
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::public::{DemoLogin, SignInPage};
use crate::view::{Problems, Role};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
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
    visitor.site.limits().sign_in(visitor.address, &typed.name)?;
    let (name, password) = (typed.name.clone(), typed.password);
    let tried = visitor.site.run(move |site| site.app().sign_in(site.passwords(), &name, &password)).await;
    match tried {
        Ok(session) => {
            let next = match local(&typed.next) {
                "/" => "/work",
                path => path,
            };
            Ok(redirect_signed_in(&visitor.site, &session, next))
        }
        Err(AppError::Refused(refusal)) => {
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            Ok(failed(&page_of(&visitor, typed.name, typed.next, problems))?)
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
