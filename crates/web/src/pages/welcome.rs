//! Accepting an invitation: a sign-in name and a password; the first administrator also chooses the community.

use super::public::code;
use super::sign_in::entered;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::public::{DivisionsPart, WelcomeForm, WelcomePage};
use crate::view::{Choice, Problem, Problems};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_domain::{CommunityCode, Refusal, division};
use serde::Deserialize;

/// How many divisions are offered at once.
const OFFERED: usize = 20;

/// `GET /welcome/{community}/{secret}`.
pub(crate) async fn form(
    visitor: Visitor,
    Path((code_text, secret)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            let welcome = visitor.site.app().welcome(tx, code, &secret)?;
            let form = WelcomeForm { name: welcome.person.name, ..WelcomeForm::default() };
            Ok(html(&page_of(visitor, code, &secret, form, Problems::default()))?.into_response())
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    code: CommunityCode,
    secret: &str,
    form: WelcomeForm,
    problems: Problems,
) -> WelcomePage {
    WelcomePage {
        page: visitor.frame(),
        base: format!("/welcome/{code}/{secret}"),
        asks_division: visitor.site.app().is_first_office(code),
        divisions: offered(&form.division),
        form,
        problems,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    #[serde(default, rename = "csrf")]
    _csrf: String,
    name: String,
    password: String,
    again: String,
    #[serde(default)]
    division: String,
}

/// `POST /welcome/{community}/{secret}`.
pub(crate) async fn accept(
    visitor: Visitor,
    Path((code_text, secret)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().sign_in(visitor.address, &secret)?;
    let form = WelcomeForm { name: typed.name.clone(), division: typed.division.clone() };
    let words = visitor.look.words();
    if typed.password != typed.again {
        let problem = Problem::new(words, "again", "problem-password-again", "cure-password-again", &[]);
        return Ok(failed(&page_of(&visitor, code, &secret, form, vec![problem].into()))?);
    }
    let (its, device) = (secret.clone(), visitor.device);
    let accepted = visitor
        .site
        .run(move |site| {
            let (app, passwords) = (site.app(), site.passwords());
            if app.is_first_office(code) {
                app.accept_first(
                    passwords,
                    (code, &its),
                    &typed.division,
                    &typed.name,
                    &typed.password,
                    device,
                )
            } else {
                app.accept_invitation(passwords, code, &its, &typed.name, &typed.password, device)
            }
        })
        .await;
    match accepted {
        Ok(signed_in) => entered(&visitor, signed_in, String::new()),
        Err(AppError::Refused(refusal)) if refusal != Refusal::LinkEnded => {
            let problem = match &refusal {
                Refusal::NotAChoice { field: "division", .. } => {
                    Problem::new(words, "division", "problem-division", "cure-division", &[])
                }
                other => told(words, other),
            };
            Ok(failed(&page_of(&visitor, code, &secret, form, vec![problem].into()))?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
pub(crate) struct Typing {
    #[serde(default)]
    division: String,
}

/// `GET /divisions`: asked while somebody types.
pub(crate) async fn divisions(Query(typing): Query<Typing>) -> Result<Response, Fault> {
    Ok(html(&DivisionsPart { divisions: offered(&typing.division) })?.into_response())
}

pub(super) fn offered(typed: &str) -> Vec<Choice> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let found = division::search(typed).into_iter().filter(division::Division::is_community);
    found.take(OFFERED).map(|it| Choice::new(it.full_name, it.code)).collect()
}
