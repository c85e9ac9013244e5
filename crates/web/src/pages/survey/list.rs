//! The surveys that somebody reads or answers.

use super::{href, stage, tally};
use crate::fault::Fault;
use crate::view::Section;
use crate::view::survey::{SurveyRow, SurveysPage};
use crate::visitor::{Visitor, html};
use axum::response::Response;
use guanjia_app::office_allow;
use guanjia_app::survey::SurveyLine;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::survey::Stage;

/// `GET /surveys`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::File, &Area::community(home, None))?;
            let rows = app.surveys(tx, who, home)?.into_iter().map(row).collect();
            html(&SurveysPage { plans: app.plans_surveys(who), rows, page: seat.frame })
        })
        .await
}

fn row(line: SurveyLine) -> SurveyRow {
    let own = href(line.survey.id);
    let walks = line.walks && line.survey.stage == Stage::Running;
    SurveyRow {
        stage: stage(line.survey.stage),
        planned_at: line.survey.planned_at.0,
        tally: tally(&line.tally),
        walk: walks.then(|| format!("{own}/doors")),
        href: line.reads.then_some(own),
        question: line.question,
        estate: line.estate,
    }
}
