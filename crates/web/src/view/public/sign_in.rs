//! Signing in.

use askama::Template;

use crate::view::{PageFrame, Problem, Problems, Role};

/// A one-click sign-in of the demo.
pub struct DemoLogin {
    /// The role.
    pub role: Role,
    /// The address that signs in.
    pub href: String,
}

/// `GET /sign-in?next=`, and again after a failed `POST /sign-in`.
///
/// The form: `csrf`, `name`, `password`, `next` (a path of this server, or empty).
#[derive(Template)]
#[template(path = "public/sign_in.html")]
pub struct SignInPage {
    /// The frame.
    pub page: PageFrame,
    /// The name that was typed; the password is never shown again.
    pub name: String,
    /// Where to go afterwards.
    pub next: String,
    /// The roles of the demo; empty elsewhere.
    pub demo_logins: Vec<DemoLogin>,
    /// What was wrong.
    pub problems: Problems,
}

impl SignInPage {
    /// An invented page of the demo.
    pub fn sample(page: PageFrame) -> Self {
        let roles =
            [Role::Steward, Role::Secretary, Role::GridWorker, Role::StreetOffice, Role::Organisation];
        let demo_logins = roles.map(|role| DemoLogin { role, href: format!("/demo/{}", role.slug()) });
        Self {
            page,
            name: String::new(),
            next: String::new(),
            demo_logins: demo_logins.into(),
            problems: Problems::default(),
        }
    }

    /// A wrong password.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problems = vec![Problem::new(page.words, "password", "problem-sign-in", "cure-sign-in", &[])];
        let next = "/work".to_owned();
        Self { name: "linzhixia".to_owned(), next, demo_logins: Vec::new(), problems: problems.into(), page }
    }
}
