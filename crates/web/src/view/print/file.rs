//! The file of a request (诉求档案): all of it on paper, as the reader may see it.

use askama::Template;

use crate::view::requests::Reporter;
use crate::view::{
    Channel, Clock, Contact, Happening, PageFrame, Photo, PhotoPhase, State, TrailEntry, samples,
};

/// `GET /requests/{id}/file`. What the resident may read stands apart from what only the office may.
#[derive(Template)]
#[template(path = "print/file.html")]
pub struct RequestFilePage {
    /// The frame.
    pub page: PageFrame,
    /// The community.
    pub community: String,
    /// The id of the request.
    pub id: String,
    /// The number that people say on the phone.
    pub number: u64,
    /// Its state.
    pub state: State,
    /// Its clock.
    pub clock: Clock,
    /// The matter.
    pub matter: Option<String>,
    /// The place.
    pub place: String,
    /// How it came in.
    pub channel: Channel,
    /// When, milliseconds of the epoch.
    pub filed_at: i64,
    /// When it is or was due, milliseconds of the epoch.
    pub due: i64,
    /// The words of the reporter.
    pub text: String,
    /// Photos.
    pub photos: Vec<Photo>,
    /// The reporter, always masked; `None` when erased or never given.
    pub reporter: Option<Reporter>,
    /// Households that joined.
    pub joined: u32,
    /// Who answers for the estate.
    pub steward: Contact,
    /// Who works on it now, when that is not the steward.
    pub handler: Option<String>,
    /// The last public reply.
    pub reply: Option<String>,
    /// What happened, the oldest first, without what only the office may read.
    pub steps: Vec<TrailEntry>,
    /// Notes for the office alone, the oldest first; empty for whoever may not read them.
    pub notes: Vec<TrailEntry>,
}

impl RequestFilePage {
    /// An invented file.
    pub fn sample(page: PageFrame) -> Self {
        let (now, steward) = (page.now, Some(samples::STEWARD));
        let mut note =
            samples::step(now - 3_600_000, Happening::Dispatched, steward, Some(samples::PROPERTY));
        let steps = vec![samples::step(now - 9_000_000, Happening::Filed, None, None), note.clone()];
        (note.note, note.internal) = (Some("请今晚前换好。".to_owned()), true);
        Self {
            community: samples::community().name,
            id: samples::ID.to_owned(),
            number: 312,
            state: State::Disposed,
            clock: Clock::Met,
            matter: Some("路灯".to_owned()),
            place: format!("{} 12号楼 1单元", samples::ESTATE),
            channel: Channel::Web,
            filed_at: now - 9_000_000,
            due: now + 7_800_000,
            text: "12号楼东头的路灯坏了，晚上看不清台阶。".to_owned(),
            photos: samples::photos(&[PhotoPhase::Filed, PhotoPhase::After]),
            reporter: Some(Reporter {
                name: Some("王**".to_owned()),
                phone: Some("138****1234".to_owned()),
                may_reveal: true,
                revealed: false,
                on_behalf: false,
            }),
            joined: 2,
            steward: samples::steward(),
            handler: Some(samples::PROPERTY.to_owned()),
            reply: Some("已换上新灯，今晚会亮。".to_owned()),
            steps,
            notes: vec![note],
            page,
        }
    }

    /// One whose reporter was erased, read by somebody who sees no notes.
    pub fn sample_empty(page: PageFrame) -> Self {
        let page = Self::sample(page);
        let (reporter, reply, matter) = (None, None, None);
        Self { reporter, reply, matter, photos: Vec::new(), notes: Vec::new(), ..page }
    }

    /// Long words.
    pub fn sample_long(page: PageFrame) -> Self {
        Self { text: samples::LONG.repeat(6), place: samples::LONG.to_owned(), ..Self::sample(page) }
    }
}
