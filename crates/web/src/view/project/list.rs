//! The list of projects.

use super::kinds::Stage;
use crate::view::{Choice, PageFrame, samples};
use askama::Template;

/// One project.
#[derive(Debug, Clone)]
pub struct ProjectRow {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its estate.
    pub estate: String,
    /// Where it stands.
    pub stage: Stage,
    /// What comes next, in words.
    pub next: String,
    /// How many doors are in it.
    pub doors: u32,
    /// Since when, milliseconds of the epoch.
    pub since: i64,
}

impl ProjectRow {
    /// An invented one.
    pub fn sample(now: i64, title: &str, stage: Stage) -> Self {
        Self {
            href: format!("/projects/{}", samples::ID),
            title: title.to_owned(),
            estate: samples::ESTATE.to_owned(),
            stage,
            next: "答复 2 条不同意见".to_owned(),
            doors: 28,
            since: now - 9 * 86_400_000,
        }
    }
}

/// `GET /projects`. Whoever may begin one chooses an estate there: `GET /projects/new?estate=`.
#[derive(Template)]
#[template(path = "project/list.html")]
pub struct ProjectsPage {
    /// The frame.
    pub page: PageFrame,
    /// The projects, open ones first.
    pub rows: Vec<ProjectRow>,
    /// Estates in which the reader may begin one.
    pub estates: Vec<Choice>,
}

impl ProjectsPage {
    /// Invented projects.
    pub fn sample(page: PageFrame) -> Self {
        let row = |title, stage| ProjectRow::sample(page.now, title, stage);
        let rows = vec![
            row("12号楼等单元门补装路灯", Stage::Consulting),
            row(samples::LONG, Stage::NotNow),
            row("4号楼一带树木修剪", Stage::Closed),
        ];
        Self { rows, estates: samples::choices(&[("e-1", samples::ESTATE)]), page }
    }

    /// None yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, rows: Vec::new(), estates: Vec::new() }
    }
}
