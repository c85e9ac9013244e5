//! One door, as a form that needs no script.

use super::kinds::Mark;
use crate::view::{Choice, PageFrame, Problems};
use askama::Template;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct DoorForm {
    /// What came out.
    pub said: Vec<Choice>,
    /// Since when.
    pub since: Vec<Choice>,
    /// By phone.
    pub by_phone: bool,
    /// They agree.
    pub consent: bool,
    /// The note.
    pub note: String,
}

/// `GET /surveys/{id}/doors/{door}`. Form (multipart) to the same address with `csrf`, `id`, `visit`, `said`, `since`,
/// `by_phone`, `consent`, `note`, `photos` (one at most).
#[derive(Template)]
#[template(path = "survey/door.html")]
pub struct DoorPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// The walk.
    pub back: String,
    /// Building, unit and room.
    pub place: String,
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// Whether answers are taken.
    pub running: bool,
    /// Whether it is a unit door.
    pub unit_door: bool,
    /// Whether it is asked since when.
    pub asks_since: bool,
    /// Whether a note may be written.
    pub takes_note: bool,
    /// Whether a photo may be taken.
    pub takes_photo: bool,
    /// The id of the next answer.
    pub next_id: String,
    /// Which visit it is.
    pub visit: u32,
    /// What came out before: the visit, and what.
    pub trail: Vec<(u32, Mark)>,
    /// What was typed.
    pub form: DoorForm,
    /// What was wrong.
    pub problems: Problems,
}
