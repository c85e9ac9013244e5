//! How long what may take.

use super::MovesShown;
use crate::view::{Choice, ChoiceGroup, Measure, PageFrame, Problem, Problems, samples};
use askama::Template;

/// A ready-made set.
#[derive(Debug, Clone)]
pub struct SetLine {
    /// As the form sends it.
    pub slug: &'static str,
    /// The key of its name; its source stands under the same key with `-source`.
    pub key: &'static str,
    /// The key of what it says and where it is from.
    pub source: &'static str,
    /// Whether the book began with it.
    pub chosen: bool,
}

/// A row of the book.
#[derive(Debug, Clone)]
pub struct LimitRow {
    /// As the form sends it.
    pub scope: String,
    /// What it holds for.
    pub name: String,
    /// What it gives, in the order of the measures; nothing where the next row holds.
    pub limits: Vec<Option<String>>,
}

/// What was typed, or what stands in the book.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the fields of the form, told at the page")]
pub struct LimitForm {
    pub scope: String,
    pub measure: String,
    pub amount: String,
    pub unit: String,
}

/// `GET /limits?scope=&measure=`, and again after a form.
///
/// `POST /limits` with `csrf`, `revision` and either `set`, or `scope`, `measure`, `unit` (`wd`, `wm`, `h`, `d`,
/// `same_day`, `none`) and `amount`. It shows what would move; sent again with `confirm` (`yes`) it is done.
#[derive(Template)]
#[template(path = "office/limits.html")]
pub struct LimitsPage {
    /// The frame.
    pub page: PageFrame,
    /// The ready-made sets.
    pub sets: Vec<SetLine>,
    /// The book, the most special row first.
    pub rows: Vec<LimitRow>,
    /// What a limit can hold for.
    pub scopes: Vec<ChoiceGroup>,
    /// The measures, the form's chosen.
    pub measures: Vec<Choice>,
    /// The units.
    pub units: Vec<Choice>,
    /// The form.
    pub form: LimitForm,
    /// Of the book that was read.
    pub revision: u32,
    /// What a change would move.
    pub moves: Option<MovesShown>,
    /// Whether the set that is looked at keeps small matters on the same day.
    pub keeps_small: bool,
    /// How many requests the last change moved.
    pub saved: Option<u32>,
    /// What was wrong.
    pub problems: Problems,
}

impl LimitsPage {
    pub(super) fn heads(&self) -> &'static [Measure] {
        Measure::ALL
    }

    /// Invented limits.
    pub fn sample(page: PageFrame) -> Self {
        let row = |scope: &str, name: &str, done: &str| LimitRow {
            scope: scope.to_owned(),
            name: name.to_owned(),
            limits: vec![Some("1 小时".to_owned()), None, None, None, None, Some(done.to_owned())],
        };
        let set = |slug, key, source, chosen| SetLine { slug, key, source, chosen };
        Self {
            page,
            sets: vec![
                set("beijing_2021", "limits-set-beijing", "limits-set-beijing-source", true),
                set("weifang", "limits-set-weifang", "limits-set-weifang-source", false),
            ],
            rows: vec![row("urgent", "紧急", "2 小时"), row("all", samples::LONG, "5 个工作日")],
            scopes: vec![ChoiceGroup {
                label: "全部".to_owned(), choices: vec![Choice::new("all", "其余")]
            }],
            measures: vec![Choice::new("done", "办结")],
            units: vec![Choice::new("wd", "个工作日").chosen_if("wd"), Choice::new("same_day", "当天")],
            form: LimitForm { amount: "5".to_owned(), ..LimitForm::default() },
            revision: 1,
            moves: None,
            keeps_small: false,
            saved: Some(2),
            problems: Problems::default(),
        }
    }

    /// Before a change is made.
    pub fn sample_moves(page: PageFrame) -> Self {
        let moves = Some(MovesShown::sample(page.now));
        Self { moves, keeps_small: true, saved: None, ..Self::sample(page) }
    }

    /// A change that is refused, and nothing that would move.
    pub fn sample_long(page: PageFrame) -> Self {
        let keys = ("refusal-limit-needed", "refusal-limit-needed-cure");
        let problem = Problem::new(page.words, "limit", keys.0, keys.1, &[]);
        Self {
            saved: None,
            moves: Some(MovesShown::default()),
            problems: vec![problem].into(),
            ..Self::sample(page)
        }
    }
}
