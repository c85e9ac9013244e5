//! The state of a common issue, folded from its events.

use super::event::Proposal;
use crate::ids::{EstateId, IssueId, RequestId};
use crate::moment::Moment;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// How far people have decided.
    IssueState {
        /// The program proposes it.
        Candidate = "candidate";
        /// A person says that it is one issue.
        Confirmed = "confirmed";
        /// A person says that it is none.
        Dismissed = "dismissed";
        /// It is part of another.
        Merged = "merged";
    }
}

impl IssueState {
    /// Whether it still gathers requests.
    #[must_use]
    pub const fn is_living(self) -> bool {
        matches!(self, Self::Candidate | Self::Confirmed)
    }
}

/// A request that belongs to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Which.
    pub request: RequestId,
    /// Whether a person said so; else the program proposes it.
    pub confirmed: bool,
}

/// A common issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// How many events it has: a form names the one that was seen.
    pub version: u64,
    /// Where it stands.
    pub state: IssueState,
    /// The estate: requests of two estates are never one issue.
    pub estate: EstateId,
    /// The code of the matter, where most of the first requests name one.
    pub matter: Option<String>,
    /// Since when.
    pub found_at: Moment,
    /// When a person last decided on the whole: confirmed, dismissed or merged.
    pub decided_at: Option<Moment>,
    /// Its requests in the order in which they came to it.
    pub members: Vec<Member>,
    /// Requests that a person took out.
    pub out: Vec<RequestId>,
    /// The issue it became part of.
    pub merged_into: Option<IssueId>,
    /// What the program would change and nobody has answered.
    pub proposals: Vec<Proposal>,
    /// Issues with which it is not one, a person says.
    pub not_with: Vec<IssueId>,
}

impl Issue {
    /// Its requests.
    pub fn requests(&self) -> impl Iterator<Item = RequestId> {
        self.members.iter().map(|member| member.request)
    }

    /// Whether a request belongs to it.
    #[must_use]
    pub fn has(&self, request: RequestId) -> bool {
        self.members.iter().any(|member| member.request == request)
    }

    /// The requests that carry its name on their own trail: those of a confirmed issue that a person saw in it.
    pub fn linked(&self) -> impl Iterator<Item = RequestId> {
        let confirmed = self.state == IssueState::Confirmed;
        self.members.iter().filter(move |it| confirmed && it.confirmed).map(|it| it.request)
    }
}
