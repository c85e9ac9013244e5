//! The duty list of a community.

use crate::view::{PageFrame, Problem, Problems, samples};
use askama::Template;

/// An entry.
#[derive(Debug, Clone)]
pub struct DutyLine {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The article on which it rests.
    pub basis: String,
    /// Whether the community leads; else it only assists.
    pub leads: bool,
    /// Not in force any more.
    pub retired: bool,
}

/// What the form holds.
#[derive(Debug, Clone, Default)]
pub struct DutyForm {
    /// Of which entry; empty for a new one.
    pub code: String,
    /// Chinese title.
    pub zh: String,
    /// English title.
    pub en: String,
    /// The article.
    pub basis: String,
    /// Whether the community leads.
    pub leads: bool,
    /// Not in force any more.
    pub retired: bool,
}

/// `GET /duty-list?code=`, and again after a failed form.
///
/// Form: `POST /duty-list` with `csrf`, `code` (empty for a new entry), `zh`, `en`, `basis`, `leads` (`on`), `retired`
/// (`on`).
#[derive(Template)]
#[template(path = "call/duties.html")]
pub struct DutyListPage {
    /// The frame.
    pub page: PageFrame,
    /// The entries.
    pub lines: Vec<DutyLine>,
    /// The form, for whoever may change the list.
    pub form: Option<DutyForm>,
    /// Whether something was saved a moment ago.
    pub saved: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl DutyListPage {
    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let line = |code: &str, title: &str, leads| DutyLine {
            code: code.to_owned(),
            title: title.to_owned(),
            basis: "《城市居民委员会组织法》第三条第（三）项".to_owned(),
            leads,
            retired: code == "08",
        };
        let lines = vec![
            line("03", "调解民间纠纷", true),
            line("08", samples::LONG, true),
            line("51", "协助维护社会治安", false),
        ];
        Self { lines, form: Some(DutyForm::default()), saved: true, problems: Problems::default(), page }
    }

    /// For a reader who may not change it.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { form: None, saved: false, lines: Vec::new(), ..Self::sample(page) }
    }

    /// A form that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-text-missing", "refusal-text-missing-cure");
        let problem = Problem::new(page.words, "basis", key, cure, &[]);
        let form = DutyForm { code: "08".to_owned(), zh: samples::LONG.to_owned(), ..DutyForm::default() };
        Self { form: Some(form), saved: false, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
