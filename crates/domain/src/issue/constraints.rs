//! What people decided, as pairs of requests: it holds for ever, whatever the program finds.

use super::state::{Issue, IssueState};
use crate::ids::RequestId;

/// Pairs that people put together or took apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// They are one issue.
    pub together: Vec<(RequestId, RequestId)>,
    /// They are not.
    pub apart: Vec<(RequestId, RequestId)>,
}

impl Pairs {
    /// From every issue of an estate, ended ones too. The latest word of a person wins: who put two requests into one
    /// living issue has answered what was said of them before.
    #[must_use]
    pub fn of(issues: &[Issue]) -> Self {
        let mut pairs = Self::default();
        for issue in issues {
            let confirmed: Vec<RequestId> =
                issue.members.iter().filter(|it| it.confirmed).map(|it| it.request).collect();
            if issue.state.is_living() {
                let rest = confirmed.iter().skip(1);
                pairs
                    .together
                    .extend(confirmed.first().into_iter().flat_map(|one| rest.clone().map(|it| (*one, *it))));
            }
            for out in &issue.out {
                pairs.apart.extend(issue.requests().map(|it| (*out, it)));
            }
            if issue.state == IssueState::Dismissed {
                let members: Vec<RequestId> = issue.requests().collect();
                for (at, one) in members.iter().enumerate() {
                    pairs.apart.extend(members[at + 1..].iter().map(|it| (*one, *it)));
                }
            }
        }
        pairs.apart.retain(|(a, b)| !issues.iter().any(|it| it.puts_together(*a, *b)));
        pairs
    }
}

impl Issue {
    fn puts_together(&self, a: RequestId, b: RequestId) -> bool {
        let confirmed = |it: RequestId| self.members.iter().any(|at| at.request == it && at.confirmed);
        self.state.is_living() && confirmed(a) && confirmed(b)
    }
}
