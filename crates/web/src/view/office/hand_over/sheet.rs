//! One hand-over with everything that is open: on the screen and on paper.

use super::HandOverRow;
use crate::view::{Choice, Clock, PageFrame, Problem, Problems, State, samples};
use askama::Template;

/// An open request, without its text.
#[derive(Debug, Clone)]
pub struct OpenRow {
    /// Its number.
    pub number: u64,
    /// Its place.
    pub place: String,
    /// Its matter.
    pub matter: String,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// Who was asked to take it and has not answered, or who works on it.
    pub with: Option<String>,
}

/// An estate or grid.
#[derive(Debug, Clone)]
pub struct HandedPart {
    /// Its name.
    pub name: String,
    /// What is open there.
    pub open: Vec<OpenRow>,
    /// How many that are.
    pub count: u32,
    /// When something else is planned there, milliseconds of the epoch.
    pub planned: Vec<i64>,
}

/// `GET /hand-overs/{id}`, and again after a failed form.
///
/// Forms: `POST /hand-overs/{id}/accept` with `csrf`; `…/return` with `csrf`, `reason`; `…/take-back` with `csrf`.
#[derive(Template)]
#[template(path = "office/hand_over.html")]
pub struct HandOverPage {
    /// The frame.
    pub page: PageFrame,
    /// The id.
    pub id: String,
    /// The hand-over.
    pub row: HandOverRow,
    /// Estates and grids.
    pub parts: Vec<HandedPart>,
    /// Days on which who hands over is on duty.
    pub duty: Vec<String>,
    /// Whether the reader may answer.
    pub may_answer: bool,
    /// Whether the reader may take it back.
    pub may_take_back: bool,
    /// Reasons to give it back.
    pub reasons: Vec<Choice>,
    /// What was wrong.
    pub problems: Problems,
}

impl HandOverPage {
    /// An invented one.
    pub fn sample(page: PageFrame) -> Self {
        let row = &samples::fifty_rows(page.now)[0];
        let open = OpenRow {
            number: 12,
            place: row.place.clone(),
            matter: "路灯".to_owned(),
            state: row.state,
            clock: row.clock,
            with: Some("长风苑物业".to_owned()),
        };
        let planned = vec![page.now + 10 * 86_400_000];
        Self {
            id: samples::ID.to_owned(),
            row: HandOverRow::sample(page.now),
            parts: vec![HandedPart { name: samples::ESTATE.to_owned(), open: vec![open], count: 1, planned }],
            duty: vec!["2026-12-03".to_owned()],
            may_answer: true,
            may_take_back: true,
            reasons: samples::choices(&[("too_much", "手上工作已满")]),
            problems: Problems::default(),
            page,
        }
    }

    /// Nothing open.
    pub fn sample_empty(page: PageFrame) -> Self {
        let part =
            HandedPart { name: samples::ESTATE.to_owned(), open: Vec::new(), count: 0, planned: Vec::new() };
        let sample = Self::sample(page);
        Self { parts: vec![part], duty: Vec::new(), may_answer: false, may_take_back: false, ..sample }
    }

    /// One that was answered meanwhile.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-hand-over-answered", "refusal-hand-over-answered-cure");
        let problem = Problem::new(page.words, "", key, cure, &[]);
        Self { problems: vec![problem].into(), ..Self::sample(page) }
    }
}
