//! What goes along with the estates that change hands.

use askama::Template;

use super::Head;
use crate::view::office::{HandOverPage, HandedPart};
use crate::view::{PageFrame, samples};

/// An estate that changes hands.
#[derive(Debug, Clone)]
pub struct MovesPart {
    /// Who has it.
    pub from: String,
    /// Who gets it.
    pub to: String,
    /// What is open there.
    pub part: HandedPart,
}

/// `GET /allocations/{id}/moves`.
#[derive(Template)]
#[template(path = "allocation/moves.html")]
pub struct MovesPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// The estates.
    pub parts: Vec<MovesPart>,
}

impl MovesPage {
    /// Invented requests.
    pub fn sample(page: PageFrame) -> Self {
        let parts = HandOverPage::sample(page.clone()).parts.into_iter().map(|part| MovesPart {
            from: "林知夏".to_owned(),
            to: samples::LONG.to_owned(),
            part,
        });
        Self { parts: parts.collect(), head: Head::sample("allocation-stage-approved", "done", true), page }
    }

    /// Nothing changes hands.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { parts: Vec::new(), ..Self::sample(page) }
    }
}
