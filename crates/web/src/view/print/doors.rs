//! Labels for unit doors, six on a sheet, each with the code of its own door.

use askama::Template;

use crate::view::{Contact, PageFrame, qr_svg, samples};

use super::Reach;

/// How many labels a sheet holds.
const ON_A_SHEET: usize = 6;

/// The label of one unit.
#[derive(Debug, Clone)]
pub struct Door {
    /// The building.
    pub building: String,
    /// The unit.
    pub unit: String,
    /// The address of the report page with the place in it.
    pub address: String,
}

/// `GET /print/doors/{estate}?building=`.
#[derive(Template)]
#[template(path = "print/doors.html")]
pub struct DoorsPage {
    /// The frame.
    pub page: PageFrame,
    /// The estate.
    pub estate: String,
    /// The steward, with the number that is published.
    pub steward: Contact,
    /// The other numbers.
    pub reach: Reach,
    /// The labels.
    pub doors: Vec<Door>,
}

impl DoorsPage {
    fn sheets(&self) -> impl Iterator<Item = &[Door]> {
        self.doors.chunks(ON_A_SHEET)
    }

    fn qr(&self, door: &Door) -> String {
        let label = format!("{} {} {}", self.page.say("poster-qr"), door.building, door.unit);
        qr_svg(&door.address, &label).unwrap_or_default()
    }

    /// The number to call for those who do not scan.
    fn call(&self) -> Option<&str> {
        let office = Some(self.reach.office.as_str()).filter(|number| !number.is_empty());
        self.steward.phone.as_deref().or(office)
    }

    /// Invented labels of two sheets.
    pub fn sample(page: PageFrame) -> Self {
        let door = |n: u32| Door {
            building: format!("{}号楼", n / 3 + 1),
            unit: format!("{}单元", n % 3 + 1),
            address: format!("https://guanjia.example/c/140109013001/report?estate=e-1&unit={n}&fixed=1"),
        };
        Self {
            page,
            estate: samples::ESTATE.to_owned(),
            steward: Contact { name: "林知夏".to_owned(), phone: Some("13800000000".to_owned()) },
            reach: Reach::sample(),
            doors: (0..8).map(door).collect(),
        }
    }

    /// An estate without units.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { doors: Vec::new(), ..Self::sample(page) }
    }
}
