//! What residents see of a project: on the link of their request, and on the slip of their door.

use super::doors::NeedCount;
use super::kinds::Stage;
use crate::view::{PageFrame, Photo, PhotoPhase, Problem, Problems, samples};
use askama::Template;

/// A project as residents see it.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// In numbers.
    pub counts: Vec<NeedCount>,
    /// What the reader's own door got, in words.
    pub own: Vec<String>,
    /// Until when residents are asked, and what.
    pub asked: Option<(String, String)>,
    /// The design.
    pub design: String,
    /// Why not now, and when somebody looks again.
    pub not_now: Option<(String, String)>,
    /// The public reply.
    pub reply: String,
    /// Before and after.
    pub photos: Vec<Photo>,
}

impl PlanView {
    /// Photos, those from before first.
    pub fn proof(&self) -> Vec<&Photo> {
        let of = |phase| self.photos.iter().filter(move |photo| photo.phase == phase);
        of(PhotoPhase::Before).chain(of(PhotoPhase::After)).collect()
    }

    /// An invented project that is over.
    pub fn sample() -> Self {
        Self {
            title: "单元门补装路灯".to_owned(),
            stage: Stage::Closed,
            counts: vec![NeedCount::sample()],
            own: vec!["12号楼 1单元：已解决".to_owned()],
            asked: None,
            design: "每盏 18 瓦，声控，接公共电源。".to_owned(),
            not_now: None,
            reply: "已装 10 盏灯。".to_owned(),
            photos: samples::photos(&[PhotoPhase::Before, PhotoPhase::After]),
        }
    }
}

/// `GET /s/{community}/{link}`.
///
/// Forms: `POST /s/{community}/{link}/good` with `csrf`; `POST …/not-good` with `csrf`, `id`, `words`.
#[derive(Template)]
#[template(path = "project/slip.html")]
pub struct SlipPage {
    /// The frame.
    pub page: PageFrame,
    /// The address of this page without the host.
    pub base: String,
    /// The project, once there is one.
    pub plan: Option<PlanView>,
    /// Whether the reader is asked if it is good now.
    pub may_say: bool,
    /// What they said.
    pub content: Option<bool>,
    /// The id that a request of theirs would have.
    pub id: String,
    /// What they typed.
    pub words: String,
    /// What was wrong.
    pub problems: Problems,
}

impl SlipPage {
    /// A household that is asked.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            page,
            base: "/s/140109013001/sample".to_owned(),
            plan: Some(PlanView::sample()),
            may_say: true,
            content: None,
            id: samples::ID.to_owned(),
            words: String::new(),
            problems: Problems::default(),
        }
    }

    /// Before there is a project.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { plan: None, may_say: false, ..Self::sample(page) }
    }

    /// Not now, and a form that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "words", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        let not_now = Some((samples::LONG.to_owned(), "2027-03-01".to_owned()));
        let plan = PlanView { stage: Stage::NotNow, not_now, reply: String::new(), ..PlanView::sample() };
        Self { plan: Some(plan), problems: vec![problem].into(), ..Self::sample(page) }
    }
}
