//! The page behind the private link of a property company, committee or stationed organisation.

use askama::Template;

use crate::view::{
    Clock, Contact, Happening, PageFrame, Photo, PhotoPhase, Problem, Problems, State, TrailEntry, samples,
};

/// `GET /h/{community}/{secret}`: one request that was handed to the reader.
///
/// Forms, each with `csrf` and `version`, below the address of the page: `POST …/take`, `…/return` (`reason`),
/// `…/dispose`
/// (multipart: `public_reply`, `photos`).
#[derive(Template)]
#[template(path = "public/handler_link.html")]
pub struct HandlerLinkPage {
    /// The frame.
    pub page: PageFrame,
    /// The address of this page without the host; the forms post below it.
    pub base: String,
    /// The version of the request that the page shows.
    pub version: i64,
    /// Who the reader is ("长风物业").
    pub handler: String,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// The place.
    pub place: String,
    /// The words of the reporter, as far as the handler may see them.
    pub text: String,
    /// What the steward asks for.
    pub note: Option<String>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Who answers for the estate.
    pub steward: Contact,
    /// What happened, the newest first.
    pub trail: Vec<TrailEntry>,
    /// Whether it may be taken.
    pub may_take: bool,
    /// Whether it may be given back.
    pub may_return: bool,
    /// Whether it may be said that somebody was there.
    pub may_arrive: bool,
    /// Whether it may be reported as done.
    pub may_dispose: bool,
    /// Typed reason of `return`.
    pub reason: String,
    /// Typed reply of `dispose`.
    pub public_reply: String,
    /// What was wrong.
    pub problems: Problems,
}

impl HandlerLinkPage {
    /// What was typed into a form that is gone, because somebody else was faster.
    fn lost_words(&self) -> Vec<&str> {
        let typed = [(self.may_dispose, &self.public_reply), (self.may_return, &self.reason)];
        typed
            .into_iter()
            .filter(|(there, words)| !there && !words.is_empty())
            .map(|(_, words)| words.as_str())
            .collect()
    }

    /// An invented request, handed over and not taken.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let steward = Some(samples::STEWARD);
        Self {
            page,
            base: "/h/140109013001/sample".to_owned(),
            version: 4,
            handler: samples::PROPERTY.to_owned(),
            state: State::Dispatched,
            clock: Clock::Running(now + 5_400_000),
            place: format!("{} · 12号楼 · 1单元", samples::ESTATE),
            text: "12号楼东头的路灯坏了，晚上看不清台阶。".to_owned(),
            note: Some("请今晚前换好，配件从库房领。".to_owned()),
            photos: samples::photos(&[PhotoPhase::Filed]),
            steward: samples::steward(),
            trail: vec![samples::step(
                now - 3_600_000,
                Happening::Dispatched,
                steward,
                Some(samples::PROPERTY),
            )],
            may_take: true,
            may_return: true,
            may_arrive: true,
            may_dispose: true,
            reason: String::new(),
            public_reply: String::new(),
            problems: Problems::default(),
        }
    }

    /// Nothing left to do for the reader.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            state: State::ClosedNormal,
            clock: Clock::Met,
            note: None,
            photos: Vec::new(),
            may_take: false,
            may_return: false,
            may_arrive: false,
            may_dispose: false,
            ..Self::sample(page)
        }
    }

    /// A failed answer with long words.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![Problem::new(page.words, "public_reply", "problem-reply", "cure-reply", &[])];
        Self { text: samples::LONG.repeat(6), problems: problems.into(), ..Self::sample(page) }
    }
}
