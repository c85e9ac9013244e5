//! Sharing a survey out, beginning and ending it.

use super::show::page_of;
use super::{href, id};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::refusals::told;
use crate::visitor::{Visitor, failed_by};
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{StaffId, SurveyId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};

/// `POST /surveys/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((survey, deed)): Path<(String, String)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let known: &[&str] = if deed == "share" { &["csrf", "worker"] } else { &["csrf"] };
    let form = Form::encoded(&bytes, known)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let survey = id::<SurveyId>(&survey)?;
        let done = step(site.app(), &seat.signed_in.who, seat.home, survey, &deed, &bytes);
        match done {
            Ok(()) => Ok(Redirect::to(&href(survey)).into_response()),
            Err(AppError::Refused(refusal))
                if matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict) =>
            {
                let problems = vec![told(visitor.look.words(), &refusal)].into();
                let page = site.app().db.read(|tx| page_of(&visitor, tx, seat, survey, problems))?;
                failed_by(&page, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn step(
    app: &App,
    who: &Principal,
    home: CommunityCode,
    survey: SurveyId,
    deed: &str,
    bytes: &[u8],
) -> Result<(), AppError> {
    match deed {
        "share" => {
            let typed = Form::all(bytes, "worker");
            let staff: Result<Vec<StaffId>, Refusal> =
                typed.iter().filter_map(|it| chosen("worker", it).transpose()).collect();
            app.share_survey(who, home, survey, staff?).wait()
        }
        "begin" => app.begin_survey(who, home, survey).wait(),
        "end" => app.end_survey(who, home, survey).wait(),
        _ => Err(Refusal::NotFound.into()),
    }
}
