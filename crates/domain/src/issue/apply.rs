//! The state after an event. Pure and total.

use super::event::{IssueEvent, Proposal};
use super::state::{Issue, IssueState, Member};
use crate::ids::{IssueId, RequestId};
use crate::moment::Moment;

impl Issue {
    /// The state that the first event makes; `None` when it is no first event.
    pub(crate) fn first(id: IssueId, event: &IssueEvent, at: Moment, by_person: bool) -> Option<Self> {
        let IssueEvent::Found { estate, matter, requests } = event else { return None };
        let member = |request: &RequestId| Member { request: *request, confirmed: by_person };
        Some(Self {
            id,
            version: 1,
            state: IssueState::Candidate,
            estate: *estate,
            matter: matter.clone(),
            found_at: at,
            decided_at: None,
            members: requests.iter().map(member).collect(),
            out: Vec::new(),
            merged_into: None,
            proposals: Vec::new(),
            not_with: Vec::new(),
        })
    }

    /// Takes an event in; `false` when it does not fit.
    pub(crate) fn apply(&mut self, event: &IssueEvent, at: Moment) -> bool {
        self.version += 1;
        match event {
            IssueEvent::Found { .. } => return false,
            IssueEvent::MembersFound { requests } => self.put(requests, false),
            IssueEvent::Added { requests } => self.put(requests, true),
            IssueEvent::TakenOut { requests } => self.take_out(requests),
            IssueEvent::Confirmed => {
                self.members.iter_mut().for_each(|it| it.confirmed = true);
                self.decide(IssueState::Confirmed, at);
            }
            IssueEvent::Dismissed => {
                self.proposals.clear();
                self.decide(IssueState::Dismissed, at);
            }
            IssueEvent::TakenBack => {
                self.members.iter_mut().for_each(|it| it.confirmed = false);
                self.state = IssueState::Candidate;
                self.decided_at = None;
            }
            IssueEvent::MergedInto { into } => {
                self.merged_into = Some(*into);
                self.proposals.clear();
                self.decide(IssueState::Merged, at);
            }
            IssueEvent::TookIn { from, requests } => {
                self.proposals.retain(|it| *it != Proposal::Merge(*from));
                self.put(requests, true);
            }
            IssueEvent::Proposed(proposal) => {
                // A newer division takes the place of an older one.
                self.proposals.retain(|it| match (it, proposal) {
                    (Proposal::Split(_), Proposal::Split(_)) => false,
                    (it, proposal) => it != proposal,
                });
                self.proposals.push(proposal.clone());
            }
            IssueEvent::Declined(proposal) => {
                self.proposals.retain(|it| it != proposal);
                match proposal {
                    Proposal::Merge(other) => self.not_with.push(*other),
                    Proposal::Split(requests) => self.put(requests, true),
                }
            }
        }
        true
    }

    fn decide(&mut self, state: IssueState, at: Moment) {
        self.state = state;
        self.decided_at = Some(at);
    }

    fn put(&mut self, requests: &[RequestId], confirmed: bool) {
        for request in requests {
            self.out.retain(|it| it != request);
            match self.members.iter_mut().find(|it| it.request == *request) {
                Some(member) => member.confirmed |= confirmed,
                None => self.members.push(Member { request: *request, confirmed }),
            }
        }
    }

    fn take_out(&mut self, requests: &[RequestId]) {
        self.members.retain(|it| !requests.contains(&it.request));
        let new = requests.iter().filter(|it| !self.out.contains(it)).copied().collect::<Vec<_>>();
        self.out.extend(new);
        for proposal in &mut self.proposals {
            if let Proposal::Split(split) = proposal {
                split.retain(|it| !requests.contains(it));
            }
        }
        self.proposals.retain(|it| !matches!(it, Proposal::Split(split) if split.is_empty()));
    }
}
