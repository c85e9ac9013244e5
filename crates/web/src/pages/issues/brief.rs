//! What waits for a word, for somebody's first page.

use super::row;
use crate::view::issue::IssueBrief;
use crate::visitor::{Seat, Visitor};
use guanjia_app::AppError;
use guanjia_domain::issue::IssueState;
use guanjia_store::Tx;

/// How many are shown.
const SHOWN: usize = 3;

/// Candidates of the estates that somebody keeps, and confirmed issues with something new.
pub(crate) fn issue_brief(visitor: &Visitor, tx: &mut Tx, seat: &Seat) -> Result<IssueBrief, AppError> {
    let app = visitor.site.app();
    let mut rows = Vec::new();
    for line in app.kept_issues(tx, &seat.signed_in.who, seat.home)? {
        let row = row(app, tx, visitor.look.words(), seat.home, &line)?;
        if line.issue.state == IssueState::Candidate || row.waiting > 0 {
            rows.push(row);
        }
    }
    let more = u32::try_from(rows.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    rows.truncate(SHOWN);
    Ok(IssueBrief { rows, more })
}
