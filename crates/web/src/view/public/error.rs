//! The page of every error: what happened, what to do, and what was typed.

use askama::Template;

use crate::view::{PageFrame, State, samples};

/// What the reader missed when a page was stale (409).
pub struct Stale {
    /// The present state.
    pub state: State,
    /// Who changed it last.
    pub by: Option<String>,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// The page of the request as it is now.
    pub href: String,
    /// What was typed, by label, so that nothing is lost.
    pub typed: Vec<(String, String)>,
}

/// An error page for 403, 404, 409, 422, 429, 500 and 503.
#[derive(Template)]
#[template(path = "public/error.html")]
pub struct ErrorPage {
    /// The frame.
    pub page: PageFrame,
    /// The status of the answer.
    pub status: u16,
    /// What happened, more exactly than the status says.
    pub detail: Option<String>,
    /// For 409: what changed meanwhile.
    pub stale: Option<Stale>,
    /// A mark to name when asking for help (5xx).
    pub mark: Option<String>,
}

impl ErrorPage {
    /// A page for a status, without more words.
    pub fn new(page: PageFrame, status: u16) -> Self {
        Self { page, status, detail: None, stale: None, mark: None }
    }

    fn title(&self) -> &str {
        self.page.say(match self.status {
            403 => "error-403",
            404 => "error-404",
            409 => "error-409",
            422 => "error-422",
            429 => "error-429",
            503 => "error-503",
            _ => "error-500",
        })
    }

    fn cure(&self) -> &str {
        self.page.say(match self.status {
            403 => "error-403-cure",
            404 => "error-404-cure",
            409 => "error-409-cure",
            422 => "error-422-cure",
            429 => "error-429-cure",
            503 => "error-503-cure",
            _ => "error-500-cure",
        })
    }

    /// A page that was stale.
    pub fn sample(page: PageFrame) -> Self {
        let stale = Stale {
            state: State::ClosedNormal,
            by: Some(samples::STEWARD.to_owned()),
            at: page.now - 120_000,
            href: format!("/requests/{}", samples::ID),
            typed: vec![(page.say("field-public-reply").to_owned(), "已更换灯头。".to_owned())],
        };
        Self { stale: Some(stale), ..Self::new(page, 409) }
    }

    /// An address that does not exist.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self::new(page, 404)
    }
}
