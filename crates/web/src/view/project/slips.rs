//! Slips for the doors of those who have no link.

use crate::view::{PageFrame, qr_svg, samples};
use askama::Template;

/// How many slips a sheet holds.
const ON_A_SHEET: usize = 6;

/// One slip.
#[derive(Debug, Clone)]
pub struct SlipView {
    /// The door.
    pub door: String,
    /// The address of its page.
    pub address: String,
}

/// `GET /projects/{id}/slips`, `GET /surveys/{id}/slips`.
#[derive(Template)]
#[template(path = "project/slips.html")]
pub struct SlipsPage {
    /// The frame.
    pub page: PageFrame,
    /// The page to go back to.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// The estate.
    pub estate: String,
    /// The slips.
    pub slips: Vec<SlipView>,
}

impl SlipsPage {
    fn sheets(&self) -> impl Iterator<Item = &[SlipView]> {
        self.slips.chunks(ON_A_SHEET)
    }

    fn qr(&self, slip: &SlipView) -> String {
        qr_svg(&slip.address, &format!("{} {}", self.page.say("slip-qr"), slip.door)).unwrap_or_default()
    }

    /// Invented slips of two sheets.
    pub fn sample(page: PageFrame) -> Self {
        let slip = |n: u32| SlipView {
            door: format!("12号楼 {n}单元"),
            address: format!("https://guanjia.example/s/140109013001/{n}"),
        };
        Self {
            href: format!("/projects/{}", samples::ID),
            title: "单元门补装路灯".to_owned(),
            estate: samples::ESTATE.to_owned(),
            slips: (1..9).map(slip).collect(),
            page,
        }
    }

    /// Nobody is without a link.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { slips: Vec::new(), ..Self::sample(page) }
    }
}
