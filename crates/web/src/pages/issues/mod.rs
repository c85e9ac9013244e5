//! Common issues, one file for each page.

pub(crate) mod brief;
pub(crate) mod deeds;
pub(crate) mod list;
pub(crate) mod numbers;
pub(crate) mod offered;
pub(crate) mod sheet;
mod why;

use crate::present::matter_name;
use crate::view::issue::{IssueKind, IssueRow};
use crate::words::Words;
use guanjia_app::issue::IssueLine;
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::issue::IssueState;
use guanjia_store::Tx;

/// An issue in a line.
fn row(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    home: CommunityCode,
    line: &IssueLine,
) -> Result<IssueRow, AppError> {
    let issue = &line.issue;
    let title = matter_name(words, &*app.matters(tx, home)?, issue.matter.as_deref());
    let new = issue.members.iter().filter(|it| issue.state == IssueState::Confirmed && !it.confirmed).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(IssueRow {
        href: format!("/issues/{}", issue.id),
        title: title.unwrap_or_else(|| words.say("issue-untitled").to_owned()),
        place: std::iter::once(&line.estate).chain(&line.building).cloned().collect::<Vec<_>>().join(" "),
        kind: kind_of(issue.state),
        households: number(line.households),
        requests: number(line.requests),
        first: line.first.0,
        last: line.last.0,
        waiting: number(new + issue.proposals.len()),
    })
}

const fn kind_of(state: IssueState) -> IssueKind {
    match state {
        IssueState::Candidate => IssueKind::Candidate,
        IssueState::Confirmed => IssueKind::Confirmed,
        IssueState::Dismissed => IssueKind::Dismissed,
        IssueState::Merged => IssueKind::Merged,
    }
}
