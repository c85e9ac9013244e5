//! Taking consent down: the words that are read out, and how it was given.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// `GET /cards/{id}/consent?kind=`; `POST` there with `csrf`, `version`, `kind`, `text_version`, `guardian`, `how`,
/// `given_on`, `words`.
#[derive(Template)]
#[template(path = "card/agree.html")]
pub struct AgreePage {
    /// The frame.
    pub page: PageFrame,
    /// The id.
    pub id: String,
    /// The name, masked.
    pub name: String,
    /// Whether they are under 14.
    pub child: bool,
    /// The version of the card.
    pub version: u64,
    /// What it is about, as the form sends it.
    pub kind: &'static str,
    /// The key of what it is about.
    pub title: &'static str,
    /// The words that are read out.
    pub text: String,
    /// Their version.
    pub text_version: u32,
    /// The names of the fields that rest on it.
    pub fields: Vec<&'static str>,
    /// The phone of the guardian that was typed.
    pub guardian: String,
    /// How it was given.
    pub how: Vec<Choice>,
    /// On which day.
    pub given_on: String,
    /// What was said with it.
    pub words: String,
    /// What was wrong.
    pub problems: Problems,
}

impl AgreePage {
    /// A consent for a grown-up.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            id: samples::ID.to_owned(),
            name: "林**".to_owned(),
            child: false,
            version: 7,
            kind: "care",
            title: "card-kind-care",
            text: page.say("consent-care-1").to_owned(),
            text_version: 1,
            fields: vec!["card-care"],
            guardian: String::new(),
            how: samples::choices(&[("signed", "书面签字")]),
            given_on: "2026-11-22".to_owned(),
            words: String::new(),
            problems: Problems::default(),
            page,
        }
    }

    /// One for a child that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(
            page.words,
            "guardian",
            "refusal-guardian-needed",
            "refusal-guardian-needed-cure",
            &[],
        );
        Self {
            child: true,
            guardian: samples::LONG.to_owned(),
            words: samples::LONG.to_owned(),
            problems: vec![problem].into(),
            ..Self::sample(page)
        }
    }
}
