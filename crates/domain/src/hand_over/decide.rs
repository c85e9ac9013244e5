//! What may be asked of a successor, and how it may be answered.

use super::{Answer, Asked, HandOver, Occasion};
use crate::claim::Claim;
use crate::event::HouseEvent;
use crate::ids::StaffId;
use crate::moment::Moment;
use crate::refusal::Refusal;

/// The furthest day for which something is handed over: a year.
const FURTHEST: i64 = 366 * 24 * 60 * 60 * 1_000;

impl Asked {
    /// Decides to ask. `others` are all hand-overs of the community.
    ///
    /// # Errors
    /// [`Refusal::NothingToHandOver`]; [`Refusal::NotAChoice`] for the person themself; [`Refusal::NotInFuture`] and
    /// [`Refusal::TooFar`] for dates; [`Refusal::HandOverWaits`] when a part of it is in another hand-over;
    /// [`Refusal::SuccessorAway`].
    pub fn decide(&self, others: &[HandOver], now: Moment) -> Result<(), Refusal> {
        if self.estates.is_empty() && self.grids.is_empty() {
            return Err(Refusal::NothingToHandOver);
        }
        if self.to == self.from {
            return Err(Refusal::NotAChoice { field: "to", value: self.to.to_string() });
        }
        self.check_dates(now)?;
        for other in others {
            if self.shares(&other.asked) && self.collides(other) {
                return Err(Refusal::HandOverWaits { id: other.id });
            }
            let away = other.asked.from == self.to && other.asked.occasion == Occasion::Absence;
            if away && other.answer != Answer::TakenBack && self.meets(&other.asked) {
                return Err(Refusal::SuccessorAway { staff: self.to });
            }
        }
        Ok(())
    }

    fn check_dates(&self, now: Moment) -> Result<(), Refusal> {
        let (starts_at, ends_at) = (self.starts_at, self.ends_at);
        if starts_at < now {
            return Err(Refusal::NotInFuture { field: "starts_on", given: starts_at });
        }
        if starts_at > now.plus(FURTHEST) {
            return Err(Refusal::TooFar { field: "starts_on", given: starts_at });
        }
        match (self.occasion, ends_at) {
            (Occasion::Absence, None) => Err(Refusal::TextMissing { field: "ends_on" }),
            (Occasion::Absence, Some(end)) if end <= starts_at => {
                Err(Refusal::NotInFuture { field: "ends_on", given: end })
            }
            (Occasion::Absence, Some(end)) if end > now.plus(FURTHEST) => {
                Err(Refusal::TooFar { field: "ends_on", given: end })
            }
            (Occasion::Leaving | Occasion::Moving, Some(_)) => {
                Err(Refusal::NotAChoice { field: "ends_on", value: String::new() })
            }
            _ => Ok(()),
        }
    }

    /// Whether both are about a same estate or grid.
    fn shares(&self, other: &Self) -> bool {
        self.estates.iter().any(|it| other.estates.contains(it))
            || self.grids.iter().any(|it| other.grids.contains(it))
    }

    /// Whether they hold at a same instant; what is handed on for good holds from its start on.
    fn meets(&self, other: &Self) -> bool {
        let before = |one: &Self, next: &Self| one.ends_at.is_some_and(|end| end <= next.starts_at);
        !before(self, other) && !before(other, self)
    }

    /// A second asking while the first waits; for an absence also while the first stands for the same days.
    fn collides(&self, other: &HandOver) -> bool {
        match (self.occasion == Occasion::Absence, other.asked.occasion == Occasion::Absence) {
            (true, true) => {
                matches!(other.answer, Answer::Waiting | Answer::Accepted) && self.meets(&other.asked)
            }
            (false, false) => other.answer == Answer::Waiting,
            _ => false,
        }
    }
}

impl HandOver {
    /// Decides an answer.
    ///
    /// # Errors
    /// [`Refusal::HandOverAnswered`] when there is one; an absence that was accepted can still be taken back.
    pub fn decide_answer(&self, answer: Answer) -> Result<HouseEvent, Refusal> {
        let open = self.answer == Answer::Waiting
            || (self.answer == Answer::Accepted
                && self.asked.occasion == Occasion::Absence
                && answer == Answer::TakenBack);
        match answer {
            _ if !open => Err(Refusal::HandOverAnswered),
            Answer::Accepted => Ok(HouseEvent::HandOverAccepted),
            Answer::Returned(reason) => Ok(HouseEvent::HandOverReturned { reason }),
            Answer::TakenBack => Ok(HouseEvent::HandOverTakenBack),
            Answer::Waiting => Err(Refusal::HandOverAnswered),
        }
    }
}

impl Claim {
    /// The claim by which `to` follows `from` in whatever they were, steward or deputy. `None` when they were neither.
    /// Nobody is both: a deputy who becomes the steward leaves that place empty.
    #[must_use]
    pub fn followed(&self, from: StaffId, to: StaffId, starts_at: Moment) -> Option<Self> {
        let follow = |staff: StaffId| if staff == from { to } else { staff };
        if self.steward != from && self.deputy != Some(from) {
            return None;
        }
        let steward = follow(self.steward);
        let deputy = self.deputy.map(follow).filter(|deputy| *deputy != steward);
        Some(Self { starts_at, steward, deputy, pact_signed_at: None })
    }
}
