//! Allocation (分配): who is to look after which estate, as a draft that is explained, objected to and approved.
//!
//! A draft holds what was asked, the figures it rests on and the plan that was found. It changes nothing: only the
//! secretary's approval writes claims, and they alone say who is accountable. What somebody objects lies in the vault.

mod ask;
mod check;
mod decide;
mod draft;
mod event;
mod objection;

pub use ask::{Ask, Figures, INDICATORS, Seat, TierRule, even_hundred};
pub use draft::{Draft, EstateBasis, Found};
pub use event::AllocationEvent;
pub use objection::{Objection, Verdict};

use crate::event::Event;
use crate::ids::AllocationId;
use crate::moment::Moment;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// How far an allocation is.
    Stage {
        /// Only the secretary sees it.
        Drafted = "drafted";
        /// It lies before the officers, who may object.
        Laid = "laid";
        /// The claims are written.
        Approved = "approved";
        /// It came to nothing.
        Dropped = "dropped";
    }
}

/// An allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Its id.
    pub id: AllocationId,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it was drafted last.
    pub drafted_at: Moment,
    /// How many times it was drafted, from 1: a page that shows an older draft is out of date.
    pub revision: u32,
    /// What was asked and found.
    pub draft: Draft,
    /// How far it is.
    pub stage: Stage,
    /// When the officers could first read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laid_at: Option<Moment>,
    /// When it was approved, and from when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<(Moment, Moment)>,
    /// Until when, exclusive, where it holds for a time only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// What was objected, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
}

impl Allocation {
    /// One that is begun.
    #[must_use]
    pub const fn begun(id: AllocationId, draft: Draft, at: Moment) -> Self {
        Self {
            id,
            begun_at: at,
            drafted_at: at,
            revision: 1,
            draft,
            stage: Stage::Drafted,
            laid_at: None,
            approved: None,
            until: None,
            objections: Vec::new(),
        }
    }

    /// Whether anything can still be changed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Drafted | Stage::Laid)
    }

    /// Whether officers may read it: it lies before them, or lay before them, or was approved.
    #[must_use]
    pub const fn is_laid(&self) -> bool {
        self.laid_at.is_some() || matches!(self.stage, Stage::Approved)
    }

    /// Takes an event in.
    pub(crate) fn apply(&mut self, happened: &AllocationEvent, event: &Event) {
        match happened {
            AllocationEvent::Drafted(draft) => {
                self.draft.clone_from(draft);
                self.drafted_at = event.at;
                self.revision += 1;
            }
            AllocationEvent::Laid => {
                self.stage = Stage::Laid;
                self.laid_at.get_or_insert(event.at);
            }
            AllocationEvent::Approved { starts_at, until } => {
                self.stage = Stage::Approved;
                (self.approved, self.until) = (Some((event.at, *starts_at)), *until);
            }
            AllocationEvent::Dropped => self.stage = Stage::Dropped,
            AllocationEvent::Objected { .. }
            | AllocationEvent::Answered { .. }
            | AllocationEvent::WordsErased { .. } => self.contested(happened, event),
        }
    }
}
