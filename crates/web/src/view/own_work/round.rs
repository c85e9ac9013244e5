//! One hazard round.

use askama::Template;

use crate::view::{Choice, ChoiceGroup, Clock, PageFrame, Problem, Problems, State, samples};

/// Something that was found.
#[derive(Debug, Clone)]
pub struct FindingRow {
    /// What.
    pub what: String,
    /// Where.
    pub place: String,
    /// The request.
    pub href: String,
    /// Its number.
    pub number: u64,
    /// How the request stands.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// Whether it was open before.
    pub again: bool,
}

/// `GET /rounds/{id}?place=`. Forms: `POST /rounds/{id}` (multipart) with `csrf`, `id`, `place` (`building` or
/// `building.unit`, empty = outside), `hazard`, `text`, `urgent`, `photos`; `POST /rounds/{id}/end` with `csrf`.
#[derive(Template)]
#[template(path = "own_work/round.html")]
pub struct RoundPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// The estate.
    pub estate: String,
    /// When it began, milliseconds of the epoch.
    pub begun_at: i64,
    /// When it was over.
    pub ended_at: Option<i64>,
    /// The id of the next request.
    pub next_id: String,
    /// Buildings with their units; the last place is chosen.
    pub places: Vec<ChoiceGroup>,
    /// What is looked at.
    pub hazards: Vec<Choice>,
    /// What was typed.
    pub text: String,
    /// Danger to life.
    pub urgent: bool,
    /// What was found, the newest first.
    pub findings: Vec<FindingRow>,
    /// What was wrong.
    pub problems: Problems,
}

impl RoundPage {
    /// A round that goes on.
    pub fn sample(page: PageFrame) -> Self {
        let row = |what: &str, place: &str, again| FindingRow {
            what: what.to_owned(),
            place: place.to_owned(),
            href: "/requests/sample".to_owned(),
            number: 128,
            state: State::InProgress,
            clock: Clock::None,
            again,
        };
        Self {
            href: "/rounds/r-1".to_owned(),
            estate: samples::ESTATE.to_owned(),
            begun_at: page.now - 3_600_000,
            ended_at: None,
            next_id: samples::ID.to_owned(),
            places: vec![ChoiceGroup { label: "4号楼".to_owned(), choices: samples::buildings() }],
            hazards: super::kinds::offered!(page.words, Hazard, ""),
            text: String::new(),
            urgent: false,
            findings: vec![row("楼道堆物", "4号楼 2单元", false), row("消防通道", samples::LONG, true)],
            problems: Problems::default(),
            page,
        }
    }

    /// A round that is over and found nothing.
    pub fn sample_empty(page: PageFrame) -> Self {
        let ended_at = Some(page.now);
        Self { ended_at, findings: Vec::new(), ..Self::sample(page) }
    }

    /// A finding that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "place", "refusal-place-mismatch", "refusal-place-mismatch-cure", &[]);
        Self { problems: vec![problem].into(), text: samples::LONG.to_owned(), ..Self::sample(page) }
    }
}
