//! The allocations of a community.

use askama::Template;

use super::Head;
use crate::view::{PageFrame, Problems};

/// An allocation of the list.
#[derive(Debug, Clone)]
pub struct AllocationRow {
    /// What it is.
    pub head: Head,
    /// How many estates it has.
    pub estates: u32,
    /// How many of them change hands.
    pub moves: u32,
    /// Objections without an answer.
    pub waiting: u32,
}

/// `GET /allocations`. Form: `POST /allocations` with `csrf`, and `without` (an officer's id) and `most_changes`, which
/// both may be missing.
#[derive(Template)]
#[template(path = "allocation/list.html")]
pub struct AllocationsPage {
    /// The frame.
    pub page: PageFrame,
    /// Allocations, the newest first.
    pub rows: Vec<AllocationRow>,
    /// Whether the reader may begin one.
    pub may_change: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl AllocationsPage {
    /// Invented allocations.
    pub fn sample(page: PageFrame) -> Self {
        let row = |head, moves, waiting| AllocationRow { head, estates: 13, moves, waiting };
        let rows = vec![
            row(Head::sample("allocation-stage-laid", "wait", true), 2, 1),
            row(
                Head { starts_at: Some(page.now), ..Head::sample("allocation-stage-approved", "done", true) },
                5,
                0,
            ),
        ];
        Self { page, rows, may_change: true, problems: Problems::default() }
    }

    /// None yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, rows: Vec::new(), may_change: false, problems: Problems::default() }
    }
}
