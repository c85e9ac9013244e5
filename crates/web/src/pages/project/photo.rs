//! Photos of projects.

use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::pages::photos::{picture, size_of};
use crate::pages::public::code;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::project::PublicPlan;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

/// `GET /projects/{id}/photos/{n}/{size}`.
pub(crate) async fn of_staff(
    visitor: Visitor,
    Path((project, n, size)): Path<(String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            app.project_sheet(tx, who, community, project)?;
            let bytes = app.project_photo(tx, community, (project, n), size_of(&size)?)?;
            Ok(picture(bytes))
        })
        .await
}

/// `GET /l/{community}/{link}/projects/{project}/photos/{n}/{size}`.
pub(crate) async fn of_resident(
    visitor: Visitor,
    Path((code_text, link, project, n, size)): Path<(String, String, String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let (app, code) = (visitor.site.app(), code(&code_text)?);
            let opened = app.open_resident_link(tx, code, &link)?;
            let request = tx.request(code, opened.request)?.ok_or(Refusal::NotFound)?;
            let plans = app.plans_of_request(tx, &opened.who, code, &request)?;
            let project = id::<ProjectId>(&project)?;
            let plan = plans.iter().find(|it| it.id == project).ok_or(Refusal::NotFound)?;
            shown(app, tx, code, plan, (n, &size))
        })
        .await
}

/// `GET /s/{community}/{link}/photos/{n}/{size}`.
pub(crate) async fn of_slip(
    visitor: Visitor,
    Path((code_text, link, n, size)): Path<(String, String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let (app, code) = (visitor.site.app(), code(&code_text)?);
            let plan = app.open_slip(tx, code, &link)?.plan.ok_or(Refusal::NotFound)?;
            shown(app, tx, code, &plan, (n, &size))
        })
        .await
}

fn shown(
    app: &App,
    tx: &mut Tx,
    code: CommunityCode,
    plan: &PublicPlan,
    (n, size): (u32, &str),
) -> Result<Response, AppError> {
    Ok(picture(app.project_photo(tx, code, (plan.id, n), size_of(size)?)?))
}
