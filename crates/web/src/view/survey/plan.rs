//! Planning a survey.

use super::map::MapView;
use super::table::DoorTable;
use crate::view::{Choice, PageFrame, Problems};
use askama::Template;

/// A unit that can be chosen.
#[derive(Debug, Clone)]
pub struct ScopeUnit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Households.
    pub households: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A building that can be chosen, as a whole or in part.
#[derive(Debug, Clone)]
pub struct ScopeBuilding {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Households.
    pub households: u32,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Its units.
    pub units: Vec<ScopeUnit>,
    /// Where its single rooms are offered.
    pub rooms_href: String,
    /// Its rooms, once they are offered: `visit` is 1 for those that are chosen.
    pub rooms: Option<DoorTable>,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct PlanForm {
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// Where it is asked.
    pub asked_at: Vec<Choice>,
    /// Since when.
    pub since: bool,
    /// Photo.
    pub photo: bool,
    /// Note.
    pub note: bool,
    /// The whole estate.
    pub whole: bool,
}

/// `GET /surveys/new?estate=&issue=&matter=&building=`; without an estate it asks for one. Form: `POST /surveys` with
/// `csrf`, `estate`, `issue`, `matter`, `question`, `hint`, `asked_at` (`rooms` or `unit_doors`), `since`, `photo`,
/// `note`, `whole` (`yes`), and several times `building`, `unit`, `room`.
#[derive(Template)]
#[template(path = "survey/plan.html")]
pub struct SurveyPlanPage {
    /// The frame.
    pub page: PageFrame,
    /// Estates to choose from, while none is chosen.
    pub estates: Vec<Choice>,
    /// The estate: id and name.
    pub estate: Option<(String, String)>,
    /// The common issue behind it.
    pub issue: String,
    /// The code of the matter.
    pub matter: String,
    /// What was typed.
    pub form: PlanForm,
    /// Its buildings.
    pub buildings: Vec<ScopeBuilding>,
    /// The plan of the estate; `None` where nothing is drawn.
    pub map: Option<MapView>,
    /// What was wrong.
    pub problems: Problems,
}
