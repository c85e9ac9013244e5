//! The list of estates, and one estate.

use askama::Template;

use crate::view::{Contact, PageFrame, samples};

/// One estate of the list.
#[derive(Debug, Clone)]
pub struct EstateTile {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its steward.
    pub steward: String,
    /// Households.
    pub households: u32,
    /// Buildings.
    pub buildings: u32,
    /// Open requests.
    pub open: u32,
}

/// `GET /estates`.
#[derive(Template)]
#[template(path = "place/estates.html")]
pub struct EstatesPage {
    /// The frame.
    pub page: PageFrame,
    /// Estates that the reader may see.
    pub estates: Vec<EstateTile>,
}

impl EstatesPage {
    /// Invented estates.
    pub fn sample(page: PageFrame) -> Self {
        let tile = |name: &str, households, open| EstateTile {
            href: "/estates/e-1".to_owned(),
            name: name.to_owned(),
            steward: "林知夏".to_owned(),
            households,
            buildings: 14,
            open,
        };
        Self {
            page,
            estates: vec![
                tile(samples::ESTATE, 1_204, 23),
                tile("汾河里", 388, 0),
                tile(samples::LONG, 1, 1),
            ],
        }
    }

    /// Before the import.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, estates: Vec::new() }
    }
}

/// A steward of an estate, in the past or planned.
#[derive(Debug, Clone)]
pub struct PastClaim {
    /// The steward.
    pub steward: String,
    /// The deputy.
    pub deputy: Option<String>,
    /// From when, milliseconds of the epoch.
    pub since: i64,
    /// Until when; `None` for the one in force and the last planned one.
    pub until: Option<i64>,
}

/// One building of an estate.
#[derive(Debug, Clone)]
pub struct BuildingLine {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Units.
    pub units: u32,
    /// Floors.
    pub floors: u32,
    /// Households.
    pub households: u32,
    /// The grids that its units belong to.
    pub grids: String,
    /// Open requests.
    pub open: u32,
}

/// `GET /estates/{id}`.
#[derive(Template)]
#[template(path = "place/estate.html")]
pub struct EstatePage {
    /// The frame.
    pub page: PageFrame,
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Households.
    pub households: u32,
    /// Residents, when they were imported.
    pub residents: Option<u32>,
    /// Open requests.
    pub open: u32,
    /// Limit passed.
    pub overdue: u32,
    /// The steward in force.
    pub steward: Contact,
    /// The deputy.
    pub deputy: Option<Contact>,
    /// Grids with their workers.
    pub grids: Vec<(String, Contact)>,
    /// Organisations that work here, with their phones.
    pub organisations: Vec<Contact>,
    /// Claims, the latest first.
    pub claims: Vec<PastClaim>,
    /// Buildings.
    pub buildings: Vec<BuildingLine>,
    /// The address of its outlines, when it has any (`/plan.geojson?estate=…`).
    pub outlines: Option<String>,
}

impl EstatePage {
    /// An invented estate.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let year = 365 * 86_400_000;
        let claim = |steward: &str, since, until| PastClaim {
            steward: steward.to_owned(),
            deputy: Some("江予安".to_owned()),
            since,
            until,
        };
        let building = |name: &str, open| BuildingLine {
            href: "/estates/e-1/buildings/b-12".to_owned(),
            name: name.to_owned(),
            units: 3,
            floors: 6,
            households: 36,
            grids: "第一网格、第二网格".to_owned(),
            open,
        };
        let worker = Contact { name: "周沐".to_owned(), phone: Some("0351-5550177".to_owned()) };
        Self {
            page,
            id: "e-1".to_owned(),
            name: samples::ESTATE.to_owned(),
            households: 1_204,
            residents: Some(2_130),
            open: 23,
            overdue: 2,
            steward: samples::steward(),
            deputy: Some(Contact { name: "江予安".to_owned(), phone: None }),
            grids: vec![("第一网格".to_owned(), worker)],
            organisations: vec![Contact {
                name: samples::PROPERTY.to_owned(),
                phone: Some("0351-5550199".to_owned()),
            }],
            claims: vec![
                claim("林知夏", now - year, None),
                claim("江予安", now - 2 * year, Some(now - year)),
            ],
            buildings: vec![building("4号楼", 1), building("12号楼", 0)],
            outlines: Some("/plan.geojson?estate=e-1".to_owned()),
        }
    }

    /// A new estate: only its name and the secretary's claim.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            households: 0,
            residents: None,
            open: 0,
            overdue: 0,
            deputy: None,
            grids: Vec::new(),
            organisations: Vec::new(),
            buildings: Vec::new(),
            outlines: None,
            ..Self::sample(page)
        }
    }
}
