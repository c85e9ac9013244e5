//! The requests behind a figure, or a register.

use askama::Template;

use crate::view::{More, PageFrame, State, samples};

/// One line.
#[derive(Debug, Clone)]
pub struct RegisterRow {
    /// The page of the request.
    pub href: String,
    /// Its number.
    pub number: u64,
    /// When it was said, milliseconds of the epoch.
    pub reported: i64,
    /// Its estate.
    pub estate: String,
    /// Building and unit.
    pub place: String,
    /// The matter.
    pub matter: String,
    /// Where it stands.
    pub state: State,
    /// Who has it: an organisation, or what kind of party.
    pub handler: String,
    /// Until when it is or was due.
    pub due: i64,
    /// When it ended.
    pub ended: Option<i64>,
    /// Whether it is urgent.
    pub urgent: bool,
}

/// `GET /reports/{month}/figures/{figure}` and `GET /reports/{month}/registers/{register}`, both with `estate` and
/// `class`.
#[derive(Template)]
#[template(path = "report/register.html")]
pub struct RegisterPage {
    /// The frame.
    pub page: PageFrame,
    /// As `2026-10`.
    pub month: String,
    /// The key of its name.
    pub title: &'static str,
    /// The names of the estate and of the class that it is of, where it is of one only.
    pub only: Vec<String>,
    /// The lines.
    pub rows: Vec<RegisterRow>,
    /// The next page.
    pub more: Option<More>,
}

impl RegisterPage {
    /// Two invented lines.
    pub fn sample(page: PageFrame) -> Self {
        let row = |number, estate: &str, state, ended| RegisterRow {
            href: format!("/requests/{}", samples::ID),
            number,
            reported: page.now - 90_000_000,
            estate: estate.to_owned(),
            place: "4号楼 2单元".to_owned(),
            matter: "树木遮挡".to_owned(),
            state,
            handler: samples::PROPERTY.to_owned(),
            due: page.now - 3_600_000,
            ended,
            urgent: ended.is_none(),
        };
        Self {
            month: "2026-10".to_owned(),
            title: "register-overdue",
            only: vec![samples::ESTATE.to_owned()],
            rows: vec![
                row(118, samples::ESTATE, State::InProgress, None),
                row(97, samples::LONG, State::ClosedOvertime, Some(page.now)),
            ],
            more: Some(More { href: "/reports/2026-10/registers/overdue?after=2.0.0".to_owned() }),
            page,
        }
    }

    /// Nothing in it.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { rows: Vec::new(), only: Vec::new(), more: None, ..Self::sample(page) }
    }
}
