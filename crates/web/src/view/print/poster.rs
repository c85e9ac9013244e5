//! The poster of an estate: who the steward is, and how to say something.

use askama::Template;

use crate::view::{Contact, PageFrame, qr_svg, samples};

/// The numbers that everybody may read.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// The office's phone; empty while there is none.
    pub office: String,
    /// When somebody is there; empty while nobody has said.
    pub hours: String,
    /// The supervision phone; empty while there is none.
    pub supervision: String,
}

impl Reach {
    pub(crate) fn sample() -> Self {
        Self {
            office: "0351-5550100".to_owned(),
            hours: "周一至周五 8:30–18:00".to_owned(),
            supervision: "0351-5550199".to_owned(),
        }
    }
}

/// `GET /print/poster/{estate}?size=a3|a4`.
#[derive(Template)]
#[template(path = "print/poster.html")]
pub struct PosterPage {
    /// The frame.
    pub page: PageFrame,
    /// The community.
    pub community: String,
    /// The estate.
    pub estate: String,
    /// The id of the estate.
    pub estate_id: String,
    /// The steward, with the number that is published.
    pub steward: Contact,
    /// The other numbers.
    pub reach: Reach,
    /// The address of the report page, for the QR code.
    pub address: String,
    /// Whether it is printed on A3; else on A4.
    pub is_large: bool,
}

impl PosterPage {
    fn qr(&self) -> String {
        qr_svg(&self.address, self.page.say("poster-qr")).unwrap_or_default()
    }

    /// An invented poster.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            page,
            community: samples::community().name,
            estate: samples::ESTATE.to_owned(),
            estate_id: "e-1".to_owned(),
            steward: Contact { name: "林知夏".to_owned(), phone: Some("13800000000".to_owned()) },
            reach: Reach::sample(),
            address: "https://guanjia.example/c/140109013001/report?estate=e-1".to_owned(),
            is_large: false,
        }
    }

    /// The same with long names and without any number.
    pub fn sample_long(page: PageFrame) -> Self {
        let steward = Contact { name: samples::LONG.chars().take(24).collect(), phone: None };
        let estate = samples::LONG.to_owned();
        Self { estate, steward, reach: Reach::default(), is_large: true, ..Self::sample(page) }
    }
}
