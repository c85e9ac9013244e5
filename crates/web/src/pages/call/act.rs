//! What is done with a call.

use super::command::{Sent, command};
use super::forms::Failed;
use super::show::page_of;
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::refusals::told;
use crate::view::{PageFrame, Section};
use crate::visitor::{Visitor, failed_by};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::call::CallDeed;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};

/// `POST /calls/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((call, deed)): Path<(String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let sent = Sent::read(&bytes, &deed)?;
    let seat = visitor.acting(sent.form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, call) = (site.app(), id::<CallId>(&call)?);
        let who = &seat.signed_in.who;
        let community = app.db.read(|tx| app.find_call(tx, who, call))?;
        match done(app, who, (community, call), &deed, &sent) {
            Ok(()) => Ok(Redirect::to(&format!("/calls/{call}")).into_response()),
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let failed = failed(deed, sent, vec![told(words, &refusal)].into());
                app.db.read(|tx| {
                    let sheet = app.call_sheet(tx, who, community, call)?;
                    let page = PageFrame { section: Some(Section::Calls), ..seat.frame.clone() };
                    failed_by(&page_of(site, tx, words, page, &sheet, Some(&failed))?, &refusal)
                })
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

/// Whether the page can say what to do about it.
pub(super) fn is_told(refusal: &Refusal) -> bool {
    matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict)
}

/// Does it.
pub(super) fn done(
    app: &App,
    who: &Principal,
    (community, call): (CommunityCode, CallId),
    deed: &str,
    sent: &Sent,
) -> Result<(), AppError> {
    // Who may not read it learns nothing of what is wrong with a form.
    app.db.read(|tx| app.call_sheet(tx, who, community, call).map(drop))?;
    let seen = Some(sent.form.get("version").parse().map_err(|_| Refusal::CallChanged)?);
    let command = command(deed, sent)?;
    app.act_on_call(who, community, CallDeed { call, seen, command }).wait().map(drop)
}

/// A form that failed.
pub(super) fn failed(deed: String, sent: Sent, problems: crate::view::Problems) -> Failed {
    let slug = match sent.form.get("n") {
        "" => deed,
        n => format!("{deed}-{n}"),
    };
    Failed { slug, sent, problems }
}
