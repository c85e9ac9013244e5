//! Which requests a comparison of paces looks at: those of before the present claim began, and those since.

use super::fact::Fact;
use crate::moment::Moment;
use std::ops::Range;

/// How far is looked back from now, and from a claim's beginning how far before it: 180 days, in milliseconds.
pub const BACK: i64 = 180 * 24 * 60 * 60 * 1_000;

/// Before the present claim began, or since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it began.
    Before,
    /// Since it began.
    After,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// The stable name: stands in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The side of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }

    /// When the requests of this side were reported, for a claim that has begun at `begun`.
    #[must_use]
    pub fn window(self, begun: Moment, now: Moment) -> Range<Moment> {
        match self {
            Self::Before => begun.plus(-BACK)..begun,
            Self::After => begun.max(now.plus(-BACK))..now,
        }
    }

    /// Until when what is open counts: what came after a claim began says nothing of before.
    #[must_use]
    pub fn cut(self, begun: Moment, now: Moment) -> Moment {
        match self {
            Self::Before => begun,
            Self::After => now,
        }
    }
}

impl Fact {
    /// The two digits of the class of its matter.
    #[must_use]
    pub fn class(&self) -> Option<&str> {
        self.matter.as_deref()?.get(..2)
    }
}
