//! Slips to leave at doors.

use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::view::Section;
use crate::view::project::{SlipView, SlipsPage};
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_domain::ids::{ProjectId, SurveyId};

/// `GET /surveys/{id}/slips`.
pub(crate) async fn of_survey(visitor: Visitor, Path(survey): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let survey = id::<SurveyId>(&survey)?;
            let base = format!("{}/s/{home}", visitor.site.base_url());
            let (estate, slips) = app.survey_slips(tx, who, home, survey)?;
            let view = |it: guanjia_app::project::Slip| SlipView {
                door: it.door,
                address: format!("{base}/{}", it.link),
            };
            html(&SlipsPage {
                href: format!("/surveys/{survey}"),
                title: visitor.look.words().say("slip-noted").to_owned(),
                estate,
                slips: slips.into_iter().map(view).collect(),
                page: seat.frame,
            })
        })
        .await
}

/// `GET /projects/{id}/slips`.
pub(crate) async fn show(visitor: Visitor, Path(project): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            let sheet = app.project_sheet(tx, who, community, project)?;
            let base = format!("{}/s/{community}", visitor.site.base_url());
            let slips = app.slips(tx, who, community, project)?;
            let view = |it: guanjia_app::project::Slip| SlipView {
                door: it.door,
                address: format!("{base}/{}", it.link),
            };
            html(&SlipsPage {
                href: format!("/projects/{project}"),
                title: sheet.text(Some(0)).to_owned(),
                estate: sheet.estate,
                slips: slips.into_iter().map(view).collect(),
                page: seat.frame,
            })
        })
        .await
}
