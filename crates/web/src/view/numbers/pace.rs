//! The pace of grids beside each other.

use askama::Template;

use crate::view::{PageFrame, samples};

/// Before or since the present claim.
#[derive(Debug, Clone, Default)]
pub struct PaceSide {
    /// What is said, in a sentence; with too few requests, that.
    pub said: String,
    /// Numbers behind it; nothing with too few.
    pub behind: String,
    /// Whether the difference is more than chance.
    pub differs: bool,
    /// The grids, with the requests of each that were compared.
    pub lists: Vec<(String, String)>,
}

/// A pair of grids.
#[derive(Debug, Clone)]
pub struct PaceRow {
    /// Estate and kind of matter.
    pub title: String,
    /// Since when the present steward looks after the estate, milliseconds of the epoch.
    pub since: i64,
    /// Before that.
    pub before: PaceSide,
    /// Since then.
    pub after: PaceSide,
}

impl PaceRow {
    /// An invented pair.
    pub fn sample(now: i64, title: &str) -> Self {
        let grid = |name: &str| (name.to_owned(), "/numbers/requests?of=pace".to_owned());
        let lists = || vec![grid("第二网格"), grid("第一网格")];
        let side = |said: &str, differs| PaceSide {
            said: said.to_owned(),
            behind: "38 件（办结 36）对 41 件（办结 41）· 偶然出现的机会 0.2%".to_owned(),
            differs,
            lists: lists(),
        };
        Self {
            title: title.to_owned(),
            since: now - 60 * 86_400_000,
            before: side("第二网格用时是第一网格的 2.4 倍（1.6–3.5 倍）。", true),
            after: PaceSide {
                said: "太少，不作比较。".to_owned(), lists: lists(), ..PaceSide::default()
            },
        }
    }
}

/// `GET /numbers/pace?estate=`.
#[derive(Template)]
#[template(path = "numbers/pace.html")]
pub struct PacePage {
    /// The frame.
    pub page: PageFrame,
    /// Pairs of which something can be said.
    pub rows: Vec<PaceRow>,
    /// How many have too few requests.
    pub few: u32,
}

impl PacePage {
    /// Invented pairs.
    pub fn sample(page: PageFrame) -> Self {
        let title = format!("{} · 照明与道路", samples::ESTATE);
        let rows = vec![PaceRow::sample(page.now, &title), PaceRow::sample(page.now, samples::LONG)];
        Self { rows, few: 14, page }
    }

    /// Nothing to compare.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, rows: Vec::new(), few: 0 }
    }
}

/// `GET /numbers/brief`: a few lines for the secretary's first page, fetched after it.
#[derive(Template)]
#[template(path = "numbers/brief.html")]
pub struct PaceBriefPart {
    /// The frame, for its words.
    pub page: PageFrame,
    /// What differs now, in sentences.
    pub lines: Vec<String>,
    /// How many pairs were looked at of which something can be said.
    pub looked: u32,
}

impl PaceBriefPart {
    /// Invented.
    pub fn sample(page: PageFrame) -> Self {
        Self { page, lines: vec!["第二网格用时是第一网格的 2.4 倍。".to_owned()], looked: 3 }
    }

    /// Nothing differs.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, lines: Vec::new(), looked: 0 }
    }
}
