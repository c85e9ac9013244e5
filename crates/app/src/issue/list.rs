//! The common issues that somebody decides on, in a line each.

use super::area_of;
use super::said::{Said, is_none};
use crate::day::DAY;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::RequestId;
use guanjia_domain::issue::{Issue, IssueState, RECENT_DAYS, Voice, households};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// An issue in a line: numbers, and nobody's words.
#[derive(Clone, Debug)]
pub struct IssueLine {
    /// The issue.
    pub issue: Issue,
    /// The name of its estate.
    pub estate: String,
    /// The building that all requests name, or nothing.
    pub building: Option<String>,
    /// Distinct households behind it.
    pub households: usize,
    /// Requests that still say something.
    pub requests: usize,
    /// How many of them are open.
    pub open: usize,
    /// When the first was reported.
    pub first: Moment,
    /// When the last was.
    pub last: Moment,
}

impl IssueLine {
    /// A candidate whose requests have all ended for a while has put itself right.
    pub(super) fn is_shown(&self, now: Moment) -> bool {
        let confirmed = self.issue.state == IssueState::Confirmed;
        confirmed || self.open > 0 || now.since(self.last) <= RECENT_DAYS * DAY
    }
}

impl App {
    /// The living issues of the estates that somebody keeps: candidates first, those of many households before others.
    ///
    /// # Errors
    /// What the store says.
    pub fn kept_issues(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<IssueLine>> {
        let mut lines = Vec::new();
        for (estate, name) in tx.estate_names(community)?.iter() {
            if permit(who, Action::KeepIssues, &area_of(community, *estate)) != Verdict::Allowed {
                continue;
            }
            for issue in tx.open_issues(community, *estate)? {
                let line = self.issue_line(tx, community, issue, name)?;
                if line.is_shown(self.now()) {
                    lines.push(line);
                }
            }
        }
        lines
            .sort_by_key(|it| (it.issue.state, std::cmp::Reverse(it.households), std::cmp::Reverse(it.last)));
        Ok(lines)
    }

    pub(super) fn issue_line(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        issue: Issue,
        estate: &str,
    ) -> Result<IssueLine> {
        let members: Vec<RequestId> = issue.requests().collect();
        let (mut times, mut voices, mut requests, mut open) = (Vec::new(), Vec::new(), 0, 0);
        let mut buildings = Vec::new();
        for it in tx.comparable_each(community, &members)? {
            times.push(it.request.reported_at);
            if it.text.is_some() && !is_none(&it.request) {
                requests += 1;
                open += usize::from(it.request.state.is_open());
                buildings.push(it.request.place.building.map(|_| it.request.place));
            }
            voices.extend(self.voices(tx, community, &it.request, it.reporter)?);
        }
        buildings.dedup_by_key(|place| place.map(|it| it.building));
        let building = match buildings[..] {
            [Some(place)] => self.place_name(tx, community, &place)?.building,
            _ => None,
        };
        Ok(IssueLine {
            estate: estate.to_owned(),
            building,
            households: count(&voices),
            requests,
            open,
            first: times.iter().min().copied().unwrap_or(issue.found_at),
            last: times.iter().max().copied().unwrap_or(issue.found_at),
            issue,
        })
    }

    pub(super) fn members_said(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        issue: &Issue,
    ) -> Result<Vec<Said>> {
        let members: Vec<RequestId> = issue.requests().collect();
        let found = tx.comparable_each(community, &members)?;
        found.into_iter().map(|it| self.said(tx, community, it)).collect()
    }
}

/// How many households speak.
pub(super) fn count(voices: &[Voice]) -> usize {
    households(voices).into_iter().max().map_or(0, |last| last + 1)
}
