//! People decide on common issues.

use super::area_of;
use super::said::is_none;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::{IssueId, RequestId};
use guanjia_domain::issue::{Issue, IssueCommand, IssueState, Proposal, decide};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::request::{Command, Context, Verb, decide as decide_request};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

/// What somebody does with an issue.
#[derive(Clone, Debug)]
pub struct IssueDeed {
    /// Which issue.
    pub issue: IssueId,
    /// The version they saw.
    pub seen: u64,
    /// What.
    pub command: IssueCommand,
}

impl App {
    /// Does it, or says why not. The answer is the issue as it stands then; after a merge the one that took it in.
    pub fn act_on_issue(
        &self,
        who: &Principal,
        community: CommunityCode,
        deed: IssueDeed,
    ) -> Answer<Issue, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.act_on_issue_now(tx, &who, community, &deed))
    }

    fn act_on_issue_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        deed: &IssueDeed,
    ) -> Result<Issue> {
        let issue = tx.issue(community, deed.issue)?.ok_or(Refusal::NotFound)?;
        allow(who, Action::KeepIssues, &area_of(community, issue.estate))?;
        if issue.version != deed.seen {
            return Err(Refusal::IssueChanged.into());
        }
        match &deed.command {
            IssueCommand::Gather { .. } | IssueCommand::Propose(_) | IssueCommand::TakeIn { .. } => {
                return Err(Refusal::Forbidden.into());
            }
            IssueCommand::Add { request } => self.check_member(tx, community, &issue, *request)?,
            IssueCommand::TakeBack if issue.state == IssueState::Dismissed => {
                // Meanwhile its requests may have found another issue.
                for request in issue.requests() {
                    if let Some(other) = tx.issue_of(community, request)? {
                        return Err(Refusal::InAnotherIssue { issue: other }.into());
                    }
                }
            }
            IssueCommand::Merge { into } => return self.merge_issues(tx, who, community, issue, *into),
            IssueCommand::Decline(Proposal::Merge(other)) => {
                // It stands on the other page too.
                let back = IssueCommand::Decline(Proposal::Merge(issue.id));
                if let Some(other) = tx.issue(community, *other)?
                    && decide(&other, &back).is_ok()
                {
                    self.record_deed(tx, who, community, other, &back)?;
                }
            }
            _ => {}
        }
        self.record_deed(tx, who, community, issue, &deed.command)
    }

    /// A request of the estate that belongs to no other living issue.
    fn check_member(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        issue: &Issue,
        id: RequestId,
    ) -> Result<()> {
        let request = tx.request(community, id)?;
        if !request.is_some_and(|it| it.place.estate == issue.estate && !it.erased && !is_none(&it)) {
            return Err(Refusal::NotAChoice { field: "request", value: id.to_string() }.into());
        }
        match tx.issue_of(community, id)? {
            Some(other) if other != issue.id => Err(Refusal::InAnotherIssue { issue: other }.into()),
            _ => Ok(()),
        }
    }

    fn merge_issues(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        issue: Issue,
        into: IssueId,
    ) -> Result<Issue> {
        let other = tx.issue(community, into)?;
        let other = other.filter(|it| it.estate == issue.estate && it.state.is_living());
        let other = other.ok_or(Refusal::NotAChoice { field: "into", value: into.to_string() })?;
        let (from, requests) = (issue.id, issue.requests().collect());
        let confirmed = issue.state == IssueState::Confirmed;
        self.record_deed(tx, who, community, issue, &IssueCommand::Merge { into })?;
        let other = self.record_deed(tx, who, community, other, &IssueCommand::TakeIn { from, requests })?;
        if confirmed && other.state == IssueState::Candidate {
            return self.record_deed(tx, who, community, other, &IssueCommand::Confirm);
        }
        Ok(other)
    }

    fn record_deed(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        before: Issue,
        command: &IssueCommand,
    ) -> Result<Issue> {
        let events = decide(&before, command)?;
        if events.is_empty() {
            return Ok(before);
        }
        let stamp = (who.actor(), self.now());
        let after = tx.record_issue(community, before.id, Some(before.clone()), stamp, events)?;
        let (old, new): (Vec<_>, Vec<_>) = (before.linked().collect(), after.linked().collect());
        let issue = after.id;
        for request in old.iter().filter(|it| !new.contains(it)) {
            self.link_request(tx, who, community, *request, &Command::Unlink { issue })?;
        }
        for request in new.iter().filter(|it| !old.contains(it)) {
            self.link_request(tx, who, community, *request, &Command::Link { issue })?;
        }
        Ok(after)
    }

    /// Says so on the request's own trail, where it still has a life.
    fn link_request(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RequestId,
        command: &Command,
    ) -> Result<()> {
        let Some(request) = tx.request(community, id)? else { return Ok(()) };
        if Verb::Link.from(request.state).is_none() {
            return Ok(());
        }
        let rules = self.rules_of(tx, community)?;
        let context = Context { now: self.now(), actor: who.actor(), rules: &rules };
        let events = decide_request(&request, command, &context)?;
        tx.record_request(community, request, who.actor(), context.now, events)?;
        Ok(())
    }
}
