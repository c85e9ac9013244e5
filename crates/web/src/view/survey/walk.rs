//! The walk from door to door. It works without signal: answers wait on the phone until the server has them.

use super::result::{OpenGroup, TallyView};
use super::table::DoorFloor;
use crate::view::{Choice, PageFrame};
use askama::Template;

/// A staircase of the walk.
#[derive(Debug, Clone)]
pub struct Stair {
    /// Building and unit.
    pub title: String,
    /// Its floors, the highest first.
    pub floors: Vec<DoorFloor>,
    /// How many of its doors are to be visited.
    pub left: u32,
    /// Whether it is open at first.
    pub unfolded: bool,
}

/// `GET /surveys/{id}/doors`. Answers are sent to `POST /surveys/{id}/answers` with `csrf`, `answers` (a list in JSON)
/// and at most one of `photos`.
#[derive(Template)]
#[template(path = "survey/walk.html")]
pub struct WalkPage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the survey, below which answers go.
    pub href: String,
    /// Who walks: answers that wait on the phone are sent as nobody else.
    pub owner: String,
    /// The estate.
    pub estate: String,
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// Whether answers are taken.
    pub running: bool,
    /// Whether unit doors are asked, not households.
    pub unit_doors: bool,
    /// Whether it is asked since when.
    pub since: bool,
    /// Whether a note may be written.
    pub note: bool,
    /// Whether a photo may be taken.
    pub photo: bool,
    /// Since when, to choose from.
    pub sinces: Vec<Choice>,
    /// Counts of these doors.
    pub tally: TallyView,
    /// The staircases in the order of the walk.
    pub stairs: Vec<Stair>,
    /// Doors where nobody was.
    pub unvisited: Vec<OpenGroup>,
    /// Doors where nobody opened.
    pub nobody: Vec<OpenGroup>,
}
