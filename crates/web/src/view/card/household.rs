//! A room with who is at home in it, and what was done for it.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// Somebody of the household.
#[derive(Debug, Clone)]
pub struct MemberRow {
    /// The card.
    pub href: String,
    /// The name, masked.
    pub name: String,
    /// The key of what they are there.
    pub stay: &'static str,
    /// The keys of care tags that the reader may see.
    pub tags: Vec<&'static str>,
    /// Whether they are under 14.
    pub child: bool,
}

/// Something that was done for the home.
#[derive(Debug, Clone)]
pub struct DiaryRow {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// The key of what.
    pub what: &'static str,
    /// Number and matter of the request.
    pub about: String,
    /// The request.
    pub href: String,
}

/// What was typed about somebody new.
#[derive(Debug, Clone, Default)]
pub struct NewCardForm {
    /// The name.
    pub name: String,
    /// The phone.
    pub phones: String,
    /// The day of birth.
    pub born: String,
    /// The phone of somebody who is known already.
    pub known_phone: String,
    /// As what they are at home.
    pub stay: Vec<Choice>,
}

/// `GET /cards/rooms/{room}`; `POST` there with `csrf`, `name`, `phones`, `born`, `stay`; `POST …/known` with `csrf`,
/// `known_phone`, `stay`.
#[derive(Template)]
#[template(path = "card/household.html")]
pub struct HouseholdPage {
    /// The frame.
    pub page: PageFrame,
    /// The id of the room.
    pub room: String,
    /// Where it is.
    pub place: String,
    /// The table of its building.
    pub building_href: String,
    /// Who is at home.
    pub members: Vec<MemberRow>,
    /// What was done.
    pub diary: Vec<DiaryRow>,
    /// Whether the reader may add somebody.
    pub may_change: bool,
    /// What was typed.
    pub form: NewCardForm,
    /// What was wrong.
    pub problems: Problems,
}

impl HouseholdPage {
    /// A household of two.
    pub fn sample(page: PageFrame) -> Self {
        let member = |name: &str, stay, tags: &[&'static str], child| MemberRow {
            href: "/cards/c".to_owned(),
            name: name.to_owned(),
            stay,
            tags: tags.to_vec(),
            child,
        };
        let diary = DiaryRow {
            at: page.now,
            what: "card-visit-closed",
            about: "#12 路灯".to_owned(),
            href: "/requests/r".to_owned(),
        };
        Self {
            room: samples::ID.to_owned(),
            place: format!("{} 4号楼 2单元 501", samples::ESTATE),
            building_href: "/cards?building=b".to_owned(),
            members: vec![
                member("林**", "card-stay-owner", &["card-tag-wheelchair"], false),
                member("江**", "card-stay-family", &[], true),
            ],
            diary: vec![diary],
            may_change: true,
            form: NewCardForm { stay: samples::choices(&[("owner", "业主")]), ..NewCardForm::default() },
            problems: Problems::default(),
            page,
        }
    }

    /// Nobody is known there.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { members: Vec::new(), diary: Vec::new(), may_change: false, ..Self::sample(page) }
    }

    /// A form that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "name", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        let mut sample = Self::sample(page);
        sample.form.known_phone = samples::LONG.to_owned();
        Self { problems: vec![problem].into(), place: samples::LONG.to_owned(), ..sample }
    }
}
