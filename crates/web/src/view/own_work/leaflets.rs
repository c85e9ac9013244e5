//! Notices and policy leaflets.

use askama::Template;

use super::kinds::offered;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

/// A leaflet on the public page.
#[derive(Debug, Clone)]
pub struct PublicLeaflet {
    /// What it is.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: String,
    /// In force until the end of which day, `2026-12-03`.
    pub until: String,
}

impl PublicLeaflet {
    /// An invented leaflet.
    pub fn sample(words: &crate::words::Words) -> Self {
        Self {
            kind: words.say("leaflet-notice").to_owned(),
            title: "停水通知".to_owned(),
            words: "周三上午检修水泵，9:00—12:00 停水，请提前储水。".to_owned(),
            until: "2026-11-25".to_owned(),
        }
    }
}

/// A leaflet of the list.
#[derive(Debug, Clone)]
pub struct LeafletLine {
    /// Its page.
    pub href: String,
    /// What it says.
    pub leaflet: PublicLeaflet,
    /// For which estate, in words.
    pub estate: String,
    /// In how many places it hangs.
    pub places: u32,
    /// In how many it is to be taken down.
    pub hanging: u32,
    /// Whether it is in force.
    pub in_force: bool,
}

/// A leaflet as it was typed.
#[derive(Debug, Clone, Default)]
pub struct LeafletForm {
    /// What it is.
    pub kind: String,
    /// For which estate; empty is the whole community.
    pub estate: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: String,
    /// Until when, as a `date` field sends it.
    pub until: String,
}

/// `GET /leaflets`. Form: `POST /leaflets` with `csrf`, `kind`, `estate`, `title`, `words`, `until`.
#[derive(Template)]
#[template(path = "own_work/leaflets.html")]
pub struct LeafletsPage {
    /// The frame.
    pub page: PageFrame,
    /// Leaflets, the newest first.
    pub leaflets: Vec<LeafletLine>,
    /// Estates of the reader.
    pub estates: Vec<Choice>,
    /// Whether the reader may speak for the whole community.
    pub for_all: bool,
    /// What was typed.
    pub form: LeafletForm,
    /// What was wrong.
    pub problems: Problems,
}

impl LeafletsPage {
    fn kinds(&self) -> Vec<Choice> {
        offered!(self.page.words, LeafletKind, &self.form.kind)
    }

    fn estates_with(&self) -> Vec<Choice> {
        self.estates.iter().map(|it| it.clone().chosen_if(&self.form.estate)).collect()
    }

    fn no_estate(&self) -> &'static str {
        if self.for_all { "leaflet-for-all" } else { "choose-estate" }
    }

    /// Invented leaflets.
    pub fn sample(page: PageFrame) -> Self {
        let line = |title: &str, in_force, hanging| LeafletLine {
            href: "/leaflets/l-1".to_owned(),
            leaflet: PublicLeaflet { title: title.to_owned(), ..PublicLeaflet::sample(page.words) },
            estate: samples::ESTATE.to_owned(),
            places: 4,
            hanging,
            in_force,
        };
        Self {
            leaflets: vec![line("停水通知", true, 0), line(samples::LONG, false, 2)],
            estates: samples::choices(&[("e-1", samples::ESTATE), ("e-2", samples::LONG)]),
            for_all: true,
            form: LeafletForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// None yet, and one that failed.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "title", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { leaflets: Vec::new(), for_all: false, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
