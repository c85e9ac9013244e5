//! The requests behind a figure.

use askama::Template;

use crate::view::{More, PageFrame, RequestRow, samples};

/// `GET /numbers/requests?of=&part=&period=&estate=&grid=&after=`.
#[derive(Template)]
#[template(path = "numbers/list.html")]
pub struct CountedPage {
    /// The frame.
    pub page: PageFrame,
    /// What is counted, in words.
    pub title: String,
    /// How many there are in all.
    pub count: u32,
    /// The newest of them.
    pub rows: Vec<RequestRow>,
    /// The rest.
    pub more: Option<More>,
}

impl CountedPage {
    /// Invented requests.
    pub fn sample(page: PageFrame) -> Self {
        let rows = samples::rows(page.now);
        let more = Some(More { href: "/numbers/requests?after=sample".to_owned() });
        Self { title: "响应率 · 计入的 · 最近 30 天".to_owned(), count: 61, rows, more, page }
    }

    /// None.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { count: 0, rows: Vec::new(), more: None, ..Self::sample(page) }
    }
}
