//! The own work in one place.

use askama::Template;

use super::OwnBrief;
use crate::view::{Choice, Contact, PageFrame, samples};

/// One step of a list.
#[derive(Debug, Clone)]
pub struct StartStep {
    /// The stable name, which the form sends as `item`.
    pub item: String,
    /// In words.
    pub words: String,
    /// Until which day, `2026-12-03`.
    pub due: String,
    /// Whether that day is over.
    pub late: bool,
    /// Whether it is done.
    pub done: bool,
}

/// The list of an estate.
#[derive(Debug, Clone)]
pub struct StartCard {
    /// The id of the estate.
    pub estate_id: String,
    /// Its name.
    pub estate: String,
    /// The steps.
    pub steps: Vec<StartStep>,
    /// Whether the reader ticks them.
    pub own: bool,
}

/// Something that hangs though its day is over.
#[derive(Debug, Clone)]
pub struct HangingLine {
    /// The page of the leaflet, to which the form goes.
    pub href: String,
    /// Which of its places.
    pub n: u32,
    /// Its title.
    pub title: String,
    /// Where it hangs.
    pub place: String,
    /// Since when its day is over, `2026-12-03`.
    pub until: String,
}

/// `GET /own`. Forms: `POST /own/tick` with `csrf`, `estate`, `item`, `done` (`yes` or `no`); `POST {leaflet}/take`
/// with `csrf`, `n`, `back`.
#[derive(Template)]
#[template(path = "own_work/hub.html")]
pub struct OwnWorkPage {
    /// The frame.
    pub page: PageFrame,
    /// Who is called tonight.
    pub tonight: Vec<Contact>,
    /// The lists that are not done.
    pub starts: Vec<StartCard>,
    /// What is to be taken down.
    pub hanging: Vec<HangingLine>,
    /// The reader's estates, for their groups.
    pub estates: Vec<Choice>,
}

impl OwnWorkPage {
    /// An invented page.
    pub fn sample(page: PageFrame) -> Self {
        let step = |item: &str, key: &str, due: &str, late, done| StartStep {
            item: item.to_owned(),
            words: page.words.say(key).to_owned(),
            due: due.to_owned(),
            late,
            done,
        };
        let steps = vec![
            step("group", "start-group", "2026-11-20", true, false),
            step("poster", "start-poster", "2026-11-20", false, true),
            step("cards", "start-cards", "2027-01-20", false, false),
        ];
        let card = |id: &str, estate: &str, own| StartCard {
            estate_id: id.to_owned(),
            estate: estate.to_owned(),
            steps: steps.clone(),
            own,
        };
        let hanging = HangingLine {
            href: "/leaflets/l-1".to_owned(),
            n: 2,
            title: samples::LONG.to_owned(),
            place: "单元门 · 4号楼 2单元".to_owned(),
            until: "2026-11-20".to_owned(),
        };
        Self {
            tonight: OwnBrief::sample().tonight,
            starts: vec![card("e-1", samples::ESTATE, true), card("e-2", samples::LONG, false)],
            hanging: vec![hanging],
            estates: samples::choices(&[("e-1", samples::ESTATE), ("e-2", samples::LONG)]),
            page,
        }
    }

    /// Everything is done.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (tonight, starts, hanging, estates) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { page, tonight, starts, hanging, estates }
    }
}
