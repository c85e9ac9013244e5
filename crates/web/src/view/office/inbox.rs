//! Messages to the reader.

use askama::Template;

use crate::view::{More, PageFrame, samples};

/// One message.
#[derive(Debug, Clone)]
pub struct InboxLine {
    /// What it says, in the reader's language.
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// Whether it is new.
    pub unread: bool,
    /// Whether it is about an urgent matter.
    pub urgent: bool,
    /// What it stands for, when it is several in one: what each says, and where it leads.
    pub lines: Vec<(String, String)>,
}

/// `GET /inbox?after=`. `POST /inbox/read` with `csrf` marks everything as read.
#[derive(Template)]
#[template(path = "office/inbox.html")]
pub struct InboxPage {
    /// The frame.
    pub page: PageFrame,
    /// Messages, the newest first.
    pub messages: Vec<InboxLine>,
    /// The rest.
    pub more: Option<More>,
}

impl InboxPage {
    /// Invented messages.
    pub fn sample(page: PageFrame) -> Self {
        let line = |words: &str, minutes: i64, unread, urgent| InboxLine {
            words: words.to_owned(),
            href: format!("/requests/{}", samples::ID),
            at: page.now - minutes * 60_000,
            unread,
            urgent,
            lines: Vec::new(),
        };
        let mut messages = vec![
            line("紧急：长风苑 9号楼 2单元，燃气", 5, true, true),
            line("物业退回了“路灯”，请重新派遣", 40, true, false),
            line(samples::LONG, 2_000, false, false),
        ];
        messages[2].lines = vec![(samples::LONG.to_owned(), format!("/requests/{}", samples::ID))];
        Self { messages, more: None, page }
    }

    /// No messages.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, messages: Vec::new(), more: None }
    }
}
