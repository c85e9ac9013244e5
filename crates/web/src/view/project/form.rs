//! A form of a step, as data: each step has few fields, and all look alike.

use crate::view::{Choice, Problems, samples};

/// A field of a form.
#[derive(Debug, Clone)]
#[expect(
    missing_docs,
    reason = "name: what the form sends; label, hint: keys of words; value: what stands in it"
)]
pub enum Field {
    /// Several lines.
    Area { name: &'static str, label: &'static str, value: String, required: bool },
    /// One line of a kind (`text`, `number`, `date`, `tel`).
    Line { name: &'static str, label: &'static str, value: String, kind: &'static str, required: bool },
    /// One of a long list.
    Select { name: &'static str, label: &'static str, choices: Vec<Choice>, hint: &'static str },
    /// One of a few.
    Tiles { name: &'static str, label: &'static str, choices: Vec<Choice> },
    /// Any number of a list.
    Ticks { name: &'static str, label: &'static str, choices: Vec<Choice> },
    /// What is sent without being asked.
    Hidden { name: &'static str, value: String },
    /// Photos.
    Photos { label: &'static str },
    /// Words to read.
    Note { text: String },
}

/// The form of a step: `POST /projects/{id}/{deed}` with `csrf`, `version` and its fields; photos make it multipart.
#[derive(Debug, Clone)]
pub struct StepForm {
    /// The last part of its address.
    pub deed: &'static str,
    /// Tells several forms of one deed apart on a page; else empty.
    pub mark: String,
    /// Key of its title, which is also its button's.
    pub title: &'static str,
    /// The icon.
    pub icon: &'static str,
    /// Whether it asks again before it is sent.
    pub hurts: bool,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Whether it was sent and something was wrong.
    pub failed: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl StepForm {
    /// A form that was not sent.
    pub fn new(deed: &'static str, title: &'static str, icon: &'static str, fields: Vec<Field>) -> Self {
        let problems = Problems::default();
        Self { deed, mark: String::new(), title, icon, hurts: false, fields, failed: false, problems }
    }

    /// The same, one of several of its deed.
    #[must_use]
    pub fn marked(self, mark: String) -> Self {
        Self { mark, ..self }
    }

    /// The same, asking again before it is sent.
    #[must_use]
    pub fn hurting(self) -> Self {
        Self { hurts: true, ..self }
    }

    /// What its ids begin with.
    pub fn slug(&self) -> String {
        if self.mark.is_empty() { self.deed.to_owned() } else { format!("{}-{}", self.deed, self.mark) }
    }

    /// Whether it carries photos.
    pub fn has_files(&self) -> bool {
        self.fields.iter().any(|it| matches!(it, Field::Photos { .. }))
    }

    /// One with every sort of field.
    pub fn sample() -> Self {
        let choices = samples::choices(&[("a", "全体业主共有"), ("b", samples::LONG)]);
        let fields = vec![
            Field::Note { text: "小区树木属全体业主共有，不是城市绿地。".to_owned() },
            Field::Tiles { name: "owner", label: "project-owner", choices: choices.clone() },
            Field::Select { name: "to", label: "project-approver", choices: choices.clone(), hint: "choose" },
            Field::Ticks { name: "door", label: "project-doors", choices },
            Field::Area { name: "words", label: "field-words", value: String::new(), required: true },
            Field::Line {
                name: "until",
                label: "project-until",
                value: "2026-12-01".to_owned(),
                kind: "date",
                required: true,
            },
            Field::Photos { label: "field-photos" },
            Field::Hidden { name: "n", value: "0".to_owned() },
        ];
        Self::new("name-owner", "do-name-owner", "hand", fields)
    }
}
