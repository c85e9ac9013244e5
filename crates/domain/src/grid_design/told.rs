//! What is told of a design.

use crate::ids::{BuildingId, GridId};
use crate::moment::Moment;
use crate::place::Point;
use serde::{Deserialize, Serialize};

/// What comes first where not everything can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Estates stay whole.
    Integrity,
    /// Estates, band and walk are weighed.
    Balanced,
    /// As many grids as possible in the band.
    Band,
}

impl Priority {
    /// Every priority.
    pub const ALL: [Self; 3] = [Self::Integrity, Self::Balanced, Self::Band];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Integrity => "integrity",
            Self::Balanced => "balanced",
            Self::Band => "band",
        }
    }

    /// The priority of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// From how many to how many households a grid should have, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The fewest.
    pub min: u32,
    /// The most.
    pub max: u32,
}

/// Lines on the ground that somebody gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// Streets, paths and gates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Vec<Point>>,
    /// Main roads, rivers, walls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Vec<Point>>,
}

impl Lines {
    /// Whether nobody gave any.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ways.is_empty() && self.barriers.is_empty()
    }
}

/// A plan that the search proposed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposed {
    /// What came first.
    pub priority: Priority,
    /// The buildings of each grid.
    pub groups: Vec<Vec<BuildingId>>,
    /// Whether it is proved that no plan of this kind has a larger share of grids in the band; `None` where nobody
    /// can say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proved: Option<bool>,
    /// Whether the search came to its own end: then the same ground and seed give the same plan.
    pub finished: bool,
}

/// What was asked, from what, and what came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Designed {
    /// The band of households.
    pub band: Band,
    /// What a household that changes its grid weighs, in metres of its walk.
    pub price: u32,
    /// The seed of the search.
    pub seed: u64,
    /// The version of the program.
    pub engine: String,
    /// A mark of the buildings and grids from which it was made: with another one it is stale.
    pub basis: String,
    /// Lines on the ground.
    #[serde(default, skip_serializing_if = "Lines::is_empty")]
    pub lines: Lines,
    /// The three plans.
    pub plans: Vec<Proposed>,
}

/// As what a design was approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// From when.
    pub starts_at: Moment,
    /// The grid that each group became, in their order.
    pub grids: Vec<GridId>,
}

/// What happens to a design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum DesignEvent {
    /// Plans were made.
    Designed(Designed),
    /// Another plan is worked on; moves of the last one are gone.
    Chosen { priority: Priority },
    /// A building goes to another group.
    Moved { building: BuildingId, to: u32 },
    /// The last move is taken back.
    MoveUndone,
    /// It is approved; the grids are told by events of their own.
    Approved(Drawn),
    /// It is given up.
    GivenUp,
}

impl DesignEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Designed(_) => "grids_designed",
            Self::Chosen { .. } => "grid_plan_chosen",
            Self::Moved { .. } => "grid_plan_moved",
            Self::MoveUndone => "grid_plan_move_undone",
            Self::Approved(_) => "grid_plan_approved",
            Self::GivenUp => "grid_plan_given_up",
        }
    }
}
