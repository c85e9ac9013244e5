//! One common issue with everything that speaks for it and against it. All of it is read from the texts as they are
//! now: nothing of it is kept.

use super::area_of;
use super::desk::Desk;
use super::list::IssueLine;
use super::said::Said;
use crate::day::DAY;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_discover::issues::{Why, explain};
use guanjia_discover::marked;
use guanjia_domain::ids::IssueId;
use guanjia_domain::issue::{Issue, Proposal};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// How well the member that fits least fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Its likeness to the others is beyond doubt.
    Well,
    /// It is likely the same.
    Fairly,
    /// It may be something else.
    Poorly,
}

impl Fit {
    /// From a share of sureness, from 0 to 1.
    fn of(sure: f64) -> Self {
        match sure {
            sure if sure >= 0.8 => Self::Well,
            sure if sure >= 0.5 => Self::Fairly,
            _ => Self::Poorly,
        }
    }
}

/// A request of an issue, as shown.
#[derive(Clone, Debug)]
pub struct MemberLine {
    /// The request.
    pub request: Request,
    /// Where, below the estate.
    pub place: String,
    /// What was said, in pieces; those that many say are marked. `None` once erased.
    pub text: Option<Vec<(bool, String)>>,
    /// Whether a person said that it belongs.
    pub confirmed: bool,
    /// Whether the program proposes to take it out.
    pub stray: bool,
}

/// An issue with everything that a page shows.
#[derive(Clone, Debug)]
pub struct IssueSheet {
    /// In a line.
    pub line: IssueLine,
    /// Phrases that most texts hold, the most telling first.
    pub phrases: Vec<String>,
    /// How many days lie between the first and the last report, 1 where it is one day.
    pub days: i64,
    /// The matters that the requests name, the most frequent first.
    pub matters: Vec<(String, usize)>,
    /// The building of each request, as far as it is known, with how many.
    pub buildings: Vec<(String, usize)>,
    /// The number of the request that fits least, and how well.
    pub weakest: Option<(u64, Fit)>,
    /// The requests, the newest first.
    pub members: Vec<MemberLine>,
    /// What a person took out.
    pub out: Vec<MemberLine>,
    /// Other living issues of the estate; those with which the program would merge it first.
    pub others: Vec<(IssueLine, bool)>,
}

impl App {
    /// An issue, for somebody who decides on it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::Forbidden`] when it is in an estate of others.
    pub fn issue_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: IssueId,
    ) -> Result<IssueSheet> {
        let issue = tx.issue(community, id)?.ok_or(Refusal::NotFound)?;
        allow(who, Action::KeepIssues, &area_of(community, issue.estate))?;
        let estate = tx.estate(community, issue.estate)?.map(|it| it.facts.name).unwrap_or_default();
        let members: Vec<_> = issue.requests().collect();
        let desk = self.issue_desk(tx, community, issue.estate, &members)?;
        let (phrases, weakest) = reasons(&desk, &issue);
        let mut said = self.members_said(tx, community, &issue)?;
        said.sort_by_key(|it| std::cmp::Reverse((it.request.reported_at, it.request.id)));
        let taken_out = tx.comparable_each(community, &issue.out)?;
        let taken_out: Vec<Said> =
            taken_out.into_iter().map(|it| self.said(tx, community, it)).collect::<Result<_>>()?;
        let mut others = Vec::new();
        for other in tx.open_issues(community, issue.estate)?.into_iter().filter(|it| it.id != issue.id) {
            let proposed = issue.proposals.contains(&Proposal::Merge(other.id));
            others.push((self.issue_line(tx, community, other, &estate)?, proposed));
        }
        others.sort_by_key(|(_, proposed)| !proposed);
        let line = self.issue_line(tx, community, issue, &estate)?;
        let shown = |it: &Said| member(it, &line.issue, &phrases);
        Ok(IssueSheet {
            days: line.last.since(line.first) / DAY + 1,
            matters: counted(said.iter().filter_map(|it| it.request.matter.clone())),
            buildings: counted(said.iter().filter_map(|it| it.place.building.clone())),
            members: said.iter().map(shown).collect(),
            out: taken_out.iter().map(shown).collect(),
            weakest,
            others,
            phrases: phrases.clone(),
            line,
        })
    }
}

/// Phrases, and who fits least: of an issue that people have changed too.
fn reasons(desk: &Desk, issue: &Issue) -> (Vec<String>, Option<(u64, Fit)>) {
    let members: Vec<usize> = issue.requests().filter_map(|id| desk.at(id)).collect();
    let found = if members.len() < 2 { None } else { explain(&desk.untitled(), &members) };
    let Some(found) = found else { return (Vec::new(), None) };
    let (weakest, sure) = found.weakest;
    let phrases = found.why.into_iter().find_map(|why| match why {
        Why::Words(phrases) => Some(phrases),
        _ => None,
    });
    (phrases.unwrap_or_default(), Some((desk.said[weakest].request.number, Fit::of(sure))))
}

fn member(it: &Said, issue: &Issue, phrases: &[String]) -> MemberLine {
    let stray =
        |proposal: &Proposal| matches!(proposal, Proposal::Split(out) if out.contains(&it.request.id));
    let place = [&it.place.building, &it.place.unit, &it.place.room].into_iter().flatten();
    MemberLine {
        place: place.map(String::as_str).collect::<Vec<_>>().join(" "),
        text: it.text.as_deref().map(|text| marked(text, phrases)),
        confirmed: issue.members.iter().any(|at| at.request == it.request.id && at.confirmed),
        stray: issue.proposals.iter().any(stray),
        request: it.request.clone(),
    }
}

/// How often each stands there, the most frequent first.
fn counted(values: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    values.for_each(|it| *counts.entry(it).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
