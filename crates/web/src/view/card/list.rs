//! Buildings with cards, and one of them as a table of rooms with masked names.

use crate::view::place::UnitHead;
use crate::view::{PageFrame, samples};
use askama::Template;

/// An estate with the buildings that the reader looks after.
#[derive(Debug, Clone)]
pub struct CardEstate {
    /// Its name.
    pub name: String,
    /// Its buildings.
    pub buildings: Vec<CardBuilding>,
    /// Who is at home there, in no room that is known.
    pub loose: Vec<CardLoose>,
}

impl CardEstate {
    /// Whether the building that is shown is one of these.
    fn is_open(&self) -> bool {
        self.buildings.iter().any(|it| it.shown)
    }
}

/// Somebody in no room that is known.
#[derive(Debug, Clone)]
pub struct CardLoose {
    /// The card.
    pub href: String,
    /// The name, masked.
    pub name: String,
}

/// A building to choose.
#[derive(Debug, Clone)]
pub struct CardBuilding {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Whether it is the one that is shown.
    pub shown: bool,
}

/// A room with who is at home in it.
#[derive(Debug, Clone, Default)]
pub struct CardRoom {
    /// The number; empty where the unit has no room on this floor.
    pub number: String,
    /// The page of its household.
    pub href: String,
    /// The names, masked.
    pub names: String,
    /// Whether it is the first column of its unit.
    pub first: bool,
}

/// One floor.
#[derive(Debug, Clone)]
pub struct CardFloor {
    /// Its number.
    pub number: i32,
    /// The cells of all units.
    pub rooms: Vec<CardRoom>,
}

/// A building as a table.
#[derive(Debug, Clone)]
pub struct CardTable {
    /// Estate and building.
    pub title: String,
    /// Units, from left to right.
    pub units: Vec<UnitHead>,
    /// Floors, the highest first.
    pub floors: Vec<CardFloor>,
}

/// `GET /cards`, with `building` in the address for the table of one.
#[derive(Template)]
#[template(path = "card/list.html")]
pub struct CardsPage {
    /// The frame.
    pub page: PageFrame,
    /// Where the reader may read cards.
    pub estates: Vec<CardEstate>,
    /// The building that was chosen.
    pub table: Option<CardTable>,
}

impl CardsPage {
    /// A building with two rooms.
    pub fn sample(page: PageFrame) -> Self {
        let building = |name: &str, shown| CardBuilding {
            href: "/cards?building=b".to_owned(),
            name: name.to_owned(),
            shown,
        };
        let room = |number: &str, names: &str, first| CardRoom {
            number: number.to_owned(),
            href: "/cards/rooms/r".to_owned(),
            names: names.to_owned(),
            first,
        };
        let rooms = vec![room("501", "林**、江**", true), room("502", "", false)];
        let unit = UnitHead { name: "2单元".to_owned(), columns: 2, grid: None };
        let table = CardTable {
            title: format!("{} · 4号楼", samples::ESTATE),
            units: vec![unit],
            floors: vec![CardFloor { number: 5, rooms }],
        };
        let buildings = vec![building("4号楼", true), building(samples::LONG, false)];
        let loose = vec![CardLoose { href: "/cards/r".to_owned(), name: "林**".to_owned() }];
        let estates = vec![CardEstate { name: samples::ESTATE.to_owned(), buildings, loose }];
        Self { page, estates, table: Some(table) }
    }

    /// Nothing to look after.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, estates: Vec::new(), table: None }
    }
}
