//! The list of common issues.

use askama::Template;

use super::{IssueKind, IssueRow, KindElsewhere, StreetWeek, Unusual};
use crate::view::{PageFrame, samples};

/// `GET /issues`: for stewards and the secretary the issues of their estates; for the secretary and the street also
/// numbers over all of them.
#[derive(Template)]
#[template(path = "issues/list.html")]
pub struct IssuesPage {
    /// The frame.
    pub page: PageFrame,
    /// Whether the reader decides on issues; else only numbers are shown.
    pub decides: bool,
    /// What the program proposes.
    pub candidates: Vec<IssueRow>,
    /// What people confirmed.
    pub confirmed: Vec<IssueRow>,
    /// Unusual numbers, for the secretary.
    pub unusual: Option<Unusual>,
    /// The same kind elsewhere; `None` for whoever may not compare.
    pub elsewhere: Option<Vec<KindElsewhere>>,
    /// The last week, for the street.
    pub week: Option<StreetWeek>,
}

impl IssuesPage {
    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let rows = IssueRow::samples(page.now);
        let place = |name: &str, kind, households| (name.to_owned(), kind, households);
        Self {
            decides: true,
            candidates: rows[..1].to_vec(),
            confirmed: rows[1..].to_vec(),
            unusual: Some(Unusual {
                lines: vec![format!("{} · 照明与道路：14 天，6 户；通常 0.4。", samples::ESTATE)],
                about: "看了 48 格。".to_owned(),
            }),
            elsewhere: Some(vec![KindElsewhere {
                title: "单元门口缺灯".to_owned(),
                places: vec![
                    place(samples::ESTATE, IssueKind::Confirmed, 12),
                    place(samples::LONG, IssueKind::Candidate, 3),
                ],
            }]),
            week: Some(StreetWeek { alarm: true, lines: vec!["上一周 130 件。".to_owned()] }),
            page,
        }
    }

    /// Nothing yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            decides: true,
            candidates: Vec::new(),
            confirmed: Vec::new(),
            unusual: Some(Unusual { lines: Vec::new(), about: "看了 0 格。".to_owned() }),
            elsewhere: Some(Vec::new()),
            week: None,
            page,
        }
    }
}
