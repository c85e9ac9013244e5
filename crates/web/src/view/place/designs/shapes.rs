//! Where buildings lie.

use crate::view::{ChoiceGroup, PageFrame, Problems, samples};
use askama::Template;

/// What was typed of a rectangle.
#[derive(Debug, Clone, Default)]
pub struct RectangleForm {
    /// Longitude of the middle.
    pub longitude: String,
    /// Latitude of the middle.
    pub latitude: String,
    /// Length in metres.
    pub length: String,
    /// Depth in metres.
    pub depth: String,
    /// Degrees to the left.
    pub turn: String,
}

/// `GET /grids/shapes`, and again after a failed form. The plan is drawn from `GET /plan.geojson`; a click on it fills
/// longitude and latitude in.
///
/// Forms: `POST /grids/shapes`, `multipart/form-data`, with `csrf` and `file` (GeoJSON, xlsx or csv);
/// `POST /grids/shapes/rectangle` with `csrf`, `building`, `longitude`, `latitude`, `length`, `depth`, `turn`.
#[derive(Template)]
#[template(path = "place/shapes.html")]
pub struct ShapesPage {
    /// The frame.
    pub page: PageFrame,
    /// How many shapes the last file brought.
    pub done: Option<u32>,
    /// Whether there are outlines to draw.
    pub has_outlines: bool,
    /// Buildings without a place, by estate.
    pub unplaced: Vec<(String, String)>,
    /// Buildings, by estate.
    pub buildings: Vec<ChoiceGroup>,
    /// What was typed.
    pub form: RectangleForm,
    /// What was wrong.
    pub problems: Problems,
}

impl ShapesPage {
    /// One estate of which a building has no place.
    pub fn sample(page: PageFrame) -> Self {
        let choices = samples::choices(&[("b-4", "4号楼"), ("b-12", "12号楼")]);
        Self {
            done: Some(24),
            has_outlines: true,
            unplaced: vec![(samples::ESTATE.to_owned(), "12号楼".to_owned())],
            buildings: vec![ChoiceGroup { label: samples::ESTATE.to_owned(), choices }],
            form: RectangleForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// A community without buildings.
    pub fn sample_empty(page: PageFrame) -> Self {
        let nothing = Self::sample(page);
        Self { done: None, has_outlines: false, unplaced: Vec::new(), buildings: Vec::new(), ..nothing }
    }
}
