//! The list of drafts, and what a new one asks.

use crate::view::{PageFrame, Problems};
use askama::Template;

/// A draft in the list.
#[derive(Debug, Clone)]
pub struct DraftLine {
    /// Its page.
    pub href: String,
    /// When it was made, milliseconds of the epoch.
    pub at: i64,
    /// The band: fewest and most households.
    pub band: (u32, u32),
    /// The word for how far it is.
    pub state: &'static str,
    /// The tone of its chip.
    pub tone: &'static str,
    /// From when it holds, where it was approved.
    pub starts_at: Option<i64>,
}

/// What the number of households of an estate means for the band.
#[derive(Debug, Clone)]
pub struct EstateHint {
    /// Its name.
    pub name: String,
    /// Its households.
    pub households: u32,
    /// What follows, in words.
    pub words: String,
    /// Whether no plan can bring it into order.
    pub unavoidable: bool,
}

/// What was typed.
#[derive(Debug, Clone)]
pub struct WishForm {
    /// The fewest households.
    pub min: String,
    /// The most.
    pub max: String,
    /// The price of a change.
    pub price: String,
    /// The seed.
    pub seed: String,
}

impl Default for WishForm {
    fn default() -> Self {
        let word = |it: &str| it.to_owned();
        Self { min: word("300"), max: word("500"), price: word("0"), seed: word("1") }
    }
}

/// `GET /grids/designs`, and again after a failed form.
///
/// Form: `POST /grids/designs`, `multipart/form-data`, with `csrf`, `min`, `max`, `price` (metres), `seed`, `lines`
/// (`keep`, `none`, `file`) and `file` (GeoJSON).
#[derive(Template)]
#[template(path = "place/designs.html")]
pub struct DesignsPage {
    /// The frame.
    pub page: PageFrame,
    /// The drafts, the newest first.
    pub drafts: Vec<DraftLine>,
    /// Each estate by the usual band.
    pub estates: Vec<EstateHint>,
    /// Buildings without a place on the plan.
    pub unplaced: u32,
    /// Streets and barriers of the newest draft.
    pub lines: (u32, u32),
    /// What was typed.
    pub form: WishForm,
    /// What was wrong.
    pub problems: Problems,
}

impl DesignsPage {
    fn has_lines(&self) -> bool {
        self.lines != (0, 0)
    }
}
