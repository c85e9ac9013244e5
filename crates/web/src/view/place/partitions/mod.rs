//! The partitions by date: which estate, which grid, which steward.

mod lines;
mod sample;

pub use lines::{Cancel, CellLine, PartitionBlock, PlannedDay, PlannedLine};

use crate::view::{Choice, ChoiceGroup, PageFrame, Problems};
use askama::Template;

/// What was typed into the form that plans a change.
#[derive(Debug, Clone, Default)]
pub struct PlanForm {
    /// Which of the changes: `part`, `worker`, `building`, `new`, `give-up`; empty when no form failed.
    pub kind: String,
    /// From which day on, as a `date` field sends it.
    pub starts_on: String,
    /// The name of a new grid.
    pub name: String,
}

/// `GET /partitions?on=2026-12-01&by=grid`, and again after a failed form. The plan is drawn from
/// `GET /partitions.geojson` with the same two fields.
///
/// Forms: `POST /partitions` with `csrf`, `starts_on` (empty = at once), `kind` and what belongs to it: `part`
/// (`building` or `building:unit`) with `grid` (empty = none); `new` with `name` and `worker`; `give-up` with `grid`
/// and `heir` (empty = none); `worker` (empty = nobody) with `grid`; `building` with
/// `estate`. `POST /partitions/cancel` with `csrf`, `kind` (`grids`, `building`), `id` (of the building), `starts_at`
/// (milliseconds).
#[derive(Template)]
#[template(path = "place/partitions.html")]
pub struct PartitionsPage {
    /// The frame.
    pub page: PageFrame,
    /// The day that is shown, as a `date` field sends it.
    pub on: String,
    /// What the colours of the plan stand for: `grid` or `steward`.
    pub by: &'static str,
    /// Gaps and overlaps on that day, in words.
    pub faults: Vec<String>,
    /// The estates.
    pub estates: Vec<PartitionBlock>,
    /// What is planned from now on.
    pub planned: Vec<PlannedDay>,
    /// The colours of the plan: number and name.
    pub legend: Vec<(usize, String)>,
    /// Whether there are outlines to draw.
    pub has_outlines: bool,
    /// Whether the reader may plan changes.
    pub may_change: bool,
    /// Buildings and units, by estate.
    pub parts: Vec<ChoiceGroup>,
    /// Buildings, by estate.
    pub buildings: Vec<ChoiceGroup>,
    /// Grids.
    pub grids: Vec<Choice>,
    /// Grid workers.
    pub workers: Vec<Choice>,
    /// Estates.
    pub estate_choices: Vec<Choice>,
    /// What was typed.
    pub form: PlanForm,
    /// What was wrong.
    pub problems: Problems,
}

impl PartitionsPage {
    fn is_open(&self, kind: &str) -> bool {
        self.form.kind == kind
    }

    fn day_of(&self, kind: &str) -> &str {
        if self.is_open(kind) { &self.form.starts_on } else { "" }
    }

    fn is_by(&self, by: &str) -> bool {
        self.by == by
    }
}
