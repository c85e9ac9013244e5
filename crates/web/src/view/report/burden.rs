//! The burden ledger.

use super::deed::Deed;
use super::kinds::{FormKind, RuleKind};
use askama::Template;

use crate::view::{Choice, PageFrame, samples};

/// What was asked of a role.
#[derive(Debug, Clone)]
pub struct RoleRow {
    /// The Monday of the week.
    pub week: String,
    /// The key of the role's word.
    pub role: &'static str,
    /// Deeds, fields, taps, minutes.
    pub asked: [u64; 4],
}

/// A form that was generated.
#[derive(Debug, Clone)]
pub struct FormRow {
    /// Which.
    pub kind: FormKind,
    /// How many.
    pub made: u64,
    /// Fields that nobody had to type.
    pub spared: u64,
}

/// What a rule would cost.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// Which.
    pub kind: RuleKind,
    /// A sentence for each role that would bear it.
    pub more: Vec<String>,
}

/// A line of the published table.
#[derive(Debug, Clone)]
pub struct AskRow {
    /// The deed.
    pub deed: Deed,
    /// Fields, taps, seconds.
    pub asks: [u32; 3],
}

/// `GET /burden?weeks=`.
#[derive(Template)]
#[template(path = "report/burden.html")]
pub struct BurdenPage {
    /// The frame.
    pub page: PageFrame,
    /// How many weeks can be looked back on.
    pub weeks: Vec<Choice>,
    /// What was asked, the latest week first.
    pub roles: Vec<RoleRow>,
    /// What was generated.
    pub forms: Vec<FormRow>,
    /// What rules would cost.
    pub rules: Vec<RuleRow>,
    /// The published table.
    pub asks: Vec<AskRow>,
}

impl BurdenPage {
    /// Two invented weeks.
    pub fn sample(page: PageFrame) -> Self {
        let row = |week: &str, role, asked| RoleRow { week: week.to_owned(), role, asked };
        Self {
            weeks: samples::choices(&[("4", "4"), ("12", "12")]),
            roles: vec![
                row("2026-11-16", "role-steward", [412, 133, 1_240, 191]),
                row("2026-11-16", "role-grid-worker", [230, 41, 590, 88]),
                row("2026-11-09", "role-steward", [397, 120, 1_201, 180]),
            ],
            forms: FormKind::ALL.iter().map(|kind| FormRow { kind: *kind, made: 31, spared: 403 }).collect(),
            rules: RuleKind::ALL
                .iter()
                .map(|kind| RuleRow { kind: *kind, more: vec![samples::LONG.to_owned()] })
                .collect(),
            asks: Deed::ALL.iter().map(|deed| AskRow { deed: *deed, asks: [1, 3, 60] }).collect(),
            page,
        }
    }

    /// A house in which nothing happened.
    pub fn sample_empty(page: PageFrame) -> Self {
        let mut empty = Self::sample(page);
        (empty.roles, empty.forms) = (Vec::new(), Vec::new());
        empty.rules.iter_mut().for_each(|rule| rule.more.clear());
        empty
    }
}
