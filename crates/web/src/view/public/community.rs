//! The public page of a community.

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
    /// What was put right lately: matter, place, milliseconds of the epoch.
    pub solved: Vec<(String, String, i64)>,
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
        let now = page.now;
        Self {
            leaflets: vec![PublicLeaflet::sample(page.words)],
            page,
            community: samples::community(),
            estates: samples::estates().into_iter().map(|estate| estate.chosen_if("e-1")).collect(),
            steward: Some((samples::ESTATE.to_owned(), samples::steward())),
            reach: Reach::sample(),
            solved: vec![
                ("路灯".to_owned(), "长风苑 · 12号楼".to_owned(), now - 86_400_000),
                ("楼道堆物".to_owned(), "汾河里 · 3号楼".to_owned(), now - 3 * 86_400_000),
            ],
        }
    }

    /// The same before an estate was chosen and anything was solved.
    pub fn sample_empty(page: PageFrame) -> Self {
        let page = Self::sample(page);
        let (steward, reach, leaflets, solved) = (None, Reach::default(), Vec::new(), Vec::new());
        Self { estates: samples::estates(), steward, reach, leaflets, solved, ..page }
    }
}
