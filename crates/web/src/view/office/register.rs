//! The register of what people asked about their own data, and the receipt of one answer.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// A case.
#[derive(Debug, Clone)]
pub struct CaseRow {
    /// Its id.
    pub id: String,
    /// The key of the right.
    pub right: &'static str,
    /// When it was asked, milliseconds of the epoch.
    pub asked_at: i64,
    /// By when it is to be answered.
    pub due_at: i64,
    /// Who asked, masked; empty once it was answered.
    pub phone: String,
    /// When it was answered, and the key of how.
    pub answered: Option<(i64, &'static str)>,
    /// Why it was declined.
    pub reason: Option<String>,
}

/// `GET /rights/register`; `POST` there with `csrf`, `right`, `phone`.
#[derive(Template)]
#[template(path = "office/register.html")]
pub struct RegisterPage {
    /// The frame.
    pub page: PageFrame,
    /// What waits, the most urgent first.
    pub open: Vec<CaseRow>,
    /// What was answered lately.
    pub answered: Vec<CaseRow>,
    /// The rights, to choose from.
    pub rights: Vec<Choice>,
    /// Within how many working days an answer is due.
    pub days: u32,
    /// The phone that was typed.
    pub phone: String,
    /// What was wrong.
    pub problems: Problems,
}

/// `GET /rights/register/{id}`; `POST` there with `csrf`, `outcome` (`done` or `declined`), `reason`.
#[derive(Template)]
#[template(path = "office/case.html")]
pub struct CasePage {
    /// The frame.
    pub page: PageFrame,
    /// The case.
    pub case: CaseRow,
    /// The reason that was typed.
    pub reason: String,
    /// What was wrong.
    pub problems: Problems,
}

fn row(page: &PageFrame, answered: bool) -> CaseRow {
    CaseRow {
        id: samples::ID.to_owned(),
        right: "register-right-erase",
        asked_at: page.now - 30 * 86_400_000,
        due_at: page.now - 86_400_000,
        phone: "138****0000".to_owned(),
        answered: answered.then_some((page.now, "register-declined")),
        reason: answered.then(|| samples::LONG.to_owned()),
    }
}

impl RegisterPage {
    /// One that waits and one that was answered.
    pub fn sample(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "phone", "refusal-bad-phone", "refusal-bad-phone-cure", &[]);
        Self {
            open: vec![row(&page, false)],
            answered: vec![row(&page, true)],
            rights: samples::choices(&[("see", "查看"), ("erase", "删除")]),
            days: 15,
            phone: samples::LONG.to_owned(),
            problems: vec![problem].into(),
            page,
        }
    }

    /// Nothing was asked.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (open, answered) = (Vec::new(), Vec::new());
        Self { open, answered, phone: String::new(), problems: Problems::default(), ..Self::sample(page) }
    }
}

impl CasePage {
    /// One that waits.
    pub fn sample(page: PageFrame) -> Self {
        Self { case: row(&page, false), reason: String::new(), problems: Problems::default(), page }
    }

    /// The receipt of one that was declined.
    pub fn sample_receipt(page: PageFrame) -> Self {
        Self { case: row(&page, true), ..Self::sample(page) }
    }
}
