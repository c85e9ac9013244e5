//! The file of a mediation, and its agreement on paper.

use askama::Template;

use super::kinds::offered;
use crate::view::{Choice, Contact, PageFrame, Problem, Problems, samples};

/// A day and what was said.
#[derive(Debug, Clone)]
pub struct MediationText {
    /// The day, `2026-12-03`.
    pub day: String,
    /// The words.
    pub words: String,
}

/// `GET /mediations/{id}`. Forms below the same address, each with `csrf`: `POST meet` and `POST agree` with `day`,
/// `words`; `POST mediator` with `mediator`; `POST close` with `outcome`.
#[derive(Template)]
#[template(path = "own_work/mediation.html")]
pub struct MediationPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// What it is about.
    pub dispute: String,
    /// In words.
    pub words: String,
    /// When it began, milliseconds of the epoch.
    pub opened_at: i64,
    /// The parties with their estates.
    pub parties: Vec<(Contact, String)>,
    /// Who mediates.
    pub mediator: Option<Contact>,
    /// Who could.
    pub mediators: Vec<Choice>,
    /// Meetings.
    pub meetings: Vec<MediationText>,
    /// The agreement.
    pub agreement: Option<MediationText>,
    /// How it ended, and until when names and texts are kept (milliseconds).
    pub closed: Option<(String, i64)>,
    /// Today, as a `date` field has it.
    pub today: String,
    /// Which form failed.
    pub failed: String,
    /// What was typed into it: day and words.
    pub typed: (String, String),
    /// What was wrong.
    pub problems: Problems,
}

impl MediationPage {
    fn outcomes(&self) -> Vec<Choice> {
        offered!(self.page.words, Outcome, "")
    }

    fn typed_day(&self, form: &str) -> &str {
        if self.failed == form { &self.typed.0 } else { &self.today }
    }

    fn typed_words(&self, form: &str) -> &str {
        if self.failed == form {
            return &self.typed.1;
        }
        self.agreement.as_ref().filter(|_| form == "agree").map_or("", |it| &it.words)
    }

    /// An invented file.
    pub fn sample(page: PageFrame) -> Self {
        let party = |name: &str| Contact { name: name.to_owned(), phone: Some("13800000000".to_owned()) };
        let text = |words: &str| MediationText { day: "2026-11-20".to_owned(), words: words.to_owned() };
        Self {
            href: "/mediations/m-1".to_owned(),
            dispute: page.words.say("dispute-noise").to_owned(),
            words: "楼上夜里拖动桌椅，楼下老人睡不好。".to_owned(),
            opened_at: page.now - 12 * 86_400_000,
            parties: vec![
                (party("甲某某"), samples::ESTATE.to_owned()),
                (party("乙某某"), samples::LONG.to_owned()),
            ],
            mediator: Some(samples::steward()),
            mediators: samples::choices(&[("o-1", "林知夏"), ("o-2", "江予安")]),
            meetings: vec![text("双方见面，各说了各的难处。"), text(samples::LONG)],
            agreement: Some(text("一、晚十点以后不拖动家具。二、桌椅脚装软垫。")),
            closed: None,
            today: "2026-11-22".to_owned(),
            failed: String::new(),
            typed: (String::new(), String::new()),
            problems: Problems::default(),
            page,
        }
    }

    /// A file that has just been opened, and a meeting without words.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "words", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self {
            meetings: Vec::new(),
            agreement: None,
            mediator: None,
            failed: "meet".to_owned(),
            problems: vec![problem].into(),
            ..Self::sample(page)
        }
    }

    /// A closed file.
    pub fn sample_long(page: PageFrame) -> Self {
        let closed = Some((page.words.say("outcome-agreed").to_owned(), page.now + 1_000 * 86_400_000));
        Self { closed, ..Self::sample(page) }
    }
}

/// `GET /mediations/{id}/agreement`, to print and sign.
#[derive(Template)]
#[template(path = "own_work/agreement.html")]
pub struct AgreementPage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the file.
    pub href: String,
    /// The community.
    pub community: String,
    /// The parties' names, with their estates.
    pub parties: Vec<(String, String)>,
    /// What it is about.
    pub dispute: String,
    /// What was agreed.
    pub agreement: MediationText,
}

impl AgreementPage {
    /// An invented agreement.
    pub fn sample(page: PageFrame) -> Self {
        let agreement = MediationText {
            day: "2026-11-20".to_owned(),
            words: "一、晚十点以后不拖动家具。\n二、桌椅脚装软垫。".to_owned(),
        };
        let party = |name: &str| (name.to_owned(), samples::ESTATE.to_owned());
        Self {
            href: "/mediations/m-1".to_owned(),
            community: samples::community().name,
            parties: vec![party("甲某某"), party("乙某某")],
            dispute: page.words.say("dispute-noise").to_owned(),
            agreement,
            page,
        }
    }
}
