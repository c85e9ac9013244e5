//! People decide on an issue: one form for each deed.

use super::sheet::page_of;
use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::{PageFrame, Section};
use crate::visitor::{Seat, Visitor, failed_by};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::issue::IssueDeed;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::IssueId;
use guanjia_domain::issue::{IssueCommand, Proposal};
use guanjia_domain::{Refusal, RefusalKind};

const FIELDS: &[&str] = &["csrf", "version", "request", "into"];

/// `POST /issues/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let id: IssueId = id.parse().map_err(|_| Refusal::NotFound)?;
    let form = Form::encoded(&bytes, FIELDS)?;
    let mut seat = visitor.acting(form.get("csrf")).await?;
    seat.frame = PageFrame { section: Some(Section::Issues), ..seat.frame };
    let site = visitor.site.clone();
    let answer = site.run(move |site| match act_now(site.app(), &seat, id, &deed, &form) {
        Ok(next) => Ok(Redirect::to(&format!("/issues/{next}")).into_response()),
        Err(AppError::Refused(it)) if matches!(it.kind(), RefusalKind::Input | RefusalKind::Conflict) => {
            let problems = vec![told(visitor.look.words(), &it)].into();
            let page = site.app().db.read(|tx| page_of(&visitor, tx, seat, id, String::new(), problems))?;
            failed_by(&page, &it)
        }
        Err(error) => Err(error),
    });
    Ok(answer.await?)
}

/// Which issue to look at then.
fn act_now(app: &App, seat: &Seat, issue: IssueId, deed: &str, form: &Form) -> Result<IssueId, AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    // Who may not see it is told so before anything of the form is looked at.
    let present = app.db.read(|tx| app.issue_sheet(tx, who, home, issue))?.line.issue;
    let command = command_of(deed, form, &present.proposals)?;
    let seen = form.id::<u64>("version")?.ok_or(Refusal::IssueChanged)?;
    Ok(app.act_on_issue(who, home, IssueDeed { issue, seen, command }).wait()?.id)
}

fn command_of(deed: &str, form: &Form, proposals: &[Proposal]) -> Result<IssueCommand, AppError> {
    let none = |field| Refusal::NotAChoice { field, value: String::new() };
    let request = || Ok::<_, AppError>(form.id("request")?.ok_or(none("request"))?);
    let into = || Ok::<_, AppError>(form.id("into")?.ok_or(none("into"))?);
    let split = || proposals.iter().find(|it| matches!(it, Proposal::Split(_))).cloned();
    Ok(match deed {
        "confirm" => IssueCommand::Confirm,
        "dismiss" => IssueCommand::Dismiss,
        "take-back" => IssueCommand::TakeBack,
        "add" => IssueCommand::Add { request: request()? },
        "take-out" => IssueCommand::TakeOut { request: request()? },
        "merge" => IssueCommand::Merge { into: into()? },
        "apart" => IssueCommand::Decline(Proposal::Merge(into()?)),
        "split" => IssueCommand::Split,
        "keep" => IssueCommand::Decline(split().ok_or(Refusal::IssueChanged)?),
        _ => return Err(Refusal::NotFound.into()),
    })
}
