//! One project: what comes next stands first.

use super::doors::DoorsTable;
use super::form::{Field, StepForm};
use super::kinds::Stage;
use crate::view::{PageFrame, Photo, PhotoPhase, Problem, samples};
use askama::Template;

/// An objection.
#[derive(Debug, Clone)]
pub struct ObjectionLine {
    /// Who objects, in words.
    pub voice: String,
    /// What was said; empty when it was erased.
    pub words: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// Who it was, masked or revealed.
    pub contact: Option<String>,
    /// Whether it was heeded, in words, with the answer.
    pub answer: Option<(String, String)>,
    /// The forms of it: to answer, to see who it was.
    pub forms: Vec<StepForm>,
}

/// `GET /projects/{id}`, and again after a failed form; the forms are listed at [`StepForm`].
#[derive(Template)]
#[template(path = "project/sheet.html")]
pub struct ProjectPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// The version that the page shows.
    pub version: u64,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// What comes next, in words.
    pub next: String,
    /// The page on which the next step is done, when it is another one.
    pub next_href: Option<String>,
    /// The form of the next step.
    pub next_form: Option<StepForm>,
    /// What is known of it: label, words.
    pub facts: Vec<(&'static str, String)>,
    /// Objections, the oldest first.
    pub objections: Vec<ObjectionLine>,
    /// Demand against delivery.
    pub table: DoorsTable,
    /// Before and after.
    pub photos: Vec<Photo>,
    /// The requests that it answers: page, words.
    pub linked: Vec<(String, String)>,
    /// How many wait to be told, and how many were told.
    pub told: (u32, u32),
    /// Whether there is something to say in public.
    pub has_notice: bool,
    /// What else can be done.
    pub more: Vec<StepForm>,
    /// Texts that were typed into a form that is gone.
    pub lost: Vec<String>,
    /// What was wrong, when its form is gone.
    pub trouble: Vec<Problem>,
}

impl ProjectPage {
    fn lost_words(&self) -> Vec<&str> {
        self.lost.iter().map(String::as_str).collect()
    }

    /// Photos, those from before first.
    fn proof(&self) -> Vec<&Photo> {
        let of = |phase| self.photos.iter().filter(move |photo| photo.phase == phase);
        of(PhotoPhase::Before).chain(of(PhotoPhase::After)).collect()
    }

    /// An invented project in the middle.
    pub fn sample(page: PageFrame) -> Self {
        let objection = ObjectionLine {
            voice: "高层住户".to_owned(),
            words: "夏天全靠这几棵树遮阴，剪多了就晒。".to_owned(),
            at: page.now - 3 * 86_400_000,
            contact: Some("张** 138****1234".to_owned()),
            answer: None,
            forms: vec![
                StepForm { deed: "answer", title: "do-answer", ..StepForm::sample() }.marked("0".to_owned()),
            ],
        };
        let answered = ObjectionLine {
            answer: Some(("采纳".to_owned(), samples::LONG.to_owned())),
            forms: Vec::new(),
            ..objection.clone()
        };
        Self {
            href: format!("/projects/{}", samples::ID),
            version: 7,
            title: "4号楼一带树木修剪".to_owned(),
            stage: Stage::Consulting,
            next: "答复 1 条不同意见".to_owned(),
            next_href: None,
            next_form: Some(StepForm::sample()),
            facts: vec![
                ("project-owner", "全体业主共有".to_owned()),
                ("project-until", "2026-12-01".to_owned()),
            ],
            objections: vec![objection, answered],
            table: DoorsTable::sample(),
            photos: samples::photos(&[PhotoPhase::Before, PhotoPhase::After]),
            linked: vec![(format!("/requests/{}", samples::ID), "#128 12号楼 1单元".to_owned())],
            told: (2, 40),
            has_notice: true,
            more: vec![
                StepForm::sample().marked("more".to_owned()),
                StepForm::new("finish", "do-finish", "check", vec![]),
            ],
            lost: Vec::new(),
            trouble: Vec::new(),
            page,
        }
    }

    /// One that has just begun, for a reader who does nothing.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            stage: Stage::Planned,
            next_form: None,
            facts: Vec::new(),
            objections: Vec::new(),
            table: DoorsTable::default(),
            photos: Vec::new(),
            linked: Vec::new(),
            told: (0, 0),
            has_notice: false,
            more: Vec::new(),
            ..Self::sample(page)
        }
    }

    /// Somebody was faster.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-project-changed", "refusal-project-changed-cure");
        let problem = Problem::new(page.words, "", key, cure, &[]);
        let lost = vec![samples::LONG.to_owned()];
        Self { title: samples::LONG.to_owned(), lost, trouble: vec![problem], ..Self::sample(page) }
    }
}
