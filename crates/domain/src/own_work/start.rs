//! The beginning of a claim: a short list with dates, until it is done.

use super::groups::Group;
use crate::calendar::china_time;
use crate::ids::EstateId;
use crate::moment::Moment;
use crate::worded::worded;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

worded! {
    /// One thing to do when somebody takes an estate on.
    StartItem {
        /// Be in the estate's groups and say who one is (入群、亮身份).
        Group = "group";
        /// Put the poster up that says who the steward is.
        Poster = "poster";
        /// Meet the property company.
        Property = "property";
        /// Meet the grid workers.
        GridWorkers = "grid_workers";
        /// Go through the residents' cards (民情卡).
        Cards = "cards";
    }
}

/// Within how many days of taking the estate on each is to be done.
const DAYS: [(StartItem, i32); 5] = [
    (StartItem::Group, 3),
    (StartItem::Poster, 3),
    (StartItem::Property, 7),
    (StartItem::GridWorkers, 7),
    (StartItem::Cards, 60),
];

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartLine {
    /// What.
    pub item: StartItem,
    /// Until the end of which day.
    pub due: Date,
    /// When it was ticked; `None` while it is open.
    pub done_at: Option<Moment>,
}

/// What is kept on the desk of an estate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateDesk {
    /// The estate.
    pub estate: EstateId,
    /// When each thing was last ticked.
    #[serde(default)]
    pub ticked: BTreeMap<StartItem, Moment>,
    /// The residents' groups, the oldest first.
    #[serde(default)]
    pub groups: Vec<Group>,
}

impl EstateDesk {
    /// A desk with nothing on it.
    #[must_use]
    pub const fn empty(estate: EstateId) -> Self {
        Self { estate, ticked: BTreeMap::new(), groups: Vec::new() }
    }

    /// The list of a steward who has had the estate since `since`: what a predecessor ticked is open again.
    #[must_use]
    pub fn start_list(&self, since: Moment) -> Vec<StartLine> {
        let first = china_time::date(since.into());
        let line = |(item, days): (StartItem, i32)| StartLine {
            item,
            due: first.saturating_add(days.days()),
            done_at: self.ticked.get(&item).copied().filter(|at| *at >= since),
        };
        DAYS.map(line).to_vec()
    }
}
