//! What may be done with an allocation.

use super::{Allocation, AllocationEvent, Draft, Stage, Verdict};
use crate::ids::{EstateId, ObjectionId};
use crate::moment::Moment;
use crate::refusal::Refusal;

/// The furthest day from which an allocation holds: a year.
const FURTHEST: i64 = 366 * 24 * 60 * 60 * 1_000;

impl Allocation {
    /// Whether somebody who saw the draft of a revision may still change it.
    ///
    /// # Errors
    /// [`Refusal::AllocationEnded`]; [`Refusal::AllocationChanged`] when it was drafted anew meanwhile.
    pub const fn must_be(&self, revision: u32) -> Result<(), Refusal> {
        if !self.is_open() {
            return Err(Refusal::AllocationEnded);
        }
        if self.revision != revision { Err(Refusal::AllocationChanged) } else { Ok(()) }
    }

    /// Decides to draft it anew. It stays before the officers where it lay before them.
    ///
    /// # Errors
    /// As [`Allocation::must_be`].
    pub fn decide_draft(&self, draft: Draft, revision: u32) -> Result<AllocationEvent, Refusal> {
        self.must_be(revision)?;
        Ok(AllocationEvent::Drafted(Box::new(draft)))
    }

    /// Decides to lay it before the officers.
    ///
    /// # Errors
    /// As [`Allocation::must_be`]; [`Refusal::NoPlan`].
    pub fn decide_lay(&self, revision: u32) -> Result<AllocationEvent, Refusal> {
        self.must_be(revision)?;
        if self.draft.found.is_none() { Err(Refusal::NoPlan) } else { Ok(AllocationEvent::Laid) }
    }

    /// Decides an objection; the caller has asked whether they may.
    ///
    /// # Errors
    /// [`Refusal::AllocationEnded`]; [`Refusal::NotFound`] for an estate that is not in it.
    pub fn decide_object(
        &self,
        objection: ObjectionId,
        estate: EstateId,
    ) -> Result<AllocationEvent, Refusal> {
        if self.stage != Stage::Laid {
            return Err(Refusal::AllocationEnded);
        }
        let known = self.draft.basis.iter().any(|it| it.estate == estate);
        if known { Ok(AllocationEvent::Objected { objection, estate }) } else { Err(Refusal::NotFound) }
    }

    /// Decides an answer. Each objection has one.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::ObjectionAnswered`].
    pub fn decide_answer(&self, id: ObjectionId, verdict: Verdict) -> Result<AllocationEvent, Refusal> {
        let found = self.objection(id).ok_or(Refusal::NotFound)?;
        if found.answer.is_some() {
            return Err(Refusal::ObjectionAnswered);
        }
        Ok(AllocationEvent::Answered { objection: id, verdict })
    }

    /// Decides to approve it from a moment, perhaps only until another.
    ///
    /// # Errors
    /// As [`Allocation::decide_lay`]; [`Refusal::ObjectionsOpen`]; for the dates [`Refusal::NotInFuture`] and
    /// [`Refusal::TooFar`].
    pub fn decide_approve(
        &self,
        revision: u32,
        (starts_at, until): (Moment, Option<Moment>),
        now: Moment,
    ) -> Result<AllocationEvent, Refusal> {
        self.decide_lay(revision)?;
        let open = self.objections.iter().filter(|it| it.answer.is_none()).count();
        if open > 0 {
            return Err(Refusal::ObjectionsOpen { n: open });
        }
        if starts_at < now {
            return Err(Refusal::NotInFuture { field: "starts_on", given: starts_at });
        }
        if starts_at > now.plus(FURTHEST) {
            return Err(Refusal::TooFar { field: "starts_on", given: starts_at });
        }
        if let Some(given) = until.filter(|end| *end <= starts_at || *end > now.plus(FURTHEST)) {
            return Err(Refusal::NotInFuture { field: "ends_on", given });
        }
        Ok(AllocationEvent::Approved { starts_at, until })
    }

    /// Decides to drop it.
    ///
    /// # Errors
    /// As [`Allocation::must_be`].
    pub fn decide_drop(&self, revision: u32) -> Result<AllocationEvent, Refusal> {
        self.must_be(revision).map(|()| AllocationEvent::Dropped)
    }
}
