//! The desk of an administrator: what is set up, and what comes next.

use askama::Template;

use super::MissingYears;
use crate::view::{PageFrame, Section};

/// One thing that is set up, with its number and the section where it is done.
#[derive(Debug, Clone)]
pub struct Tally {
    /// The section.
    pub section: Section,
    /// How many there are.
    pub number: u32,
}

/// `GET /work` for an administrator, a security administrator or an auditor.
#[derive(Template)]
#[template(path = "work/administrator.html")]
pub struct AdministratorPage {
    /// The frame.
    pub page: PageFrame,
    /// Numbers by section.
    pub tallies: Vec<Tally>,
    /// Years of the next twelve months whose working calendar is missing.
    pub missing_years: MissingYears,
    /// The last backup, milliseconds of the epoch; `None` when there was none.
    pub last_backup: Option<i64>,
    /// When one failed after that.
    pub failed_backup: Option<i64>,
}

impl AdministratorPage {
    fn is_new(&self) -> bool {
        self.tallies.iter().all(|tally| tally.number == 0)
    }

    /// An invented desk.
    pub fn sample(page: PageFrame) -> Self {
        let tally = |section, number| Tally { section, number };
        let last_backup = Some(page.now - 31 * 3_600_000);
        let failed_backup = Some(page.now - 7 * 3_600_000);
        Self {
            page,
            tallies: vec![tally(Section::Estates, 13), tally(Section::Grids, 20), tally(Section::People, 34)],
            missing_years: MissingYears::sample(false),
            last_backup,
            failed_backup,
        }
    }

    /// An installation before the first import.
    pub fn sample_empty(page: PageFrame) -> Self {
        let tallies = vec![Tally { section: Section::Estates, number: 0 }];
        let missing_years = MissingYears::default();
        Self { page, tallies, missing_years, last_backup: None, failed_backup: None }
    }
}
