//! The day of a grid worker, on the phone.

use askama::Template;

use crate::view::office::HandOverRow;
use crate::view::own_work::OwnBrief;
use crate::view::{Contact, More, PageFrame, RequestRow, samples};

/// `GET /work` for a grid worker. Two big buttons lead to `/spot` and `/requests/new`; below are the tasks.
#[derive(Template)]
#[template(path = "work/grid_worker.html")]
pub struct GridWorkerPage {
    /// The frame.
    pub page: PageFrame,
    /// The own work in a few lines.
    pub own: OwnBrief,
    /// Hand-overs that wait for an answer of the reader.
    pub hand_overs: Vec<HandOverRow>,
    /// Names of the worker's grids.
    pub grids: Vec<String>,
    /// Requests in the worker's hands, the most pressing first.
    pub tasks: Vec<RequestRow>,
    /// Requests that the worker handed on and that are still open.
    pub followed: Vec<RequestRow>,
    /// The rest of the tasks.
    pub more: Option<More>,
    /// The stewards whom the worker reports to, with the estate.
    pub stewards: Vec<(String, Contact)>,
}

impl GridWorkerPage {
    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        let rows = samples::rows(page.now);
        Self {
            own: OwnBrief::sample(),
            hand_overs: vec![HandOverRow::sample(page.now)],
            grids: vec!["第一网格".to_owned(), "第二网格".to_owned()],
            tasks: rows[..3].to_vec(),
            followed: rows[4..].to_vec(),
            more: Some(More { href: "/work?after=sample".to_owned() }),
            stewards: vec![(samples::ESTATE.to_owned(), samples::steward())],
            page,
        }
    }

    /// A quiet day.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            hand_overs: Vec::new(),
            tasks: Vec::new(),
            followed: Vec::new(),
            more: None,
            ..Self::sample(page)
        }
    }
}
