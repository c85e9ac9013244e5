//! What the program would record: new candidates, more members, proposals. Never less than people decided.

use super::desk::Desk;
use guanjia_discover::issues::{Constraints, Found, Weights, discover};
use guanjia_domain::ids::{IssueId, RequestId};
use guanjia_domain::issue::{FEWEST_HOUSEHOLDS, Issue, Pairs, Proposal};
use std::collections::HashMap;

/// One thing to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A new candidate.
    Find { matter: Option<String>, requests: Vec<RequestId> },
    /// More requests for an issue.
    Gather { issue: IssueId, requests: Vec<RequestId> },
    /// Something for a person to decide.
    Propose { issue: IssueId, proposal: Proposal },
}

impl Desk {
    /// After a request came in. What is together stays together.
    pub fn steps(&self) -> Vec<Step> {
        let mut pairs = self.decided();
        for issue in self.living() {
            let members: Vec<RequestId> = issue.requests().collect();
            pairs.together.extend(members.iter().skip(1).map(|it| (members[0], *it)));
        }
        self.changes(&self.find(&pairs))
    }

    /// At night: only what people decided holds, and what would come out otherwise is proposed.
    pub fn steps_at_night(&self) -> Vec<Step> {
        let found = self.find(&self.decided());
        let mut steps = self.changes(&found);
        for issue in self.living() {
            let strays = self.strays(issue, &found);
            if !strays.is_empty() {
                steps.push(Step::Propose { issue: issue.id, proposal: Proposal::Split(strays) });
            }
        }
        for proposal in &found.proposals {
            let main = |at: usize| self.main_issue(&found.issues[at].members);
            if let (Some(one), Some(other)) = (main(proposal.first), main(proposal.second)) {
                propose_merge(&mut steps, one, other);
            }
        }
        steps
    }

    fn living(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|it| it.state.is_living())
    }

    fn decided(&self) -> Pairs {
        Pairs::of(&self.issues)
    }

    fn find(&self, pairs: &Pairs) -> Found {
        let at = |(a, b): &(RequestId, RequestId)| Some((self.at(*a)?, self.at(*b)?));
        let constraints = Constraints {
            together: pairs.together.iter().filter_map(at).collect(),
            apart: pairs.apart.iter().filter_map(at).collect(),
        };
        discover(&self.requests(), &constraints, &Weights::default(), |_, _| {})
    }

    fn changes(&self, found: &Found) -> Vec<Step> {
        let mut steps = Vec::new();
        for group in &found.issues {
            let id = |at: &usize| self.said[*at].request.id;
            let free: Vec<RequestId> = group
                .members
                .iter()
                .map(id)
                .filter(|it| self.living().all(|issue| !issue.has(*it)))
                .collect();
            match self.main_issue(&group.members) {
                Some(issue) => {
                    let out =
                        |it: &RequestId| self.issues.iter().any(|at| at.id == issue && at.out.contains(it));
                    let requests: Vec<RequestId> = free.into_iter().filter(|it| !out(it)).collect();
                    if !requests.is_empty() {
                        steps.push(Step::Gather { issue, requests });
                    }
                    for other in self.issues_in(&group.members).keys().filter(|it| **it != issue) {
                        propose_merge(&mut steps, issue, *other);
                    }
                }
                None if self.open_households(&group.members) >= FEWEST_HOUSEHOLDS => {
                    steps.push(Step::Find { matter: self.matter_of(&group.members), requests: free });
                }
                None => {}
            }
        }
        steps
    }

    /// How many households have one of these requests open.
    fn open_households(&self, members: &[usize]) -> usize {
        self.households(members.iter().copied().filter(|at| self.said[*at].request.state.is_open()))
    }

    /// The living issues that some requests belong to, with how many of them.
    fn issues_in(&self, members: &[usize]) -> HashMap<IssueId, usize> {
        let mut counts = HashMap::new();
        for at in members {
            let id = self.said[*at].request.id;
            if let Some(issue) = self.living().find(|it| it.has(id)) {
                *counts.entry(issue.id).or_default() += 1;
            }
        }
        counts
    }

    /// The one of most of them; of equal ones the oldest.
    fn main_issue(&self, members: &[usize]) -> Option<IssueId> {
        let counts = self.issues_in(members);
        counts.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id))).map(|(id, _)| id)
    }

    /// Members that nobody confirmed and that do not come out together with most of the others.
    fn strays(&self, issue: &Issue, found: &Found) -> Vec<RequestId> {
        let group = |request: RequestId| {
            let at = self.at(request)?;
            Some(found.issues.iter().position(|it| it.members.contains(&at)).ok_or(at))
        };
        let mut sizes: HashMap<Result<usize, usize>, usize> = HashMap::new();
        for it in issue.requests().filter_map(group) {
            *sizes.entry(it).or_default() += 1;
        }
        let main = sizes.into_iter().max_by_key(|(group, size)| (*size, std::cmp::Reverse(*group)));
        let Some((main, _)) = main.filter(|(_, size)| *size > 1) else { return Vec::new() };
        let open = issue.members.iter().filter(|it| !it.confirmed).map(|it| it.request);
        open.filter(|it| group(*it).is_some_and(|group| group != main)).collect()
    }

    /// The matter that at least half of the requests name.
    fn matter_of(&self, members: &[usize]) -> Option<String> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for matter in members.iter().filter_map(|at| self.said[*at].request.matter.as_deref()) {
            *counts.entry(matter).or_default() += 1;
        }
        let (matter, count) =
            counts.into_iter().max_by_key(|(matter, count)| (*count, std::cmp::Reverse(*matter)))?;
        (2 * count >= members.len()).then(|| matter.to_owned())
    }
}

/// Both sides carry it, so that it stands on both pages.
fn propose_merge(steps: &mut Vec<Step>, one: IssueId, other: IssueId) {
    if one == other {
        return;
    }
    for (issue, with) in [(one, other), (other, one)] {
        let step = Step::Propose { issue, proposal: Proposal::Merge(with) };
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
}
