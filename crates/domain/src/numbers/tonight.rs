//! What stays overnight, and why.

use super::fact::Fact;
use crate::moment::Moment;
use crate::request::State;
use std::collections::BTreeMap;

/// Why a small matter is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// Nobody has taken it on.
    NotTaken,
    /// Put aside until a date (挂账), or waiting for the resident or an approval.
    PutAside,
    /// Done, and nobody has looked yet.
    ToCheck,
    /// With the steward.
    Steward,
    /// With a grid worker.
    GridWorker,
    /// With a property company, a committee or an organisation.
    Organisation,
    /// With the street office or a bureau, be it by a call for help.
    Above,
    /// It got more time (延期).
    Extended,
}

impl Why {
    /// Every reason, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::NotTaken,
        Self::Steward,
        Self::GridWorker,
        Self::Organisation,
        Self::Above,
        Self::PutAside,
        Self::Extended,
        Self::ToCheck,
    ];

    /// Why a request is open; `None` for one that is not.
    #[must_use]
    pub fn of(fact: &Fact) -> Option<Self> {
        Some(match fact.state {
            state if !state.is_open() => return None,
            State::Disposed | State::Checked => Self::ToCheck,
            _ if fact.called => Self::Above,
            _ if fact.counts.extensions > 0 => Self::Extended,
            State::Reported => Self::NotTaken,
            State::Suspended | State::Waiting => Self::PutAside,
            _ => match fact.waits_for {
                "grid_worker" => Self::GridWorker,
                "organisation" => Self::Organisation,
                "street_office" | "district_bureau" => Self::Above,
                _ => Self::Steward,
            },
        })
    }

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotTaken => "not-taken",
            Self::PutAside => "put-aside",
            Self::ToCheck => "to-check",
            Self::Steward => "steward",
            Self::GridWorker => "grid-worker",
            Self::Organisation => "organisation",
            Self::Above => "above",
            Self::Extended => "extended",
        }
    }

    /// The reason of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }
}

/// Small matters that stayed open over the last night, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Night {
    /// How many for each reason.
    pub why: BTreeMap<Why, u32>,
}

impl Night {
    /// Why a request stayed over the night before `morning`, if it is a small matter that did.
    #[must_use]
    pub fn stayed(fact: &Fact, morning: Moment) -> Option<Why> {
        Why::of(fact).filter(|_| fact.flags.same_day && fact.reported_at < morning)
    }

    /// Counts one more.
    pub fn count(&mut self, why: Why) {
        *self.why.entry(why).or_default() += 1;
    }

    /// How many in all.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.why.values().sum()
    }
}
