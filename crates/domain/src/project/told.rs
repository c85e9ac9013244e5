//! Who is told how it ended, by whom and in which way; and how the linked requests come to their end.

use super::place::{Demand, Door};
use crate::ids::RequestId;
use crate::moment::Moment;
use crate::party::Actor;
use crate::request::{Request, State, Verb};
use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// In which way somebody was told.
    Way {
        /// At the door.
        InPerson = "in_person";
        /// By phone.
        Phone = "phone";
        /// A notice in the residents' group.
        Group = "group";
        /// A slip with a code in the letter box.
        Slip = "slip";
        /// On the private link of their request.
        Link = "link";
    }
}

/// Somebody who is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum Hearer {
    /// Whoever reported a request.
    Reporter { request: RequestId },
    /// The `n`-th who said "me too", from 1.
    Joined { request: RequestId, n: u32 },
    /// The household or the residents behind a door of the scope, who have no link.
    Door(Door),
}

/// How they were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// In which way.
    pub way: Way,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Who is to be told.
    pub to: Hearer,
    /// How they were; `None` while they were not.
    #[serde(default)]
    pub told: Option<Told>,
    /// Whether they call it good, where they said so on their slip.
    #[serde(default)]
    pub content: Option<bool>,
}

impl Telling {
    pub(super) const fn of(to: Hearer) -> Self {
        Self { to, told: None, content: None }
    }
}

/// Everybody who is to be told: whoever reported or joined, and the doors of the scope at which nobody did. A unit door
/// at which somebody of the staircase reported is still told: one link there does not speak to all.
#[must_use]
pub fn hearers(scope: &[Demand], requests: &[Request]) -> Vec<Hearer> {
    let living = || requests.iter().filter(|it| !matches!(it.state, State::Merged | State::Voided));
    let mut all: Vec<Hearer> = Vec::new();
    for it in living() {
        all.push(Hearer::Reporter { request: it.id });
        all.extend((1..=it.joined).map(|n| Hearer::Joined { request: it.id, n }));
    }
    let heard = |door: &Door| living().any(|it| it.place.room.is_some() && it.place.room == door.room);
    let mut doors: Vec<Door> = scope.iter().map(|it| it.door).filter(|door| !heard(door)).collect();
    doors.sort_unstable();
    doors.dedup();
    all.extend(doors.into_iter().map(Hearer::Door));
    all
}

/// What leads a request in `state` to its end, with a public reply on the way; nothing for one that has ended.
#[must_use]
pub const fn closing_verbs(state: State) -> &'static [Verb] {
    use State::{Accepted, Checked, Dispatched, Disposed, Escalated, Extended, InProgress, Reported};
    match state {
        Reported => &[Verb::Accept, Verb::Dispose, Verb::Check, Verb::Close],
        Accepted | Dispatched | InProgress | Extended | State::Returned | Escalated => {
            &[Verb::Dispose, Verb::Check, Verb::Close]
        }
        State::Suspended | State::Waiting => &[Verb::Resume, Verb::Dispose, Verb::Check, Verb::Close],
        Disposed => &[Verb::Check, Verb::Close],
        Checked => &[Verb::Close],
        State::Closed | State::Refused | State::Merged | State::Voided => &[],
    }
}
