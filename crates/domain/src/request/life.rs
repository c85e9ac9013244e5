//! The whole life of a request (`design.md` §4) as one table: which verb leads from which states to which.
//!
//! Nothing else in the product decides whether a step is legal. The table is pure data: the pages read it to show
//! only buttons that work, the API documents it, and the property tests walk it.

use super::state::State;

/// What somebody does with a request that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// Take it on.
    Accept,
    /// Say why it is not for the community.
    Refuse,
    /// Record that it was done there and then.
    DoneOnSpot,
    /// Hand it to a grid worker or an organisation.
    Dispatch,
    /// Accept what one was asked to do.
    Take,
    /// Give it back with a reason.
    Return,
    /// More time, with a reason the resident is told.
    Extend,
    /// Put aside until a date.
    Suspend,
    /// Wait for the resident, or for an approval.
    Wait,
    /// Take up again.
    Resume,
    /// Call the street office or a bureau.
    Escalate,
    /// Report it done.
    Dispose,
    /// Confirm that it is done.
    Check,
    /// Find that it is not done.
    Rework,
    /// End it.
    Close,
    /// Take it up after the end.
    Reopen,
    /// Take back what was filed by mistake.
    Void,
    /// Make it part of another.
    Merge,
    /// Link it to a common issue.
    Link,
    /// Say "me too".
    Join,
    /// Add words or photos.
    Add,
    /// Say what matter it is.
    Classify,
    /// Record that a measure with a limit of its own was met.
    Meet,
    /// The resident: solved or not.
    Confirm,
    /// The resident: how content.
    Rate,
    /// Ask afterwards.
    FollowUp,
    /// Give an organisation without account a private link.
    GiveLink,
    /// Erase texts, photos and contact.
    Erase,
}

/// Where a verb leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To this state.
    To(State),
    /// The state stays.
    Stays,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// What is done.
    pub verb: Verb,
    /// From which states.
    pub from: &'static [State],
    /// To which.
    pub leads: Leads,
}

use Leads::{Stays, To};
use State::{
    Accepted, Checked, Closed, Dispatched, Disposed, Escalated, Extended, InProgress, Merged, Refused,
    Reported, Returned, Suspended, Voided, Waiting,
};

const fn step(verb: Verb, from: &'static [State], leads: Leads) -> Step {
    Step { verb, from, leads }
}

/// States in which the work is not yet reported done.
const IN_WORK: &[State] = &[Accepted, Dispatched, InProgress, Extended, Returned, Escalated];
/// All but `Voided` and `Merged`, which are only doors to elsewhere.
const LIVING: &[State] = &[
    Reported, Accepted, Refused, Dispatched, InProgress, Extended, Suspended, Waiting, Returned, Escalated,
    Disposed, Checked, Closed,
];
/// States in which nothing was reported done.
const UNDONE: &[State] =
    &[Reported, Accepted, Dispatched, InProgress, Extended, Suspended, Waiting, Returned, Escalated];

/// The life of a request. Each verb has exactly one line.
pub const LIFE: &[Step] = &[
    step(Verb::Accept, &[Reported], To(Accepted)),
    step(Verb::Refuse, &[Reported, Accepted], To(Refused)),
    step(Verb::DoneOnSpot, &[Reported, Accepted, Dispatched, InProgress, Extended, Returned], To(Closed)),
    step(Verb::Dispatch, &[Reported, Accepted, Dispatched, InProgress, Extended, Returned], To(Dispatched)),
    // More time or a pause may come between asking and accepting; who was asked can still accept then.
    step(Verb::Take, &[Dispatched, InProgress, Extended, Escalated], To(InProgress)),
    step(Verb::Return, &[Dispatched, InProgress, Extended, Escalated], To(Returned)),
    step(Verb::Extend, IN_WORK, To(Extended)),
    step(Verb::Suspend, IN_WORK, To(Suspended)),
    step(Verb::Wait, IN_WORK, To(Waiting)),
    step(Verb::Resume, &[Suspended, Waiting], To(InProgress)),
    step(Verb::Escalate, &[Accepted, Dispatched, InProgress, Extended, Returned, Escalated], To(Escalated)),
    step(Verb::Dispose, IN_WORK, To(Disposed)),
    step(Verb::Check, &[Disposed], To(Checked)),
    step(Verb::Rework, &[Disposed, Checked], To(InProgress)),
    step(
        Verb::Close,
        &[Accepted, Dispatched, InProgress, Extended, Suspended, Waiting, Returned, Escalated, Checked],
        To(Closed),
    ),
    step(Verb::Reopen, &[Closed, Refused], To(Accepted)),
    step(Verb::Void, State::OPEN, To(Voided)),
    step(Verb::Merge, State::OPEN, To(Merged)),
    step(Verb::Link, LIVING, Stays),
    step(Verb::Join, State::OPEN, Stays),
    step(Verb::Add, LIVING, Stays),
    step(Verb::Classify, LIVING, Stays),
    step(Verb::Meet, UNDONE, Stays),
    step(Verb::Confirm, &[Disposed, Checked, Closed], Stays),
    step(Verb::Rate, &[Disposed, Checked, Closed], Stays),
    step(Verb::FollowUp, &[Closed], Stays),
    step(Verb::GiveLink, IN_WORK, Stays),
    step(Verb::Erase, State::ALL.as_slice(), Stays),
];

impl Verb {
    /// The line of the table for this verb.
    #[must_use]
    pub fn step(self) -> Option<&'static Step> {
        LIFE.iter().find(|step| step.verb == self)
    }

    /// Where the verb leads from `state`, if it may be done there.
    #[must_use]
    pub fn from(self, state: State) -> Option<State> {
        let step = self.step()?;
        step.from.contains(&state).then_some(match step.leads {
            To(next) => next,
            Stays => state,
        })
    }

    /// The stable name: the path of the API and the translation key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Refuse => "refuse",
            Self::DoneOnSpot => "done_on_spot",
            Self::Dispatch => "dispatch",
            Self::Take => "take",
            Self::Return => "return",
            Self::Extend => "extend",
            Self::Suspend => "suspend",
            Self::Wait => "wait",
            Self::Resume => "resume",
            Self::Escalate => "escalate",
            Self::Dispose => "dispose",
            Self::Check => "check",
            Self::Rework => "rework",
            Self::Close => "close",
            Self::Reopen => "reopen",
            Self::Void => "void",
            Self::Merge => "merge",
            Self::Link => "link",
            Self::Join => "join",
            Self::Add => "add",
            Self::Classify => "classify",
            Self::Meet => "meet",
            Self::Confirm => "confirm",
            Self::Rate => "rate",
            Self::FollowUp => "follow_up",
            Self::GiveLink => "give_link",
            Self::Erase => "erase",
        }
    }

    /// The verb of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        LIFE.iter().map(|step| step.verb).find(|verb| verb.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_verb_stands_once() {
        let verbs: BTreeSet<_> = LIFE.iter().map(|step| step.verb).collect();
        assert_eq!(verbs.len(), LIFE.len());
    }

    #[test]
    fn every_state_can_be_reached_and_open_ones_left() {
        for state in State::ALL {
            let reached = state == Reported || LIFE.iter().any(|step| step.leads == To(state));
            assert!(reached, "nothing leads to {state:?}");
            let left = LIFE
                .iter()
                .any(|step| step.from.contains(&state) && matches!(step.leads, To(next) if next != state));
            assert_eq!(left, state.is_open() || matches!(state, Closed | Refused), "{state:?}");
        }
    }

    #[test]
    fn what_is_merged_or_voided_stays_so() {
        for step in LIFE {
            if step.verb != Verb::Erase {
                assert!(!step.from.contains(&Merged) && !step.from.contains(&Voided), "{:?}", step.verb);
            }
        }
    }
}
