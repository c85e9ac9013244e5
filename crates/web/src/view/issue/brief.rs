//! An issue in a line, and the few of them that stand on somebody's first page.

use super::IssueKind;
use crate::view::samples;

/// An issue in a line.
#[derive(Debug, Clone)]
pub struct IssueRow {
    /// Its page.
    pub href: String,
    /// What it is about ("路灯不亮"), as far as that is known.
    pub title: String,
    /// Estate, and the building where it is one.
    pub place: String,
    /// How far people have decided.
    pub kind: IssueKind,
    /// Distinct households.
    pub households: u32,
    /// Requests.
    pub requests: u32,
    /// When the first was reported, milliseconds of the epoch.
    pub first: i64,
    /// When the last was.
    pub last: i64,
    /// Members of a confirmed issue that no person has looked at, and proposals.
    pub waiting: u32,
}

impl IssueRow {
    /// Invented issues.
    pub fn samples(now: i64) -> Vec<Self> {
        let row = |title: &str, place: &str, kind, households, waiting| Self {
            href: "/issues/sample".to_owned(),
            title: title.to_owned(),
            place: place.to_owned(),
            kind,
            households,
            requests: households + 1,
            first: now - 9 * 86_400_000,
            last: now - 3_600_000,
            waiting,
        };
        vec![
            row("树木遮挡采光", &format!("{} 4号楼", samples::ESTATE), IssueKind::Candidate, 3, 0),
            row("单元门口缺灯", samples::LONG, IssueKind::Confirmed, 12, 2),
        ]
    }
}

/// Candidates that wait for a word, on the first page of whoever decides.
#[derive(Debug, Clone, Default)]
pub struct IssueBrief {
    /// The first few.
    pub rows: Vec<IssueRow>,
    /// How many more there are.
    pub more: u32,
}

impl IssueBrief {
    /// An invented one.
    pub fn sample(now: i64) -> Self {
        Self { rows: IssueRow::samples(now)[..1].to_vec(), more: 2 }
    }
}
