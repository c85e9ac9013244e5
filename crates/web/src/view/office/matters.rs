//! The community's own list of matters.

use askama::Template;

use super::MovesShown;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// A matter.
#[derive(Debug, Clone)]
pub struct MatterLine {
    /// The code.
    pub code: String,
    /// The Chinese name.
    pub name: String,
    /// The English name.
    pub english: String,
    /// The city's code and name for it.
    pub city: Option<String>,
    /// Whether it should not stay overnight.
    pub small: bool,
    /// Whether it is usually urgent.
    pub urgent: bool,
    /// What residents are told.
    pub hint: String,
    /// Whether it cannot be chosen any more.
    pub retired: bool,
}

/// What was typed, or the matter that is changed.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the fields of the form, told at the page")]
pub struct MatterForm {
    pub class: String,
    pub code: String,
    pub zh: String,
    pub en: String,
    pub city_code: String,
    pub hint: String,
    pub small: bool,
    pub urgent: bool,
    pub retired: bool,
}

/// `GET /matters?class=&code=`, and again after a failed form.
///
/// The form: `POST /matters` with `csrf`, `class`, `code` (empty for a new one), `zh`, `en`, `city_code`, `hint`, and
/// `small`, `urgent`, `retired` (`yes`). Where open requests move by it, it shows them; sent again with `confirm`
/// (`yes`) it is done.
#[derive(Template)]
#[template(path = "office/matters.html")]
pub struct MattersPage {
    /// The frame.
    pub page: PageFrame,
    /// The classes; the present one is chosen.
    pub classes: Vec<Choice>,
    /// The matters of the class.
    pub lines: Vec<MatterLine>,
    /// The form.
    pub form: MatterForm,
    /// What the change would move.
    pub moves: Option<MovesShown>,
    /// Whether a matter was just saved.
    pub saved: bool,
    /// How many requests that moved.
    pub moved: Option<u32>,
    /// What was wrong.
    pub problems: Problems,
}

impl MattersPage {
    fn city_codes(&self) -> Vec<Choice> {
        guanjia_domain::matter::city_codes().map(|(code, name)| Choice::new(code, name)).collect()
    }

    /// Invented matters.
    pub fn sample(page: PageFrame) -> Self {
        let line = |code: &str, name: &str, urgent: bool, retired| MatterLine {
            code: code.to_owned(),
            name: name.to_owned(),
            english: "Gas leak".to_owned(),
            city: Some("event:0403 燃气管道破裂".to_owned()),
            small: !urgent,
            urgent,
            hint: if urgent {
                "请先离开现场，再拨打燃气抢修电话。".to_owned()
            } else {
                String::new()
            },
            retired,
        };
        Self {
            page,
            classes: vec![Choice::new("08", "水电气暖").chosen_if("08"), Choice::new("99", "其他")],
            lines: vec![line("0807", "燃气泄漏", true, false), line("0808", "燃气报修", false, true)],
            form: MatterForm { class: "08".to_owned(), ..MatterForm::default() },
            moves: None,
            saved: true,
            moved: Some(2),
            problems: Problems::default(),
        }
    }

    /// A class that is full, and long words.
    pub fn sample_long(page: PageFrame) -> Self {
        let keys = ("refusal-class-full", "refusal-class-full-cure");
        let problem = Problem::new(page.words, "class", keys.0, keys.1, &[("most", 10_i64.into())]);
        let it = Self::sample(page);
        let form = MatterForm { zh: samples::LONG.to_owned(), code: "0807".to_owned(), ..it.form };
        let moves = Some(MovesShown::sample(it.page.now));
        Self { form, moves, saved: false, problems: vec![problem].into(), ..it }
    }
}
