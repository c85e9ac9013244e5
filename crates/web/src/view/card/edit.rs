//! The form of a card: what is typed replaces, what is left empty stays.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// A line of the form.
#[derive(Debug, Clone)]
pub struct EditLine {
    /// The name of the form field.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// What was typed.
    pub typed: String,
    /// What stands there, masked; empty where nothing does.
    pub present: String,
    /// `text`, `tel` or `date`.
    pub kind: &'static str,
    /// Whether it can be filled: what rests on consent waits for it.
    pub open: bool,
}

/// `GET /cards/{id}/edit`; `POST` there with `csrf`, `version`, a text for each line, `category`, `separated`, and
/// `tag_…` for each tag that was offered (`tags` says that they were).
#[derive(Template)]
#[template(path = "card/edit.html")]
pub struct EditPage {
    /// The frame.
    pub page: PageFrame,
    /// The id.
    pub id: String,
    /// The name, masked.
    pub name: String,
    /// The version that is changed.
    pub version: u64,
    /// The lines.
    pub lines: Vec<EditLine>,
    /// Permanent or floating.
    pub category: Vec<Choice>,
    /// Registered elsewhere or not.
    pub separated: Vec<Choice>,
    /// The tags that the writer may set; nothing before somebody agreed.
    pub tags: Vec<Choice>,
    /// What was wrong.
    pub problems: Problems,
}

impl EditPage {
    /// A card that is being changed.
    pub fn sample(page: PageFrame) -> Self {
        let line = |name, label, present: &str, kind, open| EditLine {
            name,
            label,
            typed: String::new(),
            present: present.to_owned(),
            kind,
            open,
        };
        Self {
            id: samples::ID.to_owned(),
            name: "林**".to_owned(),
            version: 7,
            lines: vec![
                line("name", "card-name", "林**", "text", true),
                line("phones", "field-phone", "138****0000", "tel", true),
                line("identity_number", "card-identity-number", "", "text", false),
            ],
            category: samples::choices(&[("permanent", "常住")]),
            separated: samples::choices(&[("yes", "是")]),
            tags: samples::choices(&[("wheelchair", "使用轮椅")]),
            problems: Problems::default(),
            page,
        }
    }

    /// A form that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "phones", "refusal-bad-phone", "refusal-bad-phone-cure", &[]);
        let mut sample = Self::sample(page);
        sample.lines[1].typed = samples::LONG.to_owned();
        Self { problems: vec![problem].into(), tags: Vec::new(), ..sample }
    }
}
