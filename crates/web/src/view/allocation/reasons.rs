//! What every other choice would cost.

use askama::Template;

use super::Head;
use crate::view::{PageFrame, samples};

/// An estate with the price of each officer.
#[derive(Debug, Clone)]
pub struct ReasonsRow {
    /// The estate.
    pub estate: String,
    /// For each officer: what it costs, and the tone of the cell.
    pub cells: Vec<(String, &'static str)>,
}

/// `GET /allocations/{id}/reasons`.
#[derive(Template)]
#[template(path = "allocation/reasons.html")]
pub struct ReasonsPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// The officers, in the order of the columns: by name.
    pub officers: Vec<String>,
    /// The estates, by name; empty where it was not worked out.
    pub rows: Vec<ReasonsRow>,
    /// Rules that cost something.
    pub binding: Vec<String>,
}

impl ReasonsPage {
    /// Invented prices.
    pub fn sample(page: PageFrame) -> Self {
        let row = |estate: &str| ReasonsRow {
            estate: estate.to_owned(),
            cells: vec![("✓".to_owned(), "done"), ("最大 +38".to_owned(), ""), ("×".to_owned(), "off")],
        };
        Self {
            head: Head::sample("allocation-stage-laid", "wait", true),
            officers: ["林知夏", "江予安", samples::LONG].map(str::to_owned).into(),
            rows: vec![row("汾河里"), row(samples::ESTATE)],
            binding: vec!["层级".to_owned()],
            page,
        }
    }

    /// Nothing was worked out.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { rows: Vec::new(), binding: Vec::new(), ..Self::sample(page) }
    }
}
