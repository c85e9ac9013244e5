//! What happens to a call for help.

use super::rule::Rule;
use super::unit::HandlingUnit;
use crate::ids::{EstateId, OrganisationId, RequestId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a call begins. What is asked is text 0 of the vault, what has been tried text 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blown {
    /// In which estate.
    pub estate: EstateId,
    /// The requests that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<RequestId>,
    /// Who calls.
    pub by: HandlingUnit,
    /// Who is called.
    pub to: HandlingUnit,
    /// By when something is to be done.
    pub by_when: Date,
    /// The entry of the duty list on which it rests, when the community itself is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<String>,
}

/// A fact about a call. `words` are numbers of texts in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum CallEvent {
    /// Somebody calls for help.
    Blown(Blown),
    /// Whoever was called leads from now on.
    Accepted { unit: HandlingUnit },
    /// Whoever was called said no, for a reason and by a rule.
    Declined { unit: HandlingUnit, words: u32, rule: Rule },
    /// The lead calls the next.
    Passed {
        from: HandlingUnit,
        to: HandlingUnit,
        words: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duty: Option<String>,
    },
    /// Others are asked to assist.
    Invited { units: Vec<HandlingUnit> },
    /// One of them comes along.
    Joined { unit: HandlingUnit },
    /// One of them does not.
    Excused { unit: HandlingUnit, words: u32, rule: Rule },
    /// One of them says what it did.
    Reported { unit: HandlingUnit, words: u32 },
    /// What will be done, by when.
    Planned { until: Date, words: u32 },
    /// A joint visit is fixed.
    VisitSet { day: Date, units: Vec<HandlingUnit> },
    /// The minutes of the joint visit of that place in the list, from 0: who was there, and what was found.
    VisitHeld { n: u32, units: Vec<HandlingUnit>, words: u32 },
    /// What else was tried.
    Tried { words: u32 },
    /// A unit without account got a private link, its `turn`-th: an earlier one ends. The events of before links could
    /// be given anew have turn 0.
    LinkGiven {
        to: OrganisationId,
        #[serde(default, skip_serializing_if = "is_first")]
        turn: u32,
    },
    /// The private link of a unit ended.
    LinkRevoked { to: OrganisationId },
    /// What was done.
    Answered { words: u32 },
    /// The caller looked: it is not done.
    SentBack { words: u32 },
    /// The caller looked: it is done.
    Finished { words: Option<u32> },
    /// The caller takes it back.
    Withdrawn { words: u32 },
}

impl CallEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Blown(_) => "call_blown",
            Self::Accepted { .. } => "call_accepted",
            Self::Declined { .. } => "call_declined",
            Self::Passed { .. } => "call_passed",
            Self::Invited { .. } => "call_invited",
            Self::Joined { .. } => "call_joined",
            Self::Excused { .. } => "call_excused",
            Self::Reported { .. } => "call_reported",
            Self::Planned { .. } => "call_planned",
            Self::VisitSet { .. } => "call_visit_set",
            Self::VisitHeld { .. } => "call_visit_held",
            Self::Tried { .. } => "call_tried",
            Self::LinkGiven { .. } => "call_link_given",
            Self::LinkRevoked { .. } => "call_link_revoked",
            Self::Answered { .. } => "call_answered",
            Self::SentBack { .. } => "call_sent_back",
            Self::Finished { .. } => "call_finished",
            Self::Withdrawn { .. } => "call_withdrawn",
        }
    }

    /// The texts that went with it: first the words, then the rule that was typed.
    #[must_use]
    pub const fn words(&self) -> (Option<u32>, Option<u32>) {
        match *self {
            Self::Blown(_) => (Some(0), Some(1)),
            Self::Declined { words, rule, .. } | Self::Excused { words, rule, .. } => {
                (Some(words), rule.words())
            }
            Self::Passed { words, .. }
            | Self::Reported { words, .. }
            | Self::Planned { words, .. }
            | Self::VisitHeld { words, .. }
            | Self::Tried { words }
            | Self::Answered { words }
            | Self::SentBack { words }
            | Self::Withdrawn { words } => (Some(words), None),
            Self::Finished { words } => (words, None),
            _ => (None, None),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_first(turn: &u32) -> bool {
    *turn == 0
}
