//! What happens to a project.

use super::bill::Bill;
use super::delivery::{Serve, Why};
use super::owner::Owner;
use super::place::Demand;
use super::state::Voice;
use super::told::{Hearer, Way};
use crate::ids::{EstateId, IssueId, OrganisationId, RequestId, SurveyId};
use crate::party::Party;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a project begins. Its title is text 0 of the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// In which estate.
    pub estate: EstateId,
    /// The common issue that it puts right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    /// The door surveys that found its doors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surveys: Vec<SurveyId>,
    /// The requests that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<RequestId>,
    /// The doors that are in want of something.
    pub scope: Vec<Demand>,
}

/// A fact about a project. `words` are numbers of texts in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum ProjectEvent {
    /// It begins.
    Begun(Begun),
    /// Other doors.
    ScopeSet { scope: Vec<Demand> },
    /// It answers these requests too.
    Linked { requests: Vec<RequestId> },
    /// Whose the trees or lamps are.
    OwnerNamed { owner: Owner, words: Option<u32> },
    /// Residents are asked until the end of a day.
    Consulted { until: Date, words: Option<u32> },
    /// Somebody objects. With `contact` a name or phone is in the vault under the number of the words.
    Objected { voice: Voice, words: u32, contact: bool },
    /// The objection of that place, from 0, is answered.
    Answered { n: u32, heeded: bool, words: u32 },
    /// The residents' council met.
    CouncilHeld { agreed: bool, yes: u32, no: u32, day: Date, words: Option<u32> },
    /// The design.
    Designed { bill: Bill, words: u32 },
    /// Which doors a piece serves, numbered from 1.
    Assigned { item: u32, serves: Vec<Serve> },
    /// Why doors wait.
    Postponed { demands: Vec<Demand>, why: Why },
    /// Photos of how it was, or of how it is now.
    Pictured { after: bool, photos: u32 },
    /// It was handed in.
    Submitted { to: Party },
    /// It was approved.
    Approved { words: Option<u32> },
    /// It came back.
    SentBack { words: u32 },
    /// The works begin.
    WorksBegun { by: Option<OrganisationId> },
    /// Pieces are done.
    Delivered { items: Vec<u32> },
    /// A piece is not done after all.
    GivenUp { item: u32, why: Why },
    /// The works are over.
    Finished,
    /// Somebody looked: it is not good.
    Reworked { words: u32 },
    /// Somebody looked: it is good.
    Accepted { words: Option<u32>, photos: u32 },
    /// The end; the words are the public reply.
    Closed { words: u32, to: Vec<Hearer> },
    /// Not now; the words are told.
    PutOff { words: u32, until: Date, to: Vec<Hearer> },
    /// It is taken up again.
    TakenUp,
    /// Those of these places in the list, from 0, were told.
    Told { to: Vec<u32>, way: Way },
    /// Whoever has that place in the list said whether it is good.
    Heard { n: u32, content: bool },
}

impl ProjectEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Begun(_) => "project_begun",
            Self::ScopeSet { .. } => "project_scope_set",
            Self::Linked { .. } => "project_linked",
            Self::OwnerNamed { .. } => "project_owner_named",
            Self::Consulted { .. } => "project_consulted",
            Self::Objected { .. } => "project_objected",
            Self::Answered { .. } => "project_answered",
            Self::CouncilHeld { .. } => "project_council_held",
            Self::Designed { .. } => "project_designed",
            Self::Assigned { .. } => "project_assigned",
            Self::Postponed { .. } => "project_postponed",
            Self::Pictured { .. } => "project_pictured",
            Self::Submitted { .. } => "project_submitted",
            Self::Approved { .. } => "project_approved",
            Self::SentBack { .. } => "project_sent_back",
            Self::WorksBegun { .. } => "project_works_begun",
            Self::Delivered { .. } => "project_delivered",
            Self::GivenUp { .. } => "project_given_up",
            Self::Finished => "project_finished",
            Self::Reworked { .. } => "project_reworked",
            Self::Accepted { .. } => "project_accepted",
            Self::Closed { .. } => "project_closed",
            Self::PutOff { .. } => "project_put_off",
            Self::TakenUp => "project_taken_up",
            Self::Told { .. } => "project_told",
            Self::Heard { .. } => "project_heard",
        }
    }

    /// The number of its text, if it has one.
    #[must_use]
    pub const fn words(&self) -> Option<u32> {
        match *self {
            Self::OwnerNamed { words, .. }
            | Self::Consulted { words, .. }
            | Self::CouncilHeld { words, .. }
            | Self::Approved { words }
            | Self::Accepted { words, .. } => words,
            Self::Objected { words, .. }
            | Self::Answered { words, .. }
            | Self::Designed { words, .. }
            | Self::SentBack { words }
            | Self::Reworked { words }
            | Self::Closed { words, .. }
            | Self::PutOff { words, .. } => Some(words),
            _ => None,
        }
    }
}
