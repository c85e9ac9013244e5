//! The surveys.

use super::kinds::StageKind;
use super::result::TallyView;
use crate::view::PageFrame;
use askama::Template;

/// One survey.
#[derive(Debug, Clone)]
pub struct SurveyRow {
    /// The question.
    pub question: String,
    /// The estate.
    pub estate: String,
    /// How far it is.
    pub stage: StageKind,
    /// When it was planned, milliseconds of the epoch.
    pub planned_at: i64,
    /// Counts.
    pub tally: TallyView,
    /// What it tells; `None` for those who only answer.
    pub href: Option<String>,
    /// The walk, while it goes on.
    pub walk: Option<String>,
}

/// `GET /surveys`.
#[derive(Template)]
#[template(path = "survey/list.html")]
pub struct SurveysPage {
    /// The frame.
    pub page: PageFrame,
    /// Whether the reader may plan one.
    pub plans: bool,
    /// The surveys.
    pub rows: Vec<SurveyRow>,
}
