//! One call for help: with whom it lies stands first, then the file.

use super::kinds::CallStage;
use super::link::LinkLine;
use crate::view::project::{Field, StepForm};
use crate::view::{PageFrame, Problem, samples};
use askama::Template;

/// A request in the file.
#[derive(Debug, Clone)]
pub struct FileLine {
    /// Its page, for whoever may open it.
    pub href: Option<String>,
    /// Number, matter and place.
    pub head: String,
    /// What was said; empty once erased.
    pub text: String,
}

impl FileLine {
    /// An invented one.
    pub fn sample() -> Self {
        let head = format!("#1386 · 树木修剪 · {} 4号楼 2单元", samples::ESTATE);
        let href = Some(format!("/requests/{}", samples::ID));
        Self { href, head, text: "树太高，屋里整天黑。".to_owned() }
    }
}

/// A unit that assists.
#[derive(Debug, Clone)]
pub struct AssistLine {
    /// Its name.
    pub unit: String,
    /// The tone of what it said.
    pub tone: &'static str,
    /// Key of what it said.
    pub said: &'static str,
    /// What it did; empty where it said nothing.
    pub report: String,
}

/// A joint visit.
#[derive(Debug, Clone)]
pub struct VisitLine {
    /// The day.
    pub day: String,
    /// Who comes, or came.
    pub units: String,
    /// The minutes; `None` until there are.
    pub minutes: Option<String>,
    /// The form of the minutes.
    pub form: Option<StepForm>,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Told {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What, in words.
    pub what: String,
    /// The text that went with it; empty where there was none, or once erased.
    pub text: String,
    /// The rule on which it rests.
    pub rule: Option<String>,
}

/// `GET /calls/{id}` and `GET /u/{community}/{secret}`, and again after a failed form. Forms: `POST …/{deed}` with
/// `csrf`, `version` and the fields of the step, see [`StepForm`].
#[derive(Template)]
#[template(path = "call/sheet.html")]
pub struct CallPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address; the forms post below it.
    pub href: String,
    /// Whether it is read by a private link: then there is no list and no letter.
    pub by_link: bool,
    /// The version that the page shows.
    pub version: u64,
    /// Who calls: community and estate.
    pub from: String,
    /// Where it stands.
    pub stage: CallStage,
    /// With whom it lies: label, words.
    pub facts: Vec<(&'static str, String)>,
    /// Whether the day has passed.
    pub is_late: bool,
    /// The form of the next step.
    pub next_form: Option<StepForm>,
    /// What is asked, and by whom it was passed on: head, text.
    pub asked: Vec<(String, String)>,
    /// What has been tried.
    pub tried: Vec<String>,
    /// The file.
    pub file: Vec<FileLine>,
    /// Units that assist.
    pub assists: Vec<AssistLine>,
    /// Joint visits.
    pub visits: Vec<VisitLine>,
    /// What happened, the newest first.
    pub trail: Vec<Told>,
    /// Private links that were given.
    pub links: Vec<LinkLine>,
    /// What else can be done.
    pub more: Vec<StepForm>,
    /// What was wrong with a form that is gone.
    pub trouble: Vec<Problem>,
    /// What was typed into it.
    pub lost: Vec<String>,
}

impl CallPage {
    fn lost_words(&self) -> Vec<&str> {
        self.lost.iter().map(String::as_str).collect()
    }

    /// An invented call at work.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let told = |at, what: &str, text: &str| Told {
            at,
            what: what.to_owned(),
            text: text.to_owned(),
            rule: None,
        };
        let form = StepForm::sample();
        let minutes = StepForm::new("hold-visit", "do-hold-visit", "pen", Vec::new()).marked("1".to_owned());
        Self {
            href: format!("/calls/{}", samples::ID),
            by_link: false,
            version: 4,
            from: format!("{} · {}", samples::community().name, samples::ESTATE),
            stage: CallStage::Accepted,
            facts: vec![
                ("call-lead", "示例街道办事处".to_owned()),
                ("call-by-when", "2026-11-27".to_owned()),
                ("call-accountable", "片管家".to_owned()),
            ],
            is_late: false,
            next_form: Some(StepForm { deed: "plan", ..form.clone() }),
            asked: vec![("片管家 → 示例街道办事处".to_owned(), "请派人看 18 棵树，报批修剪。".to_owned())],
            tried: vec!["物业说修剪要报批，自己不能动。".to_owned()],
            file: vec![FileLine::sample()],
            assists: vec![AssistLine {
                unit: "示例区住建局".to_owned(),
                tone: "wait",
                said: "assist-asked",
                report: String::new(),
            }],
            visits: vec![
                VisitLine {
                    day: "2026-11-21".to_owned(),
                    units: "示例街道办事处、示例区住建局".to_owned(),
                    minutes: Some("逐棵看过，18 棵要剪。".to_owned()),
                    form: None,
                },
                VisitLine {
                    day: "2026-11-23".to_owned(),
                    units: samples::LONG.to_owned(),
                    minutes: None,
                    form: Some(minutes),
                },
            ],
            trail: vec![
                told(now - 3_600_000, "示例街道办事处接哨牵头", ""),
                told(now - 9_000_000, "片管家吹哨：请示例街道办事处", "请派人看 18 棵树，报批修剪。"),
            ],
            links: LinkLine::samples(&page),
            more: vec![StepForm { deed: "pass", ..form }],
            trouble: Vec::new(),
            lost: Vec::new(),
            page,
        }
    }

    /// A new one, read by a private link.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            href: "/u/140109013001/sample".to_owned(),
            by_link: true,
            stage: CallStage::Blown,
            next_form: None,
            tried: Vec::new(),
            file: Vec::new(),
            assists: Vec::new(),
            visits: Vec::new(),
            links: Vec::new(),
            more: Vec::new(),
            ..Self::sample(page)
        }
    }

    /// Long words; somebody was faster.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "", "refusal-call-changed", "refusal-call-changed-cure", &[]);
        let rule = Some(page.say("rule-beijing-11-5").to_owned());
        let sample = Self::sample(page);
        let told =
            Told { at: sample.page.now, what: samples::LONG.to_owned(), text: samples::LONG.repeat(3), rule };
        Self {
            stage: CallStage::Declined,
            is_late: true,
            asked: vec![(samples::LONG.to_owned(), samples::LONG.repeat(6))],
            tried: vec![samples::LONG.repeat(4)],
            trail: vec![told],
            trouble: vec![problem],
            lost: vec!["已经派人去看".to_owned()],
            ..sample
        }
    }
}
