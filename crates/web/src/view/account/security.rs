//! Every account, for the security administrator.

use askama::Template;

use crate::view::{Choice, PageFrame, Role};

/// One account.
#[derive(Debug, Clone)]
pub struct AccountLine {
    /// The id of its holder.
    pub id: String,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// Whether a password was chosen.
    pub in_use: bool,
    /// Whether it is locked.
    pub locked: bool,
    /// Whether a second factor is asked for.
    pub factor: bool,
    /// Failures since somebody last signed in.
    pub failures: u32,
    /// When somebody last signed in, milliseconds of the epoch.
    pub signed_in_at: Option<i64>,
}

/// `GET /security`.
///
/// The form: `POST /security` with `csrf` and a `role` for each role that must have a second factor.
#[derive(Template)]
#[template(path = "account/security.html")]
pub struct SecurityPage {
    /// The frame.
    pub page: PageFrame,
    /// The accounts.
    pub accounts: Vec<AccountLine>,
    /// The roles; chosen ones must have a second factor.
    pub roles: Vec<Choice>,
    /// Whether the roles were just saved.
    pub saved: bool,
}

impl SecurityPage {
    /// Invented accounts.
    pub fn sample(page: PageFrame) -> Self {
        let line = |name: &str, role, locked, failures, factor| AccountLine {
            id: "p-1".to_owned(),
            name: name.to_owned(),
            role,
            in_use: failures < 9,
            locked,
            factor,
            failures,
            signed_in_at: (failures < 9).then_some(page.now - 7_200_000),
        };
        let accounts = vec![
            line("林知夏", Role::Steward, false, 0, false),
            line("江予安", Role::GridWorker, true, 7, false),
            line("示例审计员", Role::Auditor, false, 9, true),
        ];
        let role = |it: &Role| Choice::new(it.slug(), page.say(it.key())).chosen_if("audit");
        let roles = Role::ALL.iter().map(role).collect();
        Self { page, accounts, roles, saved: true }
    }

    /// Nobody has an account yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { accounts: Vec::new(), saved: false, ..Self::sample(page) }
    }
}
