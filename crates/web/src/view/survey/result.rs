//! What a survey tells.

use super::kinds::StageKind;
use super::map::MapView;
use super::table::{DoorCell, DoorTable};
use crate::view::{Choice, PageFrame, Problems};
use askama::Template;

/// Counts as they are shown.
#[derive(Debug, Clone, Default)]
pub struct TallyView {
    /// All doors.
    pub doors: u32,
    /// Affected.
    pub affected: u32,
    /// Not affected.
    pub not_affected: u32,
    /// Nobody home.
    pub nobody_home: u32,
    /// Refused to say, or could not.
    pub silent: u32,
    /// Nobody was there.
    pub unvisited: u32,
    /// Told by phone.
    pub by_phone: u32,
    /// Visited more than once.
    pub again: u32,
    /// How many of a hundred doors are known.
    pub coverage: u32,
}

impl TallyView {
    /// Doors where somebody has to come, or come again.
    pub fn open(&self) -> u32 {
        self.nobody_home + self.unvisited
    }
}

/// A building.
#[derive(Debug, Clone)]
pub struct ResultBuilding {
    /// Its name.
    pub name: String,
    /// Its place on the page.
    pub anchor: String,
    /// Counts.
    pub tally: TallyView,
    /// Its units: name and counts.
    pub units: Vec<(String, TallyView)>,
    /// Its doors.
    pub table: DoorTable,
}

/// An affected door.
#[derive(Debug, Clone)]
pub struct AffectedRow {
    /// Where.
    pub place: String,
    /// Its page, for those who answer at doors.
    pub href: Option<String>,
    /// Households behind it.
    pub households: u32,
    /// Since when, in words; empty when it was not said.
    pub since: String,
    /// The note.
    pub note: String,
    /// The address of the photo, without its size.
    pub photo: Option<String>,
}

/// Doors of a unit where somebody has to come.
#[derive(Debug, Clone)]
pub struct OpenGroup {
    /// Building and unit.
    pub place: String,
    /// The doors.
    pub doors: Vec<DoorCell>,
}

/// Who takes which staircases.
#[derive(Debug, Clone)]
pub struct ShareLine {
    /// Who.
    pub name: String,
    /// Which, in words.
    pub stairs: String,
    /// How many doors.
    pub doors: u32,
}

/// `GET /surveys/{id}`. Forms: `POST /surveys/{id}/{deed}` with `csrf`: `share` with `worker` several times, `begin`,
/// `end`; `POST /surveys/{id}/export` with `csrf`.
#[derive(Template)]
#[template(path = "survey/result.html")]
pub struct SurveyPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// The estate.
    pub estate: String,
    /// How far it is.
    pub stage: StageKind,
    /// The common issue behind it, as an address.
    pub issue: Option<String>,
    /// Whether unit doors are asked, not households.
    pub unit_doors: bool,
    /// Counts.
    pub tally: TallyView,
    /// Affected households behind the affected doors.
    pub households: u32,
    /// How many of the rest are affected too: at least, at most.
    pub rest: (u32, u32),
    /// The plan of the estate; `None` where nothing is drawn.
    pub map: Option<MapView>,
    /// Building by building.
    pub buildings: Vec<ResultBuilding>,
    /// The affected doors.
    pub affected: Vec<AffectedRow>,
    /// Doors where nobody was.
    pub unvisited: Vec<OpenGroup>,
    /// Doors where nobody opened.
    pub nobody: Vec<OpenGroup>,
    /// Who takes which doors.
    pub shares: Vec<ShareLine>,
    /// Who can take doors; chosen are those who have some, or whose grid it is.
    pub workers: Vec<Choice>,
    /// Whether the reader shares it out, begins and ends it.
    pub plans: bool,
    /// Whether the reader answers at its doors.
    pub walks: bool,
    /// What was wrong.
    pub problems: Problems,
}
