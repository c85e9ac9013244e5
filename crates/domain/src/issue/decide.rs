//! The one place where a command on a common issue is decided.

use super::event::{IssueEvent, Proposal};
use super::state::{Issue, IssueState};
use crate::ids::{EstateId, IssueId, RequestId};
use crate::refusal::Refusal;

/// The most requests of one issue.
pub const MOST_MEMBERS: usize = 2_000;

/// What somebody, or the program, wants to do with an issue. Whether requests and issues that are named exist, are of
/// the same estate and belong to nothing else is checked by the caller, who holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum IssueCommand {
    /// The program: more requests say it.
    Gather { requests: Vec<RequestId> },
    /// The program: something should change.
    Propose(Proposal),
    /// It is one issue.
    Confirm,
    /// It is none.
    Dismiss,
    /// Take the confirming or dismissing back.
    TakeBack,
    /// This request belongs to it.
    Add { request: RequestId },
    /// This one does not.
    TakeOut { request: RequestId },
    /// It is part of another.
    Merge { into: IssueId },
    /// The other side of a merge, with the members of the first.
    TakeIn { from: IssueId, requests: Vec<RequestId> },
    /// A division is right: what it names is taken out.
    Split,
    /// A proposal is wrong.
    Decline(Proposal),
}

/// Decides a new issue.
///
/// # Errors
/// [`Refusal::LastMember`] for fewer than two requests.
pub fn find(
    estate: EstateId,
    matter: Option<String>,
    requests: Vec<RequestId>,
) -> Result<IssueEvent, Refusal> {
    if requests.len() < 2 {
        return Err(Refusal::LastMember);
    }
    Ok(IssueEvent::Found { estate, matter, requests })
}

/// Decides a command on an issue that exists.
///
/// # Errors
/// [`Refusal::IssueEnded`] when it is dismissed or merged, [`Refusal::LastMember`], [`Refusal::NotAChoice`] for a
/// request that is in it already, or is not in it.
pub fn decide(issue: &Issue, command: &IssueCommand) -> Result<Vec<IssueEvent>, Refusal> {
    let back = *command == IssueCommand::TakeBack && issue.state == IssueState::Dismissed;
    if !issue.state.is_living() && !back {
        return Err(Refusal::IssueEnded);
    }
    let candidate = issue.state == IssueState::Candidate;
    Ok(vec![match command {
        IssueCommand::Gather { requests } => {
            let new = |it: &&RequestId| !issue.has(**it) && !issue.out.contains(it);
            let requests: Vec<RequestId> = requests.iter().filter(new).copied().collect();
            if requests.is_empty() || issue.members.len() + requests.len() > MOST_MEMBERS {
                return Ok(Vec::new());
            }
            IssueEvent::MembersFound { requests }
        }
        IssueCommand::Propose(proposal) => {
            if issue.proposals.contains(proposal) || is_answered(issue, proposal) {
                return Ok(Vec::new());
            }
            IssueEvent::Proposed(proposal.clone())
        }
        IssueCommand::Confirm if candidate || issue.members.iter().any(|it| !it.confirmed) => {
            IssueEvent::Confirmed
        }
        IssueCommand::Confirm => return Ok(Vec::new()),
        IssueCommand::Dismiss => IssueEvent::Dismissed,
        IssueCommand::TakeBack if candidate => return Ok(Vec::new()),
        IssueCommand::TakeBack => IssueEvent::TakenBack,
        IssueCommand::Add { request } => {
            let there = issue.members.iter().any(|it| it.request == *request && it.confirmed);
            if there || issue.members.len() >= MOST_MEMBERS {
                return Err(not_a_choice(*request));
            }
            IssueEvent::Added { requests: vec![*request] }
        }
        IssueCommand::TakeOut { request } => return take_out(issue, vec![*request]),
        IssueCommand::Split => {
            let split = issue.proposals.iter().find_map(|it| match it {
                Proposal::Split(requests) => Some(requests.clone()),
                Proposal::Merge(_) => None,
            });
            return take_out(issue, split.ok_or(Refusal::IssueChanged)?);
        }
        IssueCommand::Merge { into } if *into == issue.id => {
            return Err(Refusal::NotAChoice { field: "into", value: into.to_string() });
        }
        IssueCommand::Merge { into } => IssueEvent::MergedInto { into: *into },
        IssueCommand::TakeIn { from, requests } => {
            IssueEvent::TookIn { from: *from, requests: requests.clone() }
        }
        IssueCommand::Decline(proposal) if issue.proposals.contains(proposal) => {
            IssueEvent::Declined(proposal.clone())
        }
        IssueCommand::Decline(_) => return Err(Refusal::IssueChanged),
    }])
}

/// Whether a person has answered a proposal before, or it says nothing.
fn is_answered(issue: &Issue, proposal: &Proposal) -> bool {
    match proposal {
        Proposal::Merge(other) => issue.not_with.contains(other),
        Proposal::Split(requests) => {
            let open = |it: &RequestId| issue.members.iter().any(|at| at.request == *it && !at.confirmed);
            requests.is_empty() || !requests.iter().all(open)
        }
    }
}

/// A candidate of which less than two are left is none; a confirmed issue keeps one at least.
fn take_out(issue: &Issue, requests: Vec<RequestId>) -> Result<Vec<IssueEvent>, Refusal> {
    if let Some(stranger) = requests.iter().find(|it| !issue.has(**it)) {
        return Err(not_a_choice(*stranger));
    }
    let left = issue.members.len() - requests.len();
    let out = IssueEvent::TakenOut { requests };
    match issue.state {
        IssueState::Candidate if left < 2 => Ok(vec![out, IssueEvent::Dismissed]),
        _ if left == 0 => Err(Refusal::LastMember),
        _ => Ok(vec![out]),
    }
}

fn not_a_choice(request: RequestId) -> Refusal {
    Refusal::NotAChoice { field: "request", value: request.to_string() }
}
