//! Taking lists out of the house.

use askama::Template;

use crate::view::{Community, PageFrame, Problem, Problems, samples};

/// `GET /export`; `POST /export` with `csrf`, `list`, `form` and `reason` answers with the file.
#[derive(Template)]
#[template(path = "office/export.html")]
pub struct ExportPage {
    /// The frame.
    pub page: PageFrame,
    /// The community whose lists they are.
    pub community: Community,
    /// Whether the reader may take the list of residents.
    pub residents: bool,
    /// The reason as it was typed.
    pub reason: String,
    /// What was wrong.
    pub problems: Problems,
}

impl ExportPage {
    /// Before anything is asked for.
    pub fn sample(page: PageFrame) -> Self {
        let reason = String::new();
        let (community, problems) = (samples::community(), Problems::default());
        Self { page, community, residents: true, reason, problems }
    }

    /// For an administrator, who does not take the list of residents.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { residents: false, ..Self::sample(page) }
    }

    /// Residents were asked for without a reason.
    pub fn sample_long(page: PageFrame) -> Self {
        let missing =
            Problem::new(page.words, "reason", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { problems: vec![missing].into(), ..Self::sample(page) }
    }
}
