//! The access log.

use askama::Template;

use crate::view::{More, PageFrame};

/// One access.
#[derive(Debug, Clone)]
pub struct AccessLine {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// Who.
    pub who: String,
    /// What was done, in the reader's language.
    pub what: String,
    /// On what: a request's number, a person's id; never the datum itself.
    pub about: String,
    /// The reason that was given.
    pub reason: Option<String>,
    /// Whether it was refused.
    pub refused: bool,
}

/// `GET /audit?who=&after=` for an auditor or an administrator.
#[derive(Template)]
#[template(path = "office/audit.html")]
pub struct AuditPage {
    /// The frame.
    pub page: PageFrame,
    /// The name that is filtered by.
    pub who: String,
    /// Accesses, the newest first.
    pub lines: Vec<AccessLine>,
    /// The rest.
    pub more: Option<More>,
}

impl AuditPage {
    /// An invented log.
    pub fn sample(page: PageFrame) -> Self {
        let line = |minutes: i64, what: &str, reason: Option<&str>, refused| AccessLine {
            at: page.now - minutes * 60_000,
            who: "林知夏".to_owned(),
            what: what.to_owned(),
            about: "019aa000-0000".to_owned(),
            reason: reason.map(str::to_owned),
            refused,
        };
        let lines = vec![line(4, "查看电话", Some("回访"), false), line(9, "导出", None, true)];
        Self { lines, who: String::new(), more: Some(More { href: "/audit?after=sample".to_owned() }), page }
    }

    /// An empty log.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, who: String::new(), lines: Vec::new(), more: None }
    }
}
