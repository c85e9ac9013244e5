//! The plan: who is to look after which estate, how fair it is, what was objected, and the secretary's word.

use askama::Template;

use super::Head;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// An estate of a plan.
#[derive(Debug, Clone)]
pub struct PlanRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub estate: String,
    /// Its difficulty, 0 to 100.
    pub difficulty: String,
    /// Who has it now.
    pub from: String,
    /// Who is to have it.
    pub to: String,
    /// The id of whoever is to have it.
    pub to_id: String,
    /// Whether it changes hands.
    pub moves: bool,
    /// Why, in a sentence or two.
    pub why: String,
    /// Whether it was fixed there.
    pub locked: bool,
    /// Those who were ruled out for it, by id and name.
    pub ruled_out: Vec<Choice>,
    /// When somebody else takes it on by a plan of its own, milliseconds of the epoch.
    pub planned: Vec<i64>,
    /// Whether the reader may object.
    pub may_object: bool,
}

/// What somebody would have to do.
#[derive(Debug, Clone)]
pub struct LoadLine {
    /// Who.
    pub name: String,
    /// Their estates.
    pub estates: String,
    /// In households' worth of work.
    pub load: String,
    /// In per cent of the mean share, whole.
    pub percent: u32,
}

/// How fair a plan is.
#[derive(Debug, Clone, Default)]
pub struct Fairness {
    /// Sentences: the largest load, the mean, why no better one exists, which rules cost what.
    pub says: Vec<String>,
    /// Everybody who takes part, by name.
    pub loads: Vec<LoadLine>,
}

/// An objection.
#[derive(Debug, Clone)]
pub struct ContestLine {
    /// Its id.
    pub id: String,
    /// Which estate.
    pub estate: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// Who, what and the answer, for those two who may read it.
    pub told: Option<(String, String, String)>,
    /// The key of the verdict, once answered.
    pub verdict: Option<&'static str>,
    /// Whether the words were erased.
    pub erased: bool,
}

/// `GET /allocations/{id}`. Forms, each with `csrf`: `…/pair` with `revision`, `estate`, `officer`, `how` (`lock`,
/// `forbid`, `free`); `…/again`, `…/lay`, `…/drop` with `revision`; `…/object` with `estate`, `reason`; `…/answer` with
/// `objection`, `verdict`, `answer`; `…/approve` with `revision`, `starts_on`, `ends_on`.
#[derive(Template)]
#[template(path = "allocation/plan.html")]
pub struct AllocationPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// Why there is no plan, and what would help; empty where there is one.
    pub conflict: Vec<String>,
    /// What has changed in the house since.
    pub drift: Vec<String>,
    /// The plan, the hardest estate first.
    pub rows: Vec<PlanRow>,
    /// How fair it is.
    pub fairness: Fairness,
    /// Everybody who takes part.
    pub officers: Vec<Choice>,
    /// What was objected.
    pub contest: Vec<ContestLine>,
    /// Whether it may be laid before the officers.
    pub may_lay: bool,
    /// What was typed and could not be taken: estate or objection, and the words.
    pub typed: (String, String),
    /// The days that were typed for the approval.
    pub days: [String; 2],
    /// What was wrong.
    pub problems: Problems,
}

impl AllocationPage {
    fn typed_for(&self, id: &str) -> &str {
        if self.typed.0 == id { &self.typed.1 } else { "" }
    }

    fn says(&self, row: &PlanRow, key: &str) -> String {
        self.page.say_with(key, &[("estate", row.estate.as_str().into()), ("name", row.to.as_str().into())])
    }

    /// An invented plan before the officers.
    pub fn sample(page: PageFrame) -> Self {
        let row = |estate: &str, from: &str, to: &str, may_object| PlanRow {
            id: format!("e-{estate}"),
            estate: estate.to_owned(),
            difficulty: "71.4".to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            to_id: format!("o-{to}"),
            moves: from != to,
            why: "难易度 71.4（13 个中第 2），其次是“江予安”：最大工作量 +38.0。".to_owned(),
            locked: from == to,
            ruled_out: samples::choices(&[("o-3", "岑望舒")]),
            planned: vec![page.now + 9 * 86_400_000],
            may_object,
        };
        let load = |name: &str, percent| LoadLine {
            name: name.to_owned(),
            estates: samples::ESTATE.to_owned(),
            load: "812".to_owned(),
            percent,
        };
        let told = ("江予安".to_owned(), "那边离我住处太远，夜里赶不到。".to_owned(), String::new());
        let contest = ContestLine {
            id: "c-1".to_owned(),
            estate: samples::ESTATE.to_owned(),
            at: page.now,
            told: Some(told),
            verdict: None,
            erased: false,
        };
        Self {
            head: Head::sample("allocation-stage-laid", "wait", true),
            conflict: Vec::new(),
            drift: Vec::new(),
            rows: vec![
                row("汾河里", "林知夏", "江予安", true),
                row(samples::LONG, "林知夏", "林知夏", false),
            ],
            fairness: Fairness {
                says: vec!["最大工作量 812，为平均的 118%。".to_owned()],
                loads: vec![load("江予安", 118), load("林知夏", 76)],
            },
            officers: samples::choices(&[("o-1", "林知夏"), ("o-2", "江予安")]),
            contest: vec![contest],
            may_lay: true,
            typed: Default::default(),
            days: Default::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// Without a plan, and changed meanwhile.
    pub fn sample_long(page: PageFrame) -> Self {
        let refusal = ("refusal-allocation-stale", "refusal-allocation-stale-cure");
        let problem = Problem::new(page.words, "", refusal.0, refusal.1, &[]);
        Self {
            conflict: vec![samples::LONG.to_owned()],
            drift: vec![samples::LONG.to_owned()],
            rows: Vec::new(),
            fairness: Fairness::default(),
            contest: Vec::new(),
            may_lay: false,
            problems: vec![problem].into(),
            ..Self::sample(page)
        }
    }
}
