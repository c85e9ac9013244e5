//! The list of a property company, committee or stationed organisation with an account.

use askama::Template;

use crate::view::{Contact, PageFrame, RequestRow, samples};

/// `GET /work` for an organisation: what was handed to it.
#[derive(Template)]
#[template(path = "work/organisation.html")]
pub struct OrganisationPage {
    /// The frame.
    pub page: PageFrame,
    /// Handed over and not taken.
    pub waiting: Vec<RequestRow>,
    /// In work.
    pub working: Vec<RequestRow>,
    /// Stewards of its estates, with the estate.
    pub stewards: Vec<(String, Contact)>,
}

impl OrganisationPage {
    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let rows = samples::rows(page.now);
        let stewards = vec![(samples::ESTATE.to_owned(), samples::steward())];
        Self { page, waiting: rows[2..3].to_vec(), working: rows[1..2].to_vec(), stewards }
    }

    /// Nothing was handed over.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { waiting: Vec::new(), working: Vec::new(), ..Self::sample(page) }
    }
}
