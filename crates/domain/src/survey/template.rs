//! What a survey asks.

use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// At what the question is asked. It decides what a door of the survey is.
    AskedAt {
        /// At each household's own door: is its home affected?
        Rooms = "rooms";
        /// At each unit door, without ringing: is this staircase affected? A lamp that is missing is seen, not told.
        UnitDoors = "unit_doors";
    }
}

/// The question. Its wording is in the vault; "affected?" is always asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// At what it is asked.
    pub asked_at: AskedAt,
    /// Whether it is asked since when.
    #[serde(default)]
    pub since: bool,
    /// Whether a photo may be taken. Nobody must.
    #[serde(default)]
    pub photo: bool,
    /// Whether a note may be written.
    #[serde(default)]
    pub note: bool,
}

impl Template {
    /// The question that goes with a matter: lamps and doors of a staircase are looked at, light and noise are asked
    /// at home. `None` or an unknown matter is asked at home.
    #[must_use]
    pub fn for_matter(matter: Option<&str>) -> Self {
        let at_the_staircase = matter.is_some_and(|code| AT_THE_STAIRCASE.contains(&code));
        let asked_at = if at_the_staircase { AskedAt::UnitDoors } else { AskedAt::Rooms };
        Self { asked_at, since: !at_the_staircase, photo: true, note: true }
    }

    /// Whether something may be kept that needs the household's consent.
    #[must_use]
    pub const fn keeps_something(&self) -> bool {
        self.photo || self.note
    }
}

/// Matters that are seen at the staircase: lamps of unit doors and stairs, unit doors themselves.
const AT_THE_STAIRCASE: &[&str] = &["0102", "0103", "0505"];
