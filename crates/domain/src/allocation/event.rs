//! What happens to an allocation.

use super::draft::Draft;
use super::objection::Verdict;
use crate::ids::{EstateId, ObjectionId};
use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// A fact about an allocation. What was objected and answered is in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum AllocationEvent {
    /// It is drafted, or drafted anew.
    Drafted(Box<Draft>),
    /// It lies before the officers.
    Laid,
    /// Somebody objects to what it does with an estate.
    Objected { objection: ObjectionId, estate: EstateId },
    /// The secretary answers.
    Answered { objection: ObjectionId, verdict: Verdict },
    /// The words of an objection and its answer were erased.
    WordsErased { objection: ObjectionId },
    /// It is approved and holds from a moment, perhaps until another. The claims are events of their own.
    Approved {
        starts_at: Moment,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// It came to nothing.
    Dropped,
}

impl AllocationEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Drafted(_) => "allocation_drafted",
            Self::Laid => "allocation_laid",
            Self::Objected { .. } => "allocation_objected",
            Self::Answered { .. } => "allocation_answered",
            Self::WordsErased { .. } => "allocation_words_erased",
            Self::Approved { .. } => "allocation_approved",
            Self::Dropped => "allocation_dropped",
        }
    }
}
