//! The public page of a community.

use super::estate::EstateFigures;
use askama::Template;

use crate::view::own_work::PublicLeaflet;
use crate::view::print::Reach;
use crate::view::{Choice, Community, Contact, PageFrame, samples};

/// `GET /c/{community}?estate=`.
///
/// The chooser is a `GET` form of the same address with `estate`.
#[derive(Template)]
#[template(path = "public/community.html")]
pub struct CommunityPage {
    /// The frame.
    pub page: PageFrame,
    /// The community.
    pub community: Community,
    /// Its estates; the chosen one is marked.
    pub estates: Vec<Choice>,
    /// Name of the chosen estate and its steward.
    pub steward: Option<(String, Contact)>,
    /// The office's numbers and hours, and the supervision phone.
    pub reach: Reach,
    /// What hangs in the chosen estate and in the whole community.
    pub leaflets: Vec<PublicLeaflet>,
    /// What everybody may read of the chosen estate.
    pub figures: Option<EstateFigures>,
}

impl CommunityPage {
    /// The report page, with the chosen estate in it.
    fn report_href(&self) -> String {
        let base = format!("/c/{}/report", self.community.code);
        match self.estates.iter().find(|estate| estate.chosen) {
            Some(estate) => format!("{base}?estate={}", estate.value),
            None => base,
        }
    }

    /// An invented page with an estate chosen.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            leaflets: vec![PublicLeaflet::sample(page.words)],
            figures: Some(EstateFigures::sample(&page)),
            page,
            community: samples::community(),
            estates: samples::estates().into_iter().map(|estate| estate.chosen_if("e-1")).collect(),
            steward: Some((samples::ESTATE.to_owned(), samples::steward())),
            reach: Reach::sample(),
        }
    }

    /// The same before an estate was chosen.
    pub fn sample_empty(page: PageFrame) -> Self {
        let page = Self::sample(page);
        let (steward, reach, leaflets, figures) = (None, Reach::default(), Vec::new(), None);
        Self { estates: samples::estates(), steward, reach, leaflets, figures, ..page }
    }
}
