//! The months that have a report.

use askama::Template;

use crate::view::PageFrame;

/// One month.
#[derive(Debug, Clone)]
pub struct MonthRow {
    /// As `2026-10`.
    pub month: String,
    /// Whether it still runs.
    pub present: bool,
}

/// `GET /reports`.
#[derive(Template)]
#[template(path = "report/list.html")]
pub struct ReportsPage {
    /// The frame.
    pub page: PageFrame,
    /// The months, the present one first.
    pub months: Vec<MonthRow>,
}

impl ReportsPage {
    /// Three months.
    pub fn sample(page: PageFrame) -> Self {
        let month = |month: &str, present| MonthRow { month: month.to_owned(), present };
        Self { page, months: vec![month("2026-11", true), month("2026-10", false), month("2026-09", false)] }
    }

    /// Before the first request.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, months: Vec::new() }
    }
}
