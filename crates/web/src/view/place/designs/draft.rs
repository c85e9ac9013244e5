//! A draft with its three plans and its map.

use crate::view::office::OpenRow;
use crate::view::{Choice, ChoiceGroup, PageFrame, Problems};
use askama::Template;

/// A plan as a column of the comparison.
#[derive(Debug, Clone)]
pub struct PlanColumn {
    /// The word that the form sends.
    pub slug: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Whether it is the one that is worked on.
    pub chosen: bool,
    /// Grids.
    pub grids: usize,
    /// Grids in the band.
    pub in_band: usize,
    /// Fewest and most households of a grid.
    pub households: String,
    /// Mixed grids.
    pub mixed: usize,
    /// Pieces of estates that they do not need.
    pub extra: i64,
    /// Mean walk in metres.
    pub walk: String,
    /// Households that change their grid.
    pub changed: i64,
    /// What is known of its bound.
    pub proof: &'static str,
}

/// A move that is looked at.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The building, as the form sends it.
    pub building: String,
    /// The group, as the form sends it.
    pub to: String,
    /// "4号楼 → 第2网格".
    pub words: String,
    /// What changes: the word, before and after.
    pub costs: Vec<(&'static str, String, String)>,
}

/// A grid of the draft.
#[derive(Debug, Clone)]
pub struct GridRow {
    /// Its place among the groups: what the worker's field is called by.
    pub number: usize,
    /// Its number on the map, from 1.
    pub mark: usize,
    /// The number of its colour.
    pub tone: usize,
    /// Its name.
    pub name: String,
    /// Whether it is new.
    pub is_new: bool,
    /// Households.
    pub households: u32,
    /// What is not as it should be.
    pub faults: Vec<&'static str>,
    /// Mean walk in metres.
    pub walk: String,
    /// What it is made of: estate and its buildings.
    pub parts: Vec<(String, String)>,
    /// Its worker as it goes on, and who could be.
    pub workers: Vec<Choice>,
}

/// An estate that falls apart.
#[derive(Debug, Clone)]
pub struct Torn {
    /// The estate.
    pub estate: String,
    /// The buildings of each part.
    pub parts: Vec<String>,
}

/// `GET /grids/designs/{id}?building=&to=`, and again after a failed form. The map is drawn from
/// `GET /grids/designs/{id}/map.geojson`.
///
/// Forms, each with `csrf` and `version`: `POST /grids/designs/{id}/choose` with `priority`; `…/move` with `building`
/// and `to`; `…/undo`; `…/give-up`; `…/approve` with `starts_on` (empty = at once) and `worker-N` for each grid
/// (empty = nobody); `…/hand-on`. `GET /grids/designs/{id}` with `building` and `to` shows what a move costs.
#[derive(Template)]
#[template(path = "place/design.html")]
pub struct DesignPage {
    /// The frame.
    pub page: PageFrame,
    /// The draft.
    pub id: String,
    /// What the forms were made from.
    pub version: u64,
    /// When it was made.
    pub at: i64,
    /// Band, price, seed and version of the program, in words.
    pub asked: String,
    /// The word for how far it is, and its tone.
    pub state: (&'static str, &'static str),
    /// Whether it is worked on.
    pub open: bool,
    /// Whether the house has changed since.
    pub stale: bool,
    /// Whether the reader may approve it.
    pub may_approve: bool,
    /// From when it holds.
    pub starts_at: Option<i64>,
    /// The three plans as they were proposed.
    pub plans: Vec<PlanColumn>,
    /// The plan with all moves.
    pub now: PlanColumn,
    /// How many moves can be taken back.
    pub moves: usize,
    /// Estates that the plan cannot bring into order, with what can be chosen.
    pub unavoidable: Vec<(String, String)>,
    /// Estates that fall apart.
    pub torn: Vec<Torn>,
    /// Buildings far from every street.
    pub off_streets: String,
    /// Buildings by estate.
    pub buildings: Vec<ChoiceGroup>,
    /// Grids to move to.
    pub targets: Vec<Choice>,
    /// A move that is looked at.
    pub tried: Option<Tried>,
    /// The grids.
    pub grids: Vec<GridRow>,
    /// Open requests that come to another grid worker, with their places in `place`.
    pub tasks: Vec<(OpenRow, String)>,
    /// Whether some can be handed on now.
    pub may_hand_on: bool,
    /// Drawings planned for later, which are taken back.
    pub replaced: u32,
    /// Present grids that are given up.
    pub given_up: String,
    /// What was typed as the day.
    pub starts_on: String,
    /// What was wrong.
    pub problems: Problems,
}
