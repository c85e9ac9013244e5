//! The page behind the private link of a unit without account: one call for help.

use super::act::{done, failed, is_told};
use super::command::Sent;
use super::forms::Failed;
use super::show::page_of;
use crate::fault::Fault;
use crate::pages::public::code;
use crate::refusals::told;
use crate::view::call::CallPage;
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::call::Step;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// `GET /u/{community}/{secret}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((code_text, secret)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            Ok(html(&linked_page(visitor, tx, code, &secret, None)?)?.into_response())
        })
        .await
}

fn linked_page(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    secret: &str,
    failed: Option<&Failed>,
) -> Result<CallPage, AppError> {
    let app = visitor.site.app();
    let link = app.open_call_link(tx, code, secret)?;
    let mut sheet = app.call_sheet(tx, &link.who, code, link.call)?;
    // Whoever has the link does not hand out others.
    sheet.links.clear();
    sheet.may.retain(|step| !matches!(step, Step::GiveLink | Step::RevokeLink));
    let mut frame = visitor.frame();
    frame.live = false;
    let page = page_of(&visitor.site, tx, visitor.look.words(), frame, &sheet, failed)?;
    Ok(CallPage { href: format!("/u/{code}/{secret}"), by_link: true, ..page })
}

/// `POST /u/{community}/{secret}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((code_text, secret, deed)): Path<(String, String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().deed(visitor.address)?;
    // Whoever has a link hands out no others and ends none.
    if matches!(deed.as_str(), "give-link" | "revoke-link") {
        return Err(Refusal::NotFound.into());
    }
    let sent = Sent::read(&bytes, &deed)?;
    let (again, path, its, words) =
        (visitor.clone(), format!("/u/{code}/{secret}"), secret.clone(), visitor.look.words());
    let answer = visitor.site.run(move |site| {
        let app = site.app();
        let link = app.db.read(|tx| app.open_call_link(tx, code, &its))?;
        match done(app, &link.who, (code, link.call), &deed, &sent) {
            Ok(()) => Ok(Redirect::to(&path).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let failed = failed(deed, sent, vec![told(words, &refusal)].into());
                app.db.read(|tx| failed_by(&linked_page(&again, tx, code, &secret, Some(&failed))?, &refusal))
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
