//! One card: masked fields with what they are for, homes, consents.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// What is shown of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing is held.
    Empty,
    /// Held and hidden: nobody agreed yet.
    Waiting,
    /// This.
    Text(String),
}

/// A field.
#[derive(Debug, Clone)]
pub struct FieldRow {
    /// The key of its name.
    pub label: &'static str,
    /// What is shown.
    pub value: FieldValue,
    /// The key of what it is for.
    pub purpose: &'static str,
    /// The key of its legal basis.
    pub basis: &'static str,
    /// For how many months it is kept after somebody has left.
    pub months: u32,
}

/// A care tag.
#[derive(Debug, Clone)]
pub struct TagRow {
    /// The key of its name.
    pub label: &'static str,
    /// Its last day.
    pub until: String,
}

/// A home.
#[derive(Debug, Clone)]
pub struct HomeRow {
    /// Where.
    pub place: String,
    /// Its household, where the room is known.
    pub href: Option<String>,
    /// The key of what they are there.
    pub stay: &'static str,
    /// The same, to choose.
    pub choices: Vec<Choice>,
}

/// A consent.
#[derive(Debug, Clone)]
pub struct ConsentRow {
    /// Its number.
    pub n: u32,
    /// The key of what it is about.
    pub kind: &'static str,
    /// The version of the words.
    pub version: u32,
    /// These words, as they were read out.
    pub text: String,
    /// On which day.
    pub given_on: String,
    /// The key of how.
    pub how: &'static str,
    /// The guardian, masked.
    pub guardian: Option<String>,
    /// What was said with it.
    pub words: Option<String>,
    /// Whether it counts now.
    pub holds: bool,
    /// When it was taken back, milliseconds of the epoch.
    pub withdrawn: Option<i64>,
}

/// A field in clear, once.
#[derive(Debug, Clone)]
pub struct Revealed {
    /// The key of its name.
    pub label: &'static str,
    /// What stands there.
    pub text: String,
}

/// `GET /cards/{id}`. Forms, each with `csrf`: `…/reveal` with `field`, `reason`; `…/clear` with `version`, `field`;
/// `…/homes` with `version` and one `stay` for each home; `…/withdraw` with `n`; `…/erase` with
/// `reason`.
#[derive(Template)]
#[template(path = "card/sheet.html")]
pub struct CardPage {
    /// The frame.
    pub page: PageFrame,
    /// The id.
    pub id: String,
    /// The name, masked.
    pub name: String,
    /// Whether they are under 14.
    pub child: bool,
    /// The version that is shown.
    pub version: u64,
    /// The fields.
    pub fields: Vec<FieldRow>,
    /// The care tags that the reader may see.
    pub tags: Vec<TagRow>,
    /// The homes.
    pub homes: Vec<HomeRow>,
    /// The consents, the newest first.
    pub consents: Vec<ConsentRow>,
    /// What can be agreed to.
    pub kinds: Vec<Choice>,
    /// Fields that can be read in clear.
    pub revealable: Vec<Choice>,
    /// Fields that can be emptied.
    pub clearable: Vec<Choice>,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// Whether the reader may read fields in clear.
    pub may_reveal: bool,
    /// Whether the reader may erase it.
    pub may_erase: bool,
    /// The field that was just read in clear.
    pub revealed: Option<Revealed>,
    /// The reason that was typed.
    pub reason: String,
    /// What was wrong.
    pub problems: Problems,
}

impl CardPage {
    /// A card with everything.
    pub fn sample(page: PageFrame) -> Self {
        let field =
            |label, value, basis| FieldRow { label, value, purpose: "card-purpose-serve", basis, months: 12 };
        let text = |text: &str| FieldValue::Text(text.to_owned());
        let consent = ConsentRow {
            n: 0,
            kind: "card-kind-care",
            version: 1,
            text: page.say("consent-care-1").to_owned(),
            given_on: "2026-11-20".to_owned(),
            how: "card-how-signed",
            guardian: None,
            words: Some(samples::LONG.to_owned()),
            holds: true,
            withdrawn: None,
        };
        let ended = ConsentRow { n: 1, withdrawn: Some(page.now), holds: false, ..consent.clone() };
        let home = HomeRow {
            place: format!("{} 4号楼 2单元 501", samples::ESTATE),
            href: Some("/cards/rooms/r".to_owned()),
            stay: "card-stay-owner",
            choices: samples::choices(&[("owner", "业主"), ("gone", "已搬走")]),
        };
        Self {
            id: samples::ID.to_owned(),
            name: "林**".to_owned(),
            child: true,
            version: 7,
            fields: vec![
                field("card-name", text("林**"), "card-basis-duty"),
                field("card-identity-number", FieldValue::Waiting, "card-basis-consent"),
                field("card-remark", FieldValue::Empty, "card-basis-consent"),
            ],
            tags: vec![TagRow { label: "card-tag-wheelchair", until: "2028-11-20".to_owned() }],
            homes: vec![home],
            consents: vec![consent, ended],
            kinds: samples::choices(&[("care", "关怀")]),
            revealable: samples::choices(&[("phones", "电话")]),
            clearable: samples::choices(&[("phones", "电话")]),
            may_change: true,
            may_reveal: true,
            may_erase: true,
            revealed: Some(Revealed { label: "field-phone", text: "13800000000".to_owned() }),
            reason: String::new(),
            problems: Problems::default(),
            page,
        }
    }

    /// A card with a name only, for somebody who only looks.
    pub fn sample_empty(page: PageFrame) -> Self {
        let full = Self::sample(page);
        Self {
            fields: full.fields.into_iter().take(1).collect(),
            tags: Vec::new(),
            homes: Vec::new(),
            consents: Vec::new(),
            may_change: false,
            may_reveal: false,
            may_erase: false,
            revealed: None,
            child: false,
            ..Self::sample(full.page)
        }
    }

    /// A form that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "reason", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { problems: vec![problem].into(), reason: samples::LONG.to_owned(), ..Self::sample(page) }
    }
}
