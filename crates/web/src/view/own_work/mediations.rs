//! The mediations that the reader may read: no name stands in the list.

use askama::Template;

use super::kinds::offered;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// A file of the list.
#[derive(Debug, Clone)]
pub struct MediationRow {
    /// Its page; `None` once it is forgotten.
    pub href: Option<String>,
    /// What it is about.
    pub dispute: String,
    /// The estates of the parties.
    pub estates: String,
    /// When it began, milliseconds of the epoch.
    pub opened_at: i64,
    /// How it ended, in words.
    pub outcome: Option<String>,
}

/// A file as it was typed.
#[derive(Debug, Clone, Default)]
pub struct MediationForm {
    /// What it is about.
    pub dispute: String,
    /// In words.
    pub words: String,
    /// The first party's name, phone, estate.
    pub first: [String; 3],
    /// The second party's.
    pub second: [String; 3],
    /// Who mediates.
    pub mediator: String,
}

/// `GET /mediations`. Form: `POST /mediations` with `csrf`, `dispute`, `words`, `name1`, `phone1`, `estate1`, `name2`,
/// `phone2`, `estate2`, `mediator`.
#[derive(Template)]
#[template(path = "own_work/mediations.html")]
pub struct MediationsPage {
    /// The frame.
    pub page: PageFrame,
    /// Files, the newest first.
    pub files: Vec<MediationRow>,
    /// Every estate of the community.
    pub estates: Vec<Choice>,
    /// Who can mediate.
    pub mediators: Vec<Choice>,
    /// What was typed.
    pub form: MediationForm,
    /// What was wrong.
    pub problems: Problems,
}

impl MediationsPage {
    fn disputes(&self) -> Vec<Choice> {
        offered!(self.page.words, Dispute, &self.form.dispute)
    }

    fn estates_with(&self, chosen: &str) -> Vec<Choice> {
        self.estates.iter().map(|it| it.clone().chosen_if(chosen)).collect()
    }

    fn mediators_with(&self) -> Vec<Choice> {
        self.mediators.iter().map(|it| it.clone().chosen_if(&self.form.mediator)).collect()
    }

    /// Invented files.
    pub fn sample(page: PageFrame) -> Self {
        let row = |href: Option<&str>, outcome: Option<&str>| MediationRow {
            href: href.map(str::to_owned),
            dispute: page.words.say("dispute-noise").to_owned(),
            estates: samples::ESTATE.to_owned(),
            opened_at: page.now - 12 * 86_400_000,
            outcome: outcome.map(|key| page.words.say(key).to_owned()),
        };
        Self {
            files: vec![row(Some("/mediations/m-1"), None), row(None, Some("outcome-agreed"))],
            estates: samples::choices(&[("e-1", samples::ESTATE), ("e-2", samples::LONG)]),
            mediators: samples::choices(&[("o-1", "林知夏"), ("o-2", "江予安")]),
            form: MediationForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// No file, and one that could not be opened.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "name1", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { files: Vec::new(), problems: vec![problem].into(), ..Self::sample(page) }
    }
}
