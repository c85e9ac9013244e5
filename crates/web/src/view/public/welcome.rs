//! The first administrator of an empty installation.

use askama::Template;

use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// What the first administrator typed; the password is never shown again.
#[derive(Debug, Clone, Default)]
pub struct WelcomeForm {
    /// The name to sign in with.
    pub name: String,
    /// The division as typed or chosen: full name or 12-digit code.
    pub division: String,
}

/// `GET /welcome/{community}/{secret}`, and again after a failed `POST` to the same address.
///
/// The form: `csrf`, `name`, `password`, `again`, `division`. While the division is typed the page asks
/// `GET /divisions?division=` for `<option value="full name">code</option>` lines ([`DivisionsPart`]).
#[derive(Template)]
#[template(path = "public/welcome.html")]
pub struct WelcomePage {
    /// The frame.
    pub page: PageFrame,
    /// The address of this page.
    pub base: String,
    /// Whether the community is still to be chosen: only the first administrator does.
    pub asks_division: bool,
    /// Divisions to choose from: value = full name, label = code.
    pub divisions: Vec<Choice>,
    /// What was typed.
    pub form: WelcomeForm,
    /// What was wrong.
    pub problems: Problems,
}

impl WelcomePage {
    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        let base = "/welcome/sample".to_owned();
        let divisions = samples::divisions();
        Self {
            page,
            base,
            asks_division: true,
            divisions,
            form: WelcomeForm::default(),
            problems: Problems::default(),
        }
    }

    /// Two passwords that differ, and a place that is not known.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![
            Problem::new(page.words, "again", "problem-password-again", "cure-password-again", &[]),
            Problem::new(page.words, "division", "problem-division", "cure-division", &[]),
        ];
        let form = WelcomeForm { name: "管理员".to_owned(), division: "不存在的社区".to_owned() };
        Self { form, problems: problems.into(), ..Self::sample(page) }
    }
}

/// `GET /divisions?division=`: the divisions whose name or code holds the typed words, at most twenty.
#[derive(Template)]
#[template(path = "public/divisions.html")]
pub struct DivisionsPart {
    /// Value = full name, label = code.
    pub divisions: Vec<Choice>,
}
