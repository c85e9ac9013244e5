//! A design of grids (网格划分方案): a draft that the secretary looks at, moves buildings in and approves, or not.
//!
//! Nothing of the house changes by a draft. Its plans come from the search; which one is worked on, every building
//! that somebody moved and every move taken back are events, so a draft can be left and taken up again.

mod decide;
mod told;

pub use decide::Deed;
pub use told::{Band, DesignEvent, Designed, Drawn, Lines, Priority, Proposed};

use crate::ids::{BuildingId, DesignId, GridId};
use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// How far a draft is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is worked on.
    #[default]
    Open,
    /// The secretary said yes: the grids are drawn so from a moment.
    Approved {
        /// From when.
        starts_at: Moment,
        /// The grid that each group became.
        grids: Vec<GridId>,
    },
    /// The secretary gave it up.
    GivenUp,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GridDesign {
    /// Its id.
    pub id: DesignId,
    /// What was asked and proposed.
    pub designed: Designed,
    /// When.
    pub designed_at: Moment,
    /// The plan that is worked on.
    pub chosen: Priority,
    /// Its groups with all moves; a group may have become empty.
    pub groups: Vec<Vec<BuildingId>>,
    /// Moves that can be taken back, the last one at the end: the building, and the group it came from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<(BuildingId, u32)>,
    /// How many events it has seen.
    pub version: u64,
    /// How far it is.
    #[serde(default)]
    pub outcome: Outcome,
}

impl GridDesign {
    /// A new draft; the plan that keeps estates whole is worked on first.
    #[must_use]
    pub fn new(id: DesignId, designed: Designed, at: Moment) -> Self {
        let mut draft = Self {
            id,
            designed,
            designed_at: at,
            chosen: Priority::Integrity,
            groups: Vec::new(),
            moves: Vec::new(),
            version: 1,
            outcome: Outcome::Open,
        };
        draft.choose(Priority::Integrity);
        draft
    }

    /// Whether it is still worked on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Open
    }

    /// The plan of a priority.
    #[must_use]
    pub fn proposed(&self, priority: Priority) -> Option<&Proposed> {
        self.designed.plans.iter().find(|it| it.priority == priority)
    }

    /// The group in which a building is.
    #[must_use]
    pub fn group_of(&self, building: BuildingId) -> Option<usize> {
        self.groups.iter().position(|group| group.contains(&building))
    }

    /// The groups as they would be with a building in another one; the number of groups is a new one.
    #[must_use]
    pub fn with(&self, building: BuildingId, to: usize) -> Vec<Vec<BuildingId>> {
        let mut groups = self.groups.clone();
        groups.iter_mut().for_each(|group| group.retain(|it| *it != building));
        if groups.len() == to {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.get_mut(to) {
            group.push(building);
            group.sort_unstable();
        }
        groups
    }

    fn choose(&mut self, priority: Priority) {
        self.chosen = priority;
        self.groups = self.proposed(priority).map(|it| it.groups.clone()).unwrap_or_default();
        self.groups.iter_mut().for_each(|group| group.sort_unstable());
        self.moves.clear();
    }

    /// What an event does to it.
    pub fn apply(&mut self, event: DesignEvent) {
        self.version += 1;
        match event {
            DesignEvent::Designed(_) => {}
            DesignEvent::Chosen { priority } => self.choose(priority),
            DesignEvent::Moved { building, to } => {
                let from = self.group_of(building).unwrap_or_default();
                self.groups = self.with(building, to as usize);
                self.moves.push((building, u32::try_from(from).unwrap_or_default()));
            }
            DesignEvent::MoveUndone => {
                if let Some((building, from)) = self.moves.pop() {
                    self.groups = self.with(building, from as usize);
                }
            }
            DesignEvent::Approved(Drawn { starts_at, grids }) => {
                self.outcome = Outcome::Approved { starts_at, grids };
            }
            DesignEvent::GivenUp => self.outcome = Outcome::GivenUp,
        }
    }
}
