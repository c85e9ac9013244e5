//! The second step of signing in.

use askama::Template;

use crate::view::{PageFrame, Problem, Problems};

/// After a good password of an account with a second factor, and again after a failed `POST /sign-in/code`.
///
/// The form: `csrf`, `step` (what stands for the password that fitted), `code`, `next`.
#[derive(Template)]
#[template(path = "account/code.html")]
pub struct CodePage {
    /// The frame.
    pub page: PageFrame,
    /// What stands for the password that fitted.
    pub step: String,
    /// Where to go afterwards.
    pub next: String,
    /// What was wrong.
    pub problems: Problems,
}

impl CodePage {
    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        Self { page, step: "L001.sample".to_owned(), next: String::new(), problems: Problems::default() }
    }

    /// A wrong code.
    pub fn sample_wrong(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "code", "refusal-code-wrong", "refusal-code-wrong-cure", &[]);
        Self { problems: vec![problem].into(), ..Self::sample(page) }
    }
}
