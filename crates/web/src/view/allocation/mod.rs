//! Allocations: the list, the plan, the difficulty index, the rules, the reasons, what if, and the sheet for the notice
//! board. Loads stand in the order of names or estates: they say how fair a plan is, never who does most.

mod index;
mod list;
mod moves;
mod plan;
mod print;
mod reasons;
mod rules;
mod what_if;

pub use index::{Flip, IndexPage, IndexRow, PairLine, Slider};
pub use list::{AllocationRow, AllocationsPage};
pub use moves::{MovesPage, MovesPart};
pub use plan::{AllocationPage, ContestLine, Fairness, LoadLine, PlanRow};
pub use print::{AllocationPrintPage, PrintedRow};
pub use reasons::{ReasonsPage, ReasonsRow};
pub use rules::{RulesPage, SeatRow};
pub use what_if::{MovedRow, PointRow, WhatIfPage};

use crate::view::samples;

/// What stands on top of every page of an allocation.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// The revision that the page shows; every form sends it.
    pub revision: u32,
    /// The key of its stage.
    pub stage: &'static str,
    /// The tone of the stage's chip.
    pub tone: &'static str,
    /// When it was worked out, milliseconds of the epoch.
    pub drafted_at: i64,
    /// From when it holds, once approved.
    pub starts_at: Option<i64>,
    /// The last moment for which it holds, where it holds for a time only.
    pub last: Option<i64>,
    /// Whether the reader decides.
    pub may_change: bool,
    /// Whether the reader is the secretary, who reads the requests of all estates.
    pub is_secretary: bool,
}

impl Head {
    /// The address of a page of it.
    pub fn to(&self, page: &str) -> String {
        format!("/allocations/{}/{page}", self.id)
    }

    /// An invented draft.
    fn sample(stage: &'static str, tone: &'static str, may_change: bool) -> Self {
        let (id, drafted_at) = (samples::ID.to_owned(), samples::NOW);
        let is_secretary = true;
        Self {
            id,
            revision: 3,
            stage,
            tone,
            drafted_at,
            starts_at: None,
            last: None,
            may_change,
            is_secretary,
        }
    }
}
