//! Done on the spot, in two taps.

use askama::Template;

use crate::view::{Choice, PageFrame, Problems, samples};

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct SpotForm {
    /// The id of the request to be, a UUID.
    pub id: String,
    /// Slug of the matter.
    pub matter: String,
    /// Id of the estate.
    pub estate: String,
    /// Id of the building, or empty.
    pub building: String,
    /// Optional words.
    pub text: String,
}

/// `GET /spot`, and again after a failed `POST /spot`.
///
/// First tap: a matter. Second tap: the button. The place is the one of the last time. The form is multipart:
/// `csrf`, `id`, `matter`,
/// `estate`, `building`, `text`, `photos`.
#[derive(Template)]
#[template(path = "requests/spot.html")]
pub struct SpotPage {
    /// The frame.
    pub page: PageFrame,
    /// Matters as tiles: the dozen that are put right on the spot most often, and one that is chosen already.
    pub matters: Vec<Choice>,
    /// All others, folded away.
    pub more_matters: Vec<Choice>,
    /// Estates of the worker, one chosen.
    pub estates: Vec<Choice>,
    /// Buildings of the chosen estate.
    pub buildings: Vec<Choice>,
    /// The chosen place in words.
    pub place: String,
    /// Division code, for the chooser.
    pub community: String,
    /// How many the worker recorded today.
    pub today: u32,
    /// What was typed.
    pub form: SpotForm,
    /// What was wrong.
    pub problems: Problems,
}

impl SpotPage {
    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            page,
            matters: samples::matters(),
            more_matters: samples::matters(),
            estates: samples::estates().into_iter().map(|estate| estate.chosen_if("e-1")).collect(),
            buildings: samples::buildings().into_iter().map(|building| building.chosen_if("b-4")).collect(),
            place: format!("{} · 4号楼", samples::ESTATE),
            community: samples::community().code,
            today: 3,
            form: SpotForm { id: samples::ID.to_owned(), ..SpotForm::default() },
            problems: Problems::default(),
        }
    }
}
