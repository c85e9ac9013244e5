//! The list of hazard rounds, and a new one.

use askama::Template;

use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// A round of the list. Who went round does not stand there.
#[derive(Debug, Clone)]
pub struct RoundLine {
    /// Its page.
    pub href: String,
    /// The estate.
    pub estate: String,
    /// When it began, milliseconds of the epoch.
    pub begun_at: i64,
    /// Whether it is over.
    pub ended: bool,
    /// How many things were found.
    pub findings: u32,
}

/// `GET /rounds`. Form: `POST /rounds` with `csrf`, `estate`.
#[derive(Template)]
#[template(path = "own_work/rounds.html")]
pub struct RoundsPage {
    /// The frame.
    pub page: PageFrame,
    /// Estates where the reader can go round.
    pub estates: Vec<Choice>,
    /// Rounds, those that are not over first.
    pub rounds: Vec<RoundLine>,
    /// What was wrong.
    pub problems: Problems,
}

impl RoundsPage {
    /// Invented rounds.
    pub fn sample(page: PageFrame) -> Self {
        let line = |estate: &str, days: i64, ended, findings| RoundLine {
            href: "/rounds/r-1".to_owned(),
            estate: estate.to_owned(),
            begun_at: page.now - days * 86_400_000,
            ended,
            findings,
        };
        Self {
            rounds: vec![line(samples::ESTATE, 0, false, 2), line(samples::LONG, 30, true, 0)],
            estates: samples::choices(&[("e-1", samples::ESTATE), ("e-2", samples::LONG)]),
            problems: Problems::default(),
            page,
        }
    }

    /// No round yet, and an estate that cannot be chosen.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "estate", "refusal-not-a-choice", "refusal-not-a-choice-cure", &[]);
        Self { rounds: Vec::new(), problems: vec![problem].into(), ..Self::sample(page) }
    }
}
