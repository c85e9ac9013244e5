//! What each estate asks of its steward.

use askama::Template;

use super::Link;
use crate::view::{Choice, PageFrame, Problems, samples};

/// An estate.
#[derive(Debug, Clone)]
pub struct LoadRow {
    /// Its name.
    pub estate: String,
    /// Its steward.
    pub steward: String,
    /// Whether that is the reader.
    pub own: bool,
    /// Households.
    pub households: u64,
    /// The difficulty index.
    pub difficulty: Option<String>,
    /// Requests of the period.
    pub requests: Link,
    /// Open now.
    pub open: Link,
    /// Hours for which requests lay open in the period.
    pub open_hours: u64,
}

/// What somebody said on the own figures.
#[derive(Debug, Clone)]
pub struct CommentLine {
    /// Who.
    pub by: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What.
    pub words: String,
}

/// `GET /numbers/load?period=`; `POST /numbers/load` sends `words` and `period`.
#[derive(Template)]
#[template(path = "numbers/load.html")]
pub struct LoadPage {
    /// The frame.
    pub page: PageFrame,
    /// The periods.
    pub periods: Vec<Choice>,
    /// The one that is shown.
    pub period: String,
    /// The reader's own estates, then those that the reader also answers for, by name.
    pub rows: Vec<LoadRow>,
    /// Comments, the newest first.
    pub comments: Vec<CommentLine>,
    /// What was typed.
    pub words: String,
    /// What was wrong with it.
    pub problems: Problems,
}

impl LoadPage {
    fn own(&self) -> Vec<&LoadRow> {
        self.rows.iter().filter(|row| row.own).collect()
    }

    fn others(&self) -> Vec<&LoadRow> {
        self.rows.iter().filter(|row| !row.own).collect()
    }

    /// An invented load.
    pub fn sample(page: PageFrame) -> Self {
        let row = |estate: &str, steward: &str, own| LoadRow {
            estate: estate.to_owned(),
            steward: steward.to_owned(),
            own,
            households: 1_240,
            difficulty: Some("61".to_owned()),
            requests: Link::sample("48"),
            open: Link::sample("7"),
            open_hours: 912,
        };
        let said = "这个月暖气刚开，报修是平时的三倍。".to_owned();
        Self {
            rows: vec![row(samples::ESTATE, "林知夏", true), row(samples::LONG, "周沐", false)],
            comments: vec![CommentLine {
                by: "林知夏".to_owned(), at: page.now - 86_400_000, words: said
            }],
            periods: vec![Choice::new("30", "最近 30 天").chosen_if("30")],
            period: "30".to_owned(),
            words: String::new(),
            problems: Problems::default(),
            page,
        }
    }

    /// Somebody without an estate.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { rows: Vec::new(), comments: Vec::new(), ..Self::sample(page) }
    }
}
