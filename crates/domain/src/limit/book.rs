//! The book of limits: which limit holds for which matter and measure, as data of a community.

use super::{Limit, LimitSet, Measure, Scope};
use crate::matter::MatterList;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The limits that hold for one request, by measure; there is always one for [`Measure::Done`].
pub type Limits = BTreeMap<Measure, Limit>;

/// The limits of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitBook {
    /// How often it was changed: a page that was read before a change is stale.
    pub revision: u32,
    /// The ready-made set it began with, if one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<LimitSet>,
    rows: BTreeMap<Scope, Limits>,
}

/// A change of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LimitChange {
    /// One limit is set, or taken out, so that the next scope holds.
    One(Scope, Measure, Option<Limit>),
    /// A ready-made set takes the place of everything.
    Set(LimitSet),
}

impl Default for LimitBook {
    /// What holds before anybody has chosen.
    fn default() -> Self {
        Self { revision: 0, set: None, rows: LimitSet::Beginning.rows() }
    }
}

impl LimitBook {
    /// Whether nobody has changed anything.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// The limit that stands in one place of the book.
    #[must_use]
    pub fn at(&self, scope: &Scope, measure: Measure) -> Option<Limit> {
        self.rows.get(scope)?.get(&measure).copied()
    }

    /// The rows, the urgent first, the common last.
    pub fn rows(&self) -> impl Iterator<Item = (&Scope, &Limits)> {
        self.rows.iter()
    }

    /// The limits of a request: of each measure the most special one that is given.
    #[must_use]
    pub fn limits_for(&self, matters: &MatterList, matter: Option<&str>, urgent: bool) -> Limits {
        let mut found = Limits::new();
        for scope in Scope::chain(matters, matter, urgent) {
            for (measure, limit) in self.rows.get(&scope).into_iter().flatten() {
                found.entry(*measure).or_insert(*limit);
            }
        }
        found
    }

    /// The book after a change.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a matter or class that is none; [`Refusal::LimitTooLong`] for more than a year;
    /// [`Refusal::LimitNeeded`] when there would be none for being done.
    pub fn changed(&self, change: &LimitChange, matters: &MatterList) -> Result<Self, Refusal> {
        let mut book = Self { revision: self.revision + 1, ..self.clone() };
        match change {
            LimitChange::Set(set) => (book.set, book.rows) = (Some(*set), set.rows()),
            LimitChange::One(scope, measure, limit) => {
                if !scope.is_known(matters) {
                    return Err(Refusal::NotAChoice { field: "scope", value: scope.to_string() });
                }
                match limit {
                    Some(limit) if limit.is_too_long() => {
                        return Err(Refusal::LimitTooLong { most: limit.longest() });
                    }
                    Some(limit) => {
                        book.rows.entry(scope.clone()).or_default().insert(*measure, *limit);
                    }
                    None if (scope, *measure) == (&Scope::All, Measure::Done) => {
                        return Err(Refusal::LimitNeeded);
                    }
                    None => {
                        book.rows.entry(scope.clone()).or_default().remove(measure);
                        book.rows.retain(|_, limits| !limits.is_empty());
                    }
                }
            }
        }
        Ok(book)
    }
}
