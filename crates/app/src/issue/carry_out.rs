//! What the program found is recorded, as far as it still holds: people may have decided meanwhile.

use super::said::is_none;
use super::steps::Step;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{EstateId, IssueId, RequestId};
use guanjia_domain::issue::{IssueCommand, Proposal, decide, find};
use guanjia_domain::{Actor, CommunityCode, Role};
use guanjia_store::Tx;

const PROGRAM: Actor = Actor { role: Role::System, id: None };

impl App {
    /// Records steps; says how many led to something.
    pub(super) fn carry_out(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        steps: &[Step],
    ) -> Result<usize> {
        let mut done = 0;
        for step in steps {
            done += usize::from(match step {
                Step::Find { matter, requests } => {
                    let requests = self.free(tx, community, estate, requests)?;
                    match find(estate, matter.clone(), requests) {
                        Ok(found) => {
                            let id = IssueId(self.id()?);
                            tx.record_issue(community, id, None, (PROGRAM, self.now()), vec![found])?;
                            true
                        }
                        // Others were faster, and fewer than two are left.
                        Err(_) => false,
                    }
                }
                Step::Gather { issue, requests } => {
                    let requests = self.free(tx, community, estate, requests)?;
                    self.by_program(tx, community, *issue, &IssueCommand::Gather { requests })?
                }
                Step::Propose { issue, proposal } => {
                    let other = match proposal {
                        Proposal::Merge(other) => tx.issue(community, *other)?,
                        Proposal::Split(_) => tx.issue(community, *issue)?,
                    };
                    let living = other.is_some_and(|it| it.state.is_living());
                    living
                        && self.by_program(tx, community, *issue, &IssueCommand::Propose(proposal.clone()))?
                }
            });
        }
        Ok(done)
    }

    /// Does it, unless the issue has ended meanwhile; says whether anything changed.
    fn by_program(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: IssueId,
        command: &IssueCommand,
    ) -> Result<bool> {
        let Some(issue) = tx.issue(community, id)?.filter(|it| it.state.is_living()) else {
            return Ok(false);
        };
        let events = decide(&issue, command)?;
        let changes = !events.is_empty();
        if changes {
            tx.record_issue(community, id, Some(issue), (PROGRAM, self.now()), events)?;
        }
        Ok(changes)
    }

    /// Those of some requests that belong to no living issue and still say something.
    fn free(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        requests: &[RequestId],
    ) -> Result<Vec<RequestId>> {
        let mut free = Vec::new();
        for id in requests {
            let there = tx.request(community, *id)?;
            let fits = there.is_some_and(|it| it.place.estate == estate && !it.erased && !is_none(&it));
            if fits && tx.issue_of(community, *id)?.is_none() {
                free.push(*id);
            }
        }
        Ok(free)
    }
}
