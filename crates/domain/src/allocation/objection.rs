//! Objections: a steward says why an estate should not go as the draft has it, the secretary answers, both stay.

use super::Allocation;
use super::event::AllocationEvent;
use crate::event::Event;
use crate::ids::{EstateId, ObjectionId};
use crate::moment::Moment;
use crate::party::Actor;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// What the secretary makes of an objection.
    Verdict {
        /// The draft is changed.
        Heeded = "heeded";
        /// The draft stays.
        Kept = "kept";
    }
}

/// An objection. Its words and those of the answer are in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its id; the words lie under it, 0 what was objected, 1 the answer.
    pub id: ObjectionId,
    /// Which estate it is about.
    pub estate: EstateId,
    /// Who objects.
    pub by: Actor,
    /// When.
    pub at: Moment,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<(Moment, Verdict)>,
    /// Whether the words are gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

impl Allocation {
    /// One of its objections.
    #[must_use]
    pub fn objection(&self, id: ObjectionId) -> Option<&Objection> {
        self.objections.iter().find(|it| it.id == id)
    }

    pub(super) fn contested(&mut self, happened: &AllocationEvent, event: &Event) {
        if let AllocationEvent::Objected { objection, estate } = *happened {
            let (by, at) = (event.actor, event.at);
            let answer = None;
            self.objections.push(Objection { id: objection, estate, by, at, answer, erased: false });
        }
        for it in &mut self.objections {
            match happened {
                AllocationEvent::Answered { objection, verdict } if *objection == it.id => {
                    it.answer = Some((event.at, *verdict));
                }
                AllocationEvent::WordsErased { objection } if *objection == it.id => it.erased = true,
                _ => {}
            }
        }
    }
}
