//! The first page: which community, and from there to report or to sign in.

use askama::Template;

use crate::view::{Choice, PageFrame, samples};

/// `GET /`.
///
/// The form is `GET /` with `community` (a division code); the answer goes on to `/c/{community}`.
#[derive(Template)]
#[template(path = "public/landing.html")]
pub struct LandingPage {
    /// The frame.
    pub page: PageFrame,
    /// The communities of this installation, value = division code. With one entry no choice is offered.
    pub communities: Vec<Choice>,
}

impl LandingPage {
    /// An invented page.
    pub fn sample(mut page: PageFrame) -> Self {
        page.community = None;
        Self { page, communities: samples::communities() }
    }

    /// An installation before its first community.
    pub fn sample_empty(mut page: PageFrame) -> Self {
        page.community = None;
        Self { page, communities: Vec::new() }
    }
}
