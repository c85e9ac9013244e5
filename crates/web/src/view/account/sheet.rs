//! One account, for the security administrator.

use askama::Template;

use super::own::SessionLine;
use super::security::AccountLine;
use crate::view::{PageFrame, Problem, Problems};

/// `GET /security/{id}`, and again after one of its forms failed or made a link.
///
/// Forms: `POST /security/{id}/{deed}` with `csrf`; the deed is `lock`, `unlock`, `link`, `factor` (taken off) or
/// `sessions` (with `session`: one, or empty for all).
#[derive(Template)]
#[template(path = "account/sheet.html")]
pub struct AccountSheetPage {
    /// The frame.
    pub page: PageFrame,
    /// The account.
    pub account: AccountLine,
    /// The last failure, milliseconds of the epoch.
    pub failed_at: Option<i64>,
    /// Its sessions.
    pub sessions: Vec<SessionLine>,
    /// From which day to which day each token works that it gave a program: never what for.
    pub tokens: Vec<(String, String)>,
    /// A link that was made a moment ago.
    pub made_link: Option<String>,
    /// Whether it is the reader's own: nobody locks or resets themselves.
    pub own: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl AccountSheetPage {
    fn sessions_address(&self) -> String {
        format!("/security/{}/sessions", self.account.id)
    }

    /// An invented account.
    pub fn sample(page: PageFrame) -> Self {
        let account = super::SecurityPage::sample(page.clone()).accounts.remove(0);
        Self {
            account: AccountLine { factor: true, ..account },
            failed_at: Some(page.now - 90_000_000),
            sessions: SessionLine::samples(page.now),
            tokens: vec![("2026-11-22".to_owned(), "2027-02-20".to_owned())],
            made_link: Some("https://guanjia.example/welcome/sample".to_owned()),
            own: false,
            problems: Problems::default(),
            page,
        }
    }

    /// The last administrator of a kind cannot be locked.
    pub fn sample_wrong(page: PageFrame) -> Self {
        let keys = ("refusal-last-administrator", "refusal-last-administrator-cure");
        let problem = Problem::new(page.words, "", keys.0, keys.1, &[]);
        let it = Self::sample(page);
        let (sessions, tokens, problems) = (Vec::new(), Vec::new(), vec![problem].into());
        Self { made_link: None, sessions, tokens, failed_at: None, problems, ..it }
    }
}
