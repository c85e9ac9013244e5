//! The desk of the secretary: all estates.

use askama::Template;

use super::{Counters, MissingYears};
use crate::view::issue::IssueBrief;
use crate::view::office::HandOverRow;
use crate::view::own_work::OwnBrief;
use crate::view::{PageFrame, RequestRow, samples};

/// One estate at the desk of the secretary.
#[derive(Debug, Clone)]
pub struct EstateLine {
    /// The page of the estate.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its steward.
    pub steward: String,
    /// The deputy (AB 角).
    pub deputy: Option<String>,
    /// Open requests.
    pub open: u32,
    /// Limit passed.
    pub overdue: u32,
    /// Small matters that stayed open over the last night.
    pub overnight: u32,
}

/// `GET /work` for the secretary and the deputies.
#[derive(Template)]
#[template(path = "work/secretary.html")]
pub struct SecretaryPage {
    /// The frame.
    pub page: PageFrame,
    /// The own work in a few lines.
    pub own: OwnBrief,
    /// Hand-overs that wait for an answer of the reader.
    pub hand_overs: Vec<HandOverRow>,
    /// Years that limits reach into and nobody knows.
    pub missing_years: MissingYears,
    /// Common issues that wait for a word.
    pub issues: IssueBrief,
    /// What presses in the whole community.
    pub counters: Counters,
    /// Urgent and open.
    pub urgent: Vec<RequestRow>,
    /// Every estate.
    pub estates: Vec<EstateLine>,
    /// Planned changes of stewards: estate, new steward, from when (milliseconds).
    pub planned: Vec<(String, String, i64)>,
}

impl SecretaryPage {
    /// An invented desk.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let line = |name: &str, steward: &str, open, overdue, overnight| EstateLine {
            href: "/estates/e-1".to_owned(),
            name: name.to_owned(),
            steward: steward.to_owned(),
            deputy: Some("江予安".to_owned()),
            open,
            overdue,
            overnight,
        };
        Self {
            issues: IssueBrief::sample(now),
            own: OwnBrief::sample(),
            hand_overs: Vec::new(),
            missing_years: MissingYears::sample(true),
            counters: Counters { open: 61, urgent: 1, overdue: 3, due_today: 12, waiting: 9 },
            urgent: samples::rows(now)[..1].to_vec(),
            estates: vec![
                line(samples::ESTATE, "林知夏", 23, 2, 1),
                line("汾河里", "江予安", 8, 0, 0),
                line(samples::LONG, "周沐", 30, 1, 0),
            ],
            planned: vec![("汾河里".to_owned(), "周沐".to_owned(), now + 10 * 86_400_000)],
            page,
        }
    }

    /// A community without estates.
    pub fn sample_empty(page: PageFrame) -> Self {
        let counters = Counters::default();
        let own = OwnBrief::default();
        Self {
            hand_overs: Vec::new(),
            missing_years: MissingYears::default(),
            page,
            own,
            issues: IssueBrief::default(),
            counters,
            urgent: Vec::new(),
            estates: Vec::new(),
            planned: Vec::new(),
        }
    }
}
