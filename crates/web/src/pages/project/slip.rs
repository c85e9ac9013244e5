//! The page behind a slip: what is planned at a door that has no link of its own.

use super::plan::plan_view;
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::own_work::id;
use crate::pages::public::code;
use crate::refusals::told;
use crate::view::Problems;
use crate::view::project::SlipPage;
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::ids::RequestId;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// `GET /s/{community}/{link}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((code_text, link)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            Ok(html(&page_of(visitor, tx, code, &link, "", Problems::default())?)?.into_response())
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    link: &str,
    typed: &str,
    problems: Problems,
) -> Result<SlipPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let slip = app.open_slip(tx, code, link)?;
    let base = format!("/s/{code}/{link}");
    let mut page = visitor.frame();
    page.live = false;
    Ok(SlipPage {
        plan: slip.plan.map(|plan| plan_view(words, &plan, &base)),
        may_say: slip.may_say,
        content: slip.content,
        id: app.id()?.to_string(),
        words: typed.to_owned(),
        problems,
        base,
        page,
    })
}

/// `POST /s/{community}/{link}/{deed}`: `good` or `not-good`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((code_text, link, deed)): Path<(String, String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    visitor.site.limits().deed(visitor.address)?;
    let code = code(&code_text)?;
    let form = Form::encoded(&bytes, &["csrf", "id", "words"])?;
    let (again, its, typed) = (visitor.clone(), link.clone(), form.owned("words"));
    let said = visitor.site.run(move |site| {
        let app = site.app();
        let content = match deed.as_str() {
            "good" => true,
            "not-good" => false,
            _ => return Err(Refusal::NotFound.into()),
        };
        let request: RequestId = match form.get("id") {
            "" => app.id()?.into(),
            typed => id(typed)?,
        };
        let filed = app.say_on_slip(code, &its, content, (request, form.get("words")))?.wait()?;
        // Whoever is not content has a link of their own from now on.
        Ok(match filed {
            Some(request) => format!("/l/{code}/{}?filed=1", app.resident_link(code, request, None)),
            None => format!("/s/{code}/{its}"),
        })
    });
    match said.await {
        Ok(next) => Ok(Redirect::to(&next).into_response()),
        Err(AppError::Refused(refusal)) if refusal != Refusal::NotFound => {
            again
                .open(move |visitor, tx| {
                    let problems = vec![told(visitor.look.words(), &refusal)].into();
                    failed_by(&page_of(visitor, tx, code, &link, &typed, problems)?, &refusal)
                })
                .await
        }
        Err(error) => Err(error.into()),
    }
}
