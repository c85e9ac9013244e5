//! The plan of the community.

use askama::Template;

use crate::view::{PageFrame, samples};

/// An estate in the list beside the plan, with its buildings.
#[derive(Debug, Clone)]
pub struct PlanPlace {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Open requests.
    pub open: u32,
    /// Name, page and open requests of its buildings.
    pub buildings: Vec<(String, String, u32)>,
}

/// `GET /plan`. The plan itself is drawn from `GET /plan.geojson`, a feature collection whose features carry
/// `kind` (`estate`,
/// `building`), `name`, `href`, and optionally `note` (plain text) and `open` (open requests).
#[derive(Template)]
#[template(path = "place/plan.html")]
pub struct PlanPage {
    /// The frame.
    pub page: PageFrame,
    /// Whether there are outlines to draw.
    pub has_outlines: bool,
    /// The same places as a list.
    pub places: Vec<PlanPlace>,
}

impl PlanPage {
    /// An invented plan.
    pub fn sample(page: PageFrame) -> Self {
        let building = |name: &str, open| (name.to_owned(), "/estates/e-1/buildings/b-4".to_owned(), open);
        let places = vec![PlanPlace {
            href: "/estates/e-1".to_owned(),
            name: samples::ESTATE.to_owned(),
            open: 23,
            buildings: vec![building("4号楼", 1), building("12号楼", 0)],
        }];
        Self { page, has_outlines: true, places }
    }

    /// A community without outlines and estates.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, has_outlines: false, places: Vec::new() }
    }
}
