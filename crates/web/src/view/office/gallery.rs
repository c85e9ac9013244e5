//! Every component on one page, for those who build pages.

use askama::Template;

use crate::view::{
    Choice, Clock, Contact, HandlerGroup, Happening, PageFrame, Photo, PhotoPhase, Problem, Problems,
    RequestRow, SimilarRequest, State, TrailEntry, samples,
};

/// `GET /gallery`, in the demo only.
#[derive(Template)]
#[template(path = "office/gallery.html")]
pub struct GalleryPage {
    /// The frame.
    pub page: PageFrame,
    states: &'static [State],
    clocks: Vec<Clock>,
    rows: Vec<RequestRow>,
    matters: Vec<Choice>,
    handlers: Vec<HandlerGroup>,
    similar: Vec<SimilarRequest>,
    photos: Vec<Photo>,
    trail: Vec<TrailEntry>,
    steward: Contact,
    problems: Problems,
}

impl GalleryPage {
    /// The gallery; its data are invented.
    pub fn new(page: PageFrame) -> Self {
        let now = page.now;
        let hour = 3_600_000;
        let steps = Happening::ALL.iter().map(|&what| samples::step(now, what, Some(samples::STEWARD), None));
        let problem = Problem::new(page.words, "gallery-phone", "problem-phone", "cure-phone", &[]);
        Self {
            states: State::ALL,
            clocks: vec![
                Clock::Running(now + 5 * hour),
                Clock::Running(now + hour),
                Clock::Running(now - hour),
                Clock::Suspended(None),
                Clock::Suspended(Some(now + 90 * hour)),
                Clock::Met,
                Clock::Missed,
                Clock::UnknownCalendar,
            ],
            rows: samples::rows(now),
            matters: samples::matters(),
            handlers: samples::handlers(),
            similar: samples::similar(now),
            photos: samples::photos(&[PhotoPhase::Before, PhotoPhase::After]),
            trail: steps.collect(),
            steward: samples::steward(),
            problems: vec![problem].into(),
            page,
        }
    }
}
