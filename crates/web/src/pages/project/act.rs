//! What is done with a project.

use super::command::command;
use super::forms::Failed;
use super::sent::{Sent, brings_photos, read};
use super::show::page_of;
use super::told::told_page;
use crate::fault::Fault;
use crate::form::store_photos;
use crate::pages::own_work::id;
use crate::refusals::told;
use crate::view::Problem;
use crate::visitor::{Seat, Visitor, failed_by, html};
use crate::words::Words;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::project::{ProjectDeed, ProjectSheet};
use guanjia_app::request::Reporter;
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{ProjectId, RequestId};
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};

/// `POST /projects/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((project, deed)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Fault> {
    let sent = read(request, &deed).await?;
    let seat = visitor.acting(sent.form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, project) = (site.app(), id::<ProjectId>(&project)?);
        let who = &seat.signed_in.who;
        let community = app.db.read(|tx| app.find_project(tx, who, project))?;
        let sheet = app.db.read(|tx| app.project_sheet(tx, who, community, project))?;
        if deed == "reveal" {
            return reveal(app, words, &seat, community, project, &sent);
        }
        match done(app, &seat, &sheet, &deed, &sent) {
            Ok(()) => {
                let page = if deed == "tell" { "/told" } else { "" };
                Ok(Redirect::to(&format!("/projects/{project}{page}")).into_response())
            }
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                again(app, words, seat, community, project, deed, sent, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

/// Whether the page can say what to do about it.
fn is_told(refusal: &Refusal) -> bool {
    matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict)
}

fn done(app: &App, seat: &Seat, sheet: &ProjectSheet, deed: &str, sent: &Sent) -> Result<(), AppError> {
    let (who, community, project) = (&seat.signed_in.who, sheet.community, sheet.project.id);
    let form = &sent.form;
    if deed == "close-requests" {
        let parsed = sent.ticked.iter().map(|it| it.parse::<RequestId>());
        let chosen = parsed.collect::<Result<Vec<_>, _>>();
        let chosen = chosen.map_err(|_| Refusal::NotAChoice { field: "request", value: String::new() })?;
        return app.close_linked(who, community, project, chosen).wait().map(drop);
    }
    let command = app.db.read(|tx| command(tx, sheet, deed, sent))?;
    let step = command.step();
    // Before a photo is written: who may not do it leaves nothing behind.
    let photos = if brings_photos(deed) && sheet.may(step) {
        store_photos(app, community, &form.photos)?
    } else {
        Vec::new()
    };
    if brings_photos(deed) && !sheet.may(step) {
        return Err(if sheet.keeps { Refusal::ProjectChanged } else { Refusal::Forbidden }.into());
    }
    let said = |name: &str| Some(form.owned(name)).filter(|it| !it.trim().is_empty());
    let contact = match deed {
        "object" => Reporter { name: said("name"), phone: said("phone") },
        _ => Reporter::default(),
    };
    let seen = form.get("version").parse().map_err(|_| Refusal::ProjectChanged)?;
    let deed = ProjectDeed { project, seen: Some(seen), command, contact, photos };
    app.act_on_project(who, community, deed)?.wait().map(drop)
}

/// The page once more, with what was typed and what was wrong.
#[expect(clippy::too_many_arguments, reason = "what was asked for, and what came of it")]
fn again(
    app: &App,
    words: &'static Words,
    seat: Seat,
    community: CommunityCode,
    project: ProjectId,
    deed: String,
    sent: Sent,
    refusal: &Refusal,
) -> Result<Response, AppError> {
    // The field of a design's line is named by its need; the list on top says what is wrong with it.
    let problem: Problem = told(words, refusal);
    let deed = match sent.form.get("n") {
        "" => deed,
        n => format!("{deed}-{n}"),
    };
    let failed = Failed { deed, sent, problems: vec![problem].into() };
    app.db.read(|tx| {
        let sheet = app.project_sheet(tx, &seat.signed_in.who, community, project)?;
        if failed.deed == "tell" {
            return failed_by(&told_page(words, seat.frame, &sheet, Some(&failed)), refusal);
        }
        failed_by(&page_of(app, tx, words, seat.frame, &sheet, Some(&failed), None)?, refusal)
    })
}

/// Who objected, in clear, with a reason.
fn reveal(
    app: &App,
    words: &'static Words,
    seat: &Seat,
    community: CommunityCode,
    project: ProjectId,
    sent: &Sent,
) -> Result<Response, AppError> {
    let n = sent.form.get("n").parse().map_err(|_| Refusal::NotFound)?;
    let who = &seat.signed_in.who;
    let person = app.reveal_objector(who, community, (project, n), sent.form.get("reason"))?.wait()?;
    let revealed = (n, person);
    app.db.read(|tx| {
        let sheet = app.project_sheet(tx, who, community, project)?;
        let page = page_of(app, tx, words, seat.frame.clone(), &sheet, None, Some(&revealed))?;
        Ok(html(&page)?.into_response())
    })
}
