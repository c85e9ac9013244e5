//! A building as a table: floors down, the rooms of each unit across.

use askama::Template;

use crate::view::{PageFrame, samples};

/// The head of a unit.
#[derive(Debug, Clone)]
pub struct UnitHead {
    /// Its name.
    pub name: String,
    /// Rooms on its widest floor: the columns it takes, at least one.
    pub columns: u32,
    /// Its grid.
    pub grid: Option<String>,
}

/// One cell.
#[derive(Debug, Clone, Default)]
pub struct Room {
    /// The number; empty where the unit has no room on this floor.
    pub number: String,
    /// Households, usually one.
    pub households: u32,
    /// Open requests.
    pub open: u32,
    /// The list of its requests.
    pub href: String,
    /// Whether it is the first column of its unit.
    pub first: bool,
}

/// One floor.
#[derive(Debug, Clone)]
pub struct Floor {
    /// Its number; negative below the ground.
    pub number: i32,
    /// The cells of all units, as many as the units have columns.
    pub rooms: Vec<Room>,
}

/// `GET /estates/{id}/buildings/{id}`.
#[derive(Template)]
#[template(path = "place/building.html")]
pub struct BuildingPage {
    /// The frame.
    pub page: PageFrame,
    /// The name of the estate.
    pub estate: String,
    /// Its page.
    pub estate_href: String,
    /// The name of the building.
    pub name: String,
    /// Households.
    pub households: u32,
    /// Units, from left to right.
    pub units: Vec<UnitHead>,
    /// Floors, the highest first.
    pub floors: Vec<Floor>,
}

impl BuildingPage {
    /// An invented building of three units and six floors.
    pub fn sample(page: PageFrame) -> Self {
        let unit =
            |n| UnitHead { name: format!("{n}单元"), columns: 2, grid: Some("第一网格".to_owned()) };
        let room = |floor: i32, n: i32| Room {
            number: format!("{floor}{:02}", n % 2 + 1),
            households: 1,
            open: u32::from(floor == 4 && n == 2),
            href: "/requests?q=".to_owned(),
            first: n % 2 == 0,
        };
        let floors =
            (1..=6).rev().map(|number| Floor { number, rooms: (0..6).map(|n| room(number, n)).collect() });
        Self {
            page,
            estate: samples::ESTATE.to_owned(),
            estate_href: "/estates/e-1".to_owned(),
            name: "12号楼".to_owned(),
            households: 36,
            units: (1..=3).map(unit).collect(),
            floors: floors.collect(),
        }
    }

    /// A building without rooms.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { households: 0, units: Vec::new(), floors: Vec::new(), ..Self::sample(page) }
    }
}
