//! The own account.

use askama::Template;

use crate::view::keyed::keyed;
use crate::view::{PageFrame, Problem, Problems};

keyed! {
    /// What was just done.
    Done {
        /// The password was changed.
        Password = "password", "account-done-password";
        /// The second factor was given up.
        FactorOff = "factor-off", "account-done-factor-off";
        /// Sessions were ended.
        Sessions = "sessions", "account-done-sessions";
    }
}

/// A session.
#[derive(Debug, Clone)]
pub struct SessionLine {
    /// Names it in a form.
    pub id: String,
    /// What kind of device, as a message key.
    pub device: &'static str,
    /// When it began, milliseconds of the epoch.
    pub begun: i64,
    /// When it was last used.
    pub used: i64,
    /// Whether it is this one.
    pub own: bool,
}

impl SessionLine {
    /// Invented sessions: this one, and one on a phone.
    pub(super) fn samples(now: i64) -> Vec<Self> {
        let line = |n: u8, device, hours: i64, own| Self {
            id: format!("{n:064x}"),
            device,
            begun: now - hours * 3_600_000,
            used: now - hours * 600_000,
            own,
        };
        vec![line(1, "device-computer", 1, true), line(2, "device-phone", 50, false)]
    }
}

/// `GET /account`, and again after a form of it failed.
///
/// Forms: `POST /account/password` with `csrf`, `present`, `password`, `again`; `POST /account/factor` and
/// `POST /account/factor/drop` with `csrf`, `present`; `POST /account/sessions` with `csrf`, `session` (one, or empty
/// for all but this).
#[derive(Template)]
#[template(path = "account/own.html")]
pub struct AccountPage {
    /// The frame.
    pub page: PageFrame,
    /// What was just done.
    pub done: Option<Done>,
    /// Whether there is a password: accounts of the demo have none.
    pub has_password: bool,
    /// Since when a second factor is asked for.
    pub factor_since: Option<i64>,
    /// How many recovery codes are left.
    pub recovery_left: u32,
    /// Whether the role must have a second factor.
    pub factor_is_duty: bool,
    /// The sessions.
    pub sessions: Vec<SessionLine>,
    /// What was wrong.
    pub problems: Problems,
}

impl AccountPage {
    /// Whether they may do nothing else before they have a second factor.
    fn factor_is_due(&self) -> bool {
        self.factor_is_duty && self.factor_since.is_none()
    }

    /// An account with a second factor.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            done: Some(Done::Password),
            has_password: true,
            factor_since: Some(page.now - 86_400_000 * 40),
            recovery_left: 3,
            factor_is_duty: false,
            sessions: SessionLine::samples(page.now),
            problems: Problems::default(),
            page,
        }
    }

    /// A role that must have one, and has not.
    pub fn sample_due(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "present", "refusal-password-wrong", "refusal-password-wrong-cure", &[]);
        let problems = vec![problem].into();
        Self { done: None, factor_since: None, factor_is_duty: true, problems, ..Self::sample(page) }
    }
}
