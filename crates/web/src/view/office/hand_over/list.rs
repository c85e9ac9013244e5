//! The list of hand-overs.

use crate::view::{Choice, PageFrame, samples};
use askama::Template;

/// One hand-over.
#[derive(Debug, Clone)]
pub struct HandOverRow {
    /// Its page.
    pub href: String,
    /// Who hands over.
    pub from: String,
    /// Who takes it on.
    pub to: String,
    /// What, by name.
    pub parts: String,
    /// Key of the occasion.
    pub occasion: &'static str,
    /// From when, milliseconds of the epoch.
    pub starts_at: i64,
    /// The last day of an absence, milliseconds of the epoch.
    pub last_day: Option<i64>,
    /// How it was answered, in words.
    pub answer: String,
    /// The tone of the answer.
    pub tone: &'static str,
}

impl HandOverRow {
    /// An invented one.
    pub fn sample(now: i64) -> Self {
        Self {
            href: format!("/hand-overs/{}", samples::ID),
            from: "林知夏".to_owned(),
            to: "江予安".to_owned(),
            parts: samples::ESTATE.to_owned(),
            occasion: "occasion-absence",
            starts_at: now + 86_400_000,
            last_day: Some(now + 5 * 86_400_000),
            answer: "等待接收".to_owned(),
            tone: "wait",
        }
    }
}

/// `GET /hand-overs`. A secretary also chooses somebody there: `GET /hand-overs/new?from=`.
#[derive(Template)]
#[template(path = "office/hand_overs.html")]
pub struct HandOversPage {
    /// The frame.
    pub page: PageFrame,
    /// The hand-overs, the newest first.
    pub rows: Vec<HandOverRow>,
    /// Who could hand over; empty for those who may not ask.
    pub staff: Vec<Choice>,
}

impl HandOversPage {
    /// Invented hand-overs.
    pub fn sample(page: PageFrame) -> Self {
        let staff = samples::choices(&[("s-1", "林知夏"), ("s-2", "江予安")]);
        Self { rows: vec![HandOverRow::sample(page.now)], staff, page }
    }

    /// None yet, for somebody who may not ask.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, rows: Vec::new(), staff: Vec::new() }
    }
}
