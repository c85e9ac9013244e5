//! What is read out before somebody agrees: the words of today and of before, and a form for others.

use crate::view::{PageFrame, Problem, Problems, samples};
use askama::Template;

/// The words of one kind of consent.
#[derive(Debug, Clone)]
pub struct ConsentWords {
    /// What it is about, as the address says it.
    pub kind: &'static str,
    /// The key of what it is about.
    pub title: &'static str,
    /// The version that is read out now.
    pub version: u32,
    /// Its words.
    pub text: String,
    /// Earlier versions, the newest first.
    pub earlier: Vec<(u32, String)>,
}

/// What was typed.
#[derive(Debug, Clone)]
pub struct ConsentWordsForm {
    /// What it is about, as the form sends it.
    pub kind: &'static str,
    /// The key of what it is about.
    pub title: &'static str,
    /// The version that the new words follow.
    pub seen: u32,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// `GET /rights/texts?kind=`; `POST /rights/texts` with `csrf`, `kind`, `seen`, `zh`, `en`.
#[derive(Template)]
#[template(path = "office/consent_texts.html")]
pub struct ConsentTextsPage {
    /// The frame.
    pub page: PageFrame,
    /// The words of every kind.
    pub texts: Vec<ConsentWords>,
    /// The form, for the kind that was chosen.
    pub form: Option<ConsentWordsForm>,
    /// Whether something was just saved.
    pub saved: bool,
    /// What was wrong.
    pub problems: Problems,
}

impl ConsentTextsPage {
    /// Own words of one kind, with those of before.
    pub fn sample(page: PageFrame) -> Self {
        let first = page.say("consent-care-1").to_owned();
        let own = "本社区想记下您需要的关怀，每年一月逐户再问一次。".to_owned();
        let words =
            |kind, title, version, text, earlier| ConsentWords { kind, title, version, text, earlier };
        let texts = vec![
            words("care", "card-kind-care", 2, own, vec![(1, first)]),
            words("notes", "card-kind-notes", 1, page.say("consent-notes-1").to_owned(), Vec::new()),
        ];
        Self { texts, form: None, saved: true, problems: Problems::default(), page }
    }

    /// A form that came back.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "zh", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        let (zh, en) = (String::new(), samples::LONG.to_owned());
        let form = ConsentWordsForm { kind: "care", title: "card-kind-care", seen: 2, zh, en };
        Self { form: Some(form), saved: false, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
