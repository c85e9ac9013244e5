//! The page behind a resident's private link.

use askama::Template;

use crate::view::project::PlanView;
use crate::view::{
    Clock, Contact, Happening, PageFrame, Photo, PhotoPhase, Problem, Problems, Satisfaction, State,
    TrailEntry, qr_svg, samples,
};

/// What the resident typed into one of the forms.
#[derive(Debug, Clone, Default)]
pub struct TrailForm {
    /// Words of `add`.
    pub words: String,
    /// Words of `rate`.
    pub rating_words: String,
    /// Reason of `reopen`.
    pub reason: String,
}

/// `GET /l/{community}/{secret}`.
///
/// Forms, each with `csrf`, below the address of the page: `POST …/add` (multipart: `words`, `photos`),
/// `…/confirm` (`solved` =
/// `yes` or `no`), `…/rate` (`satisfied` = `satisfied`, `basically` or `dissatisfied`, `words`), `…/reopen` (`reason`).
#[derive(Template)]
#[template(path = "public/trail.html")]
pub struct TrailPage {
    /// The frame.
    pub page: PageFrame,
    /// The address of this page without the host; the forms post below it.
    pub base: String,
    /// The whole address, to save.
    pub link: String,
    /// Whether the request was filed a moment ago: then "save this link" stands on top, with a QR code.
    pub just_filed: bool,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// The place.
    pub place: String,
    /// The reporter's own words.
    pub text: String,
    /// Whether it is urgent.
    pub urgent: bool,
    /// All photos; the page sorts them by phase.
    pub photos: Vec<Photo>,
    /// Who answers for the estate.
    pub steward: Contact,
    /// Who works on it now, when that is not the steward.
    pub handler: Option<String>,
    /// The public reply.
    pub reply: Option<String>,
    /// What happened, the newest first.
    pub trail: Vec<TrailEntry>,
    /// Where it lies, when somebody was called for help: the unit, since when, by when.
    pub calls: Vec<String>,
    /// The projects that it belongs to.
    pub plans: Vec<PlanView>,
    /// Households that joined.
    pub joined: u32,
    /// Other households behind the same common issue, where they are enough to be spoken of.
    pub neighbours: Option<u32>,
    /// Whether words may be added.
    pub may_add: bool,
    /// Whether "solved or not" is asked.
    pub may_confirm: bool,
    /// Whether a rating is asked.
    pub may_rate: bool,
    /// Whether it may be opened again.
    pub may_reopen: bool,
    /// What was typed.
    pub form: TrailForm,
    /// What was wrong.
    pub problems: Problems,
}

impl TrailPage {
    fn qr(&self) -> String {
        qr_svg(&self.link, self.page.say("save-link-qr")).unwrap_or_default()
    }

    fn filed(&self) -> Vec<&Photo> {
        self.photos.iter().filter(|photo| photo.phase == PhotoPhase::Filed).collect()
    }

    /// Photos of the work, those from before it first.
    fn proof(&self) -> Vec<&Photo> {
        let of = |phase| self.photos.iter().filter(move |photo| photo.phase == phase);
        of(PhotoPhase::Before).chain(of(PhotoPhase::After)).collect()
    }

    /// What was typed into a form that is gone, because somebody else was faster.
    fn lost_words(&self) -> Vec<&str> {
        let form = &self.form;
        let typed = [
            (self.may_add, &form.words),
            (self.may_rate, &form.rating_words),
            (self.may_reopen, &form.reason),
        ];
        typed
            .into_iter()
            .filter(|(there, words)| !there && !words.is_empty())
            .map(|(_, words)| words.as_str())
            .collect()
    }

    fn ratings(&self) -> &'static [Satisfaction] {
        Satisfaction::ALL
    }

    /// An invented request that was dealt with and waits for the reporter's word.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let trail = vec![
            samples::step(now - 3_600_000, Happening::Disposed, Some(samples::PROPERTY), None),
            samples::step(now - 20_000_000, Happening::Taken, Some(samples::PROPERTY), None),
            samples::step(
                now - 25_000_000,
                Happening::Dispatched,
                Some(samples::STEWARD),
                Some(samples::PROPERTY),
            ),
            samples::step(now - 27_000_000, Happening::Accepted, Some(samples::STEWARD), None),
            samples::step(now - 30_000_000, Happening::Filed, None, None),
        ];
        Self {
            base: "/l/140109013001/sample".to_owned(),
            link: "https://guanjia.example/l/140109013001/sample".to_owned(),
            just_filed: false,
            state: State::Disposed,
            clock: Clock::Met,
            place: format!("{} · 12号楼 · 1单元", samples::ESTATE),
            text: "12号楼东头的路灯坏了，晚上看不清台阶。".to_owned(),
            urgent: false,
            photos: samples::photos(&[PhotoPhase::Filed, PhotoPhase::Before, PhotoPhase::After]),
            steward: samples::steward(),
            handler: Some(samples::PROPERTY.to_owned()),
            reply: Some("已更换灯头和线路，当晚恢复照明。".to_owned()),
            trail,
            calls: vec!["示例街道办事处牵头办理，2026-11-20 10:15 起，2026-11-27 前办结。".to_owned()],
            plans: vec![PlanView::sample()],
            joined: 2,
            neighbours: Some(11),
            may_add: true,
            may_confirm: true,
            may_rate: true,
            may_reopen: false,
            form: TrailForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// The page right after filing: one step, the link to save.
    pub fn sample_empty(page: PageFrame) -> Self {
        let trail = vec![samples::step(page.now, Happening::Filed, None, None)];
        Self {
            just_filed: true,
            state: State::Reported,
            clock: Clock::Running(page.now + 7_800_000),
            photos: Vec::new(),
            handler: None,
            reply: None,
            trail,
            calls: Vec::new(),
            plans: Vec::new(),
            joined: 0,
            neighbours: None,
            may_confirm: false,
            may_rate: false,
            ..Self::sample(page)
        }
    }

    /// A closed request with long words and a failed reopening.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![Problem::new(page.words, "reason", "problem-reason", "cure-reason", &[])];
        let text = samples::LONG.repeat(8);
        Self {
            state: State::ClosedOvertime,
            clock: Clock::Missed,
            place: samples::LONG.to_owned(),
            text,
            may_add: false,
            may_confirm: false,
            may_reopen: true,
            problems: problems.into(),
            ..Self::sample(page)
        }
    }
}
