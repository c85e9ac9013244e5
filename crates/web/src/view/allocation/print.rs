//! The allocation as a sheet for the notice board.

use askama::Template;

use super::Head;
use crate::view::{PageFrame, samples};

/// An estate on the sheet.
#[derive(Debug, Clone)]
pub struct PrintedRow {
    /// The estate.
    pub estate: String,
    /// Households.
    pub households: String,
    /// Its difficulty.
    pub difficulty: String,
    /// Its steward.
    pub steward: String,
    /// Whether the steward is another one than before.
    pub is_new: bool,
}

/// `GET /allocations/{id}/print`.
#[derive(Template)]
#[template(path = "allocation/print.html")]
pub struct AllocationPrintPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// The community.
    pub community: String,
    /// The estates, the hardest first.
    pub rows: Vec<PrintedRow>,
    /// How fair it is, in sentences without names of persons.
    pub says: Vec<String>,
    /// The weights in one line.
    pub weights: String,
    /// The rules in one line.
    pub rules: String,
    /// The version of the program that found it.
    pub version: String,
    /// The seed.
    pub seed: u64,
    /// The supervision phone, where there is one.
    pub supervision: Option<String>,
}

impl AllocationPrintPage {
    /// An invented sheet.
    pub fn sample(page: PageFrame) -> Self {
        let row = |estate: &str, is_new| PrintedRow {
            estate: estate.to_owned(),
            households: "1 207".to_owned(),
            difficulty: "71.4".to_owned(),
            steward: "林知夏".to_owned(),
            is_new,
        };
        let approved = Head::sample("allocation-stage-approved", "done", true);
        Self {
            head: Head { starts_at: Some(page.now), last: Some(page.now), ..approved },
            community: "晋祠路社区".to_owned(),
            rows: vec![row("汾河里", true), row(samples::LONG, false)],
            says: vec!["最大工作量 812，为平均的 118%。".to_owned()],
            weights: "户数 30%".to_owned(),
            rules: "层级严格".to_owned(),
            version: "0.1.0".to_owned(),
            seed: 1,
            supervision: Some("0351-5550100".to_owned()),
            page,
        }
    }

    /// A draft without a plan.
    pub fn sample_empty(page: PageFrame) -> Self {
        let head = Head::sample("allocation-stage-drafted", "new", true);
        Self { head, rows: Vec::new(), says: Vec::new(), supervision: None, ..Self::sample(page) }
    }
}
