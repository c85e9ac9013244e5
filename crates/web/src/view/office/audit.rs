//! The access log.

use askama::Template;

use crate::view::{Choice, More, PageFrame};

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

/// `GET /audit?who=&from=&until=&action=&after=` for the auditor.
///
/// The form: `POST /audit/export` with `csrf` and the same four fields.
#[derive(Template)]
#[template(path = "office/audit.html")]
pub struct AuditPage {
    /// The frame.
    pub page: PageFrame,
    /// The name that is filtered by.
    pub who: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// The actions that can be looked for.
    pub actions: Vec<Choice>,
    /// Accesses, the newest first.
    pub lines: Vec<AccessLine>,
    /// The rest.
    pub more: Option<More>,
}

impl AuditPage {
    fn action(&self) -> &str {
        self.actions.iter().find(|it| it.chosen).map_or("", |it| &it.value)
    }

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
        Self {
            lines,
            actions: vec![Choice::new("reveal", page.say("access-reveal")).chosen_if("reveal")],
            from: "2026-11-01".to_owned(),
            more: Some(More { href: "/audit?after=sample".to_owned() }),
            ..Self::sample_empty(page)
        }
    }

    /// An empty log.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            page,
            who: String::new(),
            from: String::new(),
            until: String::new(),
            actions: Vec::new(),
            lines: Vec::new(),
            more: None,
        }
    }
}
