//! The page of one request.

use askama::Template;

use super::{Actions, Typed};
use crate::view::{
    Channel, Clock, Contact, Happening, PageFrame, Photo, PhotoPhase, Problem, RequestRow, SimilarRequest,
    State, TargetLine, TrailEntry, Verb, samples,
};

/// The reporter, masked until somebody gives a reason.
#[derive(Debug, Clone)]
pub struct Reporter {
    /// The name as the reader may see it.
    pub name: Option<String>,
    /// The phone as the reader may see it.
    pub phone: Option<String>,
    /// Whether the reader may ask for the whole.
    pub may_reveal: bool,
    /// Whether it is shown in full, because the reader gave a reason.
    pub revealed: bool,
    /// Whether it was filed for somebody else.
    pub on_behalf: bool,
}

/// The private link of the organisation that works on it.
#[derive(Debug, Clone)]
pub struct PrivateLink {
    /// Who may use it.
    pub handler: String,
    /// The whole address.
    pub address: String,
}

/// `GET /requests/{id}`, and again with 422 after a verb failed.
///
/// Besides the forms of [`Actions`]: `POST /requests/{id}/reveal` with `csrf` and `reason` shows the reporter
/// once and is logged.
#[derive(Template)]
#[template(path = "requests/detail.html")]
pub struct DetailPage {
    /// The frame.
    pub page: PageFrame,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// When it is due, milliseconds of the epoch.
    pub due: Option<i64>,
    /// Its other limits.
    pub targets: Vec<TargetLine>,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Who is called tonight, for an urgent request that is open.
    pub tonight: Vec<Contact>,
    /// The matter.
    pub matter: Option<String>,
    /// The place.
    pub place: String,
    /// The page of its estate.
    pub estate_href: String,
    /// The words of the reporter.
    pub text: String,
    /// Photos.
    pub photos: Vec<Photo>,
    /// How it came in.
    pub channel: Channel,
    /// When, milliseconds of the epoch.
    pub filed_at: i64,
    /// The number by which people call it.
    pub number: u64,
    /// The reporter; `None` when erased or never given.
    pub reporter: Option<Reporter>,
    /// Who answers for the estate.
    pub steward: Contact,
    /// Who works on it now.
    pub handler: Option<String>,
    /// The page of the common issue it belongs to, for whoever decides on it.
    pub issue: Option<String>,
    /// Calls for help about it: page, and with whom it lies in words.
    pub calls: Vec<(String, String)>,
    /// The page on which one calls for help, for whoever may.
    pub call_href: Option<String>,
    /// Households that joined.
    pub joined: u32,
    /// Requests that were merged into it.
    pub merged: Vec<RequestRow>,
    /// How many more, of places that are not the reader's.
    pub merged_hidden: u32,
    /// What happened, the newest first.
    pub trail: Vec<TrailEntry>,
    /// Similar open requests.
    pub similar: Vec<SimilarRequest>,
    /// A link to hand to the organisation.
    pub link: Option<PrivateLink>,
    /// What may be done.
    pub actions: Actions,
}

impl DetailPage {
    /// An invented request, accepted, with everything on the page.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let steward = Some(samples::STEWARD);
        let mut trail = vec![
            samples::step(now - 3_600_000, Happening::Dispatched, steward, Some(samples::PROPERTY)),
            samples::step(now - 5_000_000, Happening::Accepted, steward, None),
            samples::step(now - 9_000_000, Happening::Filed, None, None),
        ];
        trail[0].note = Some("请今晚前换好。".to_owned());
        trail[0].internal = true;
        Self {
            state: State::Dispatched,
            clock: Clock::Running(now + 7_800_000),
            due: Some(now + 7_800_000),
            targets: samples::targets(now),
            urgent: false,
            tonight: Vec::new(),
            matter: Some("路灯".to_owned()),
            place: format!("{} · 12号楼 · 1单元", samples::ESTATE),
            estate_href: "/estates/e-1".to_owned(),
            text: "12号楼东头的路灯坏了，晚上看不清台阶。".to_owned(),
            photos: samples::photos(&[PhotoPhase::Filed, PhotoPhase::Filed]),
            channel: Channel::Web,
            filed_at: now - 9_000_000,
            number: 1_386,
            reporter: Some(Reporter {
                name: Some("王**".to_owned()),
                phone: Some("138****1234".to_owned()),
                may_reveal: true,
                revealed: false,
                on_behalf: true,
            }),
            steward: samples::steward(),
            handler: Some(samples::PROPERTY.to_owned()),
            issue: Some("/issues/sample".to_owned()),
            calls: vec![(format!("/calls/{}", samples::ID), "示例街道办事处牵头".to_owned())],
            call_href: Some(format!("/calls/new?request={}", samples::ID)),
            joined: 2,
            merged: samples::rows(now)[4..5].to_vec(),
            merged_hidden: 2,
            trail,
            similar: samples::similar(now),
            link: Some(PrivateLink {
                handler: samples::PROPERTY.to_owned(),
                address: "https://guanjia.example/h/140109013001/sample".to_owned(),
            }),
            actions: Actions::sample(now),
            page,
        }
    }

    /// A closed request that the reader can only read.
    pub fn sample_empty(page: PageFrame) -> Self {
        let mut page = Self::sample(page);
        page.actions.allowed.clear();
        let (reporter, link) = (None, None);
        Self {
            state: State::ClosedNormal,
            clock: Clock::Met,
            due: None,
            reporter,
            link,
            calls: Vec::new(),
            call_href: None,
            merged: Vec::new(),
            merged_hidden: 0,
            ..page
        }
    }

    /// Every verb, a failed one open, and long words.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "reason", "problem-reason", "cure-reason", &[]);
        let mut page = Self::sample(page);
        page.actions.allowed = Verb::ALL.to_vec();
        page.actions.failed = Some(Verb::Suspend);
        page.actions.problems = vec![problem].into();
        page.actions.typed = Typed { until: "2026-12-01T18:00".to_owned(), ..Typed::default() };
        Self {
            text: samples::LONG.repeat(6),
            place: samples::LONG.to_owned(),
            urgent: true,
            tonight: vec![samples::steward()],
            ..page
        }
    }
}
