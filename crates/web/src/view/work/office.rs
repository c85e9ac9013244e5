//! The desk of a street office or a district bureau: calls for help.

use askama::Template;

use crate::view::call::{CallRow, CallStage};
use crate::view::project::ProjectRow;
use crate::view::project::kinds::Stage;
use crate::view::{PageFrame, RequestRow, samples};

/// The calls of one community.
#[derive(Debug, Clone)]
pub struct Call {
    /// The community.
    pub community: String,
    /// What it escalated, the most pressing first.
    pub rows: Vec<RequestRow>,
}

/// `GET /work` for a street office or a bureau. Accepting and answering happen on the page of the request
/// (verbs `take` and `dispose`).
#[derive(Template)]
#[template(path = "work/office.html")]
pub struct OfficePage {
    /// The frame.
    pub page: PageFrame,
    /// Calls that nobody has taken.
    pub waiting: u32,
    /// Calls in work.
    pub working: u32,
    /// Limit passed.
    pub overdue: u32,
    /// Calls for help to this office.
    pub to_answer: Vec<CallRow>,
    /// Projects that wait for a word.
    pub projects: Vec<ProjectRow>,
    /// Calls by community.
    pub calls: Vec<Call>,
}

impl OfficePage {
    /// An invented desk.
    pub fn sample(page: PageFrame) -> Self {
        let rows = samples::rows(page.now)[5..].to_vec();
        let calls = vec![Call { community: samples::community().name, rows }];
        let projects = vec![ProjectRow::sample(page.now, "单元门补装路灯", Stage::Submitted)];
        let to_answer = vec![CallRow::sample("请派人看 18 棵树，报批修剪。", CallStage::Blown)];
        Self { page, waiting: 1, working: 0, overdue: 0, to_answer, projects, calls }
    }

    /// No calls.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (to_answer, projects, calls) = (Vec::new(), Vec::new(), Vec::new());
        Self { page, waiting: 0, working: 0, overdue: 0, to_answer, projects, calls }
    }
}
