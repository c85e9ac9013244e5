//! What happens to a common issue.

use crate::ids::{EstateId, IssueId, RequestId};
use serde::{Deserialize, Serialize};

/// Something that the program would change, and a person decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proposal {
    /// It and another issue are one.
    Merge(IssueId),
    /// These members are something else.
    Split(Vec<RequestId>),
}

/// A fact about a common issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum IssueEvent {
    /// Requests of an estate say the same: a candidate.
    Found {
        estate: EstateId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        matter: Option<String>,
        requests: Vec<RequestId>,
    },
    /// More requests say it; a person has not looked at them yet.
    MembersFound { requests: Vec<RequestId> },
    /// A person says: it is one issue, with the members it has now.
    Confirmed,
    /// A person says: these are not the same.
    Dismissed,
    /// A person takes the confirming or the dismissing back: it is a candidate again.
    TakenBack,
    /// A person says: these belong to it.
    Added { requests: Vec<RequestId> },
    /// A person says: these do not belong to it.
    TakenOut { requests: Vec<RequestId> },
    /// A person says: it is part of another issue.
    MergedInto { into: IssueId },
    /// The other side of that: what the other issue had.
    TookIn { from: IssueId, requests: Vec<RequestId> },
    /// The program would change something.
    Proposed(Proposal),
    /// A person does not want that, now and later.
    Declined(Proposal),
}

impl IssueEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Found { .. } => "issue_found",
            Self::MembersFound { .. } => "issue_members_found",
            Self::Confirmed => "issue_confirmed",
            Self::Dismissed => "issue_dismissed",
            Self::TakenBack => "issue_taken_back",
            Self::Added { .. } => "issue_added",
            Self::TakenOut { .. } => "issue_taken_out",
            Self::MergedInto { .. } => "issue_merged_into",
            Self::TookIn { .. } => "issue_took_in",
            Self::Proposed(_) => "issue_proposed",
            Self::Declined(_) => "issue_declined",
        }
    }
}
