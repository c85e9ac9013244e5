//! The list for visits from door to door: rooms, and columns to write in. No names: a sheet of paper gets lost.

use askama::Template;

use crate::view::{PageFrame, samples};

/// One room.
#[derive(Debug, Clone)]
pub struct VisitRoom {
    /// Its number.
    pub number: String,
    /// How many households live in it.
    pub households: u32,
}

/// The rooms of one unit.
#[derive(Debug, Clone)]
pub struct VisitTable {
    /// Estate, building and unit.
    pub place: String,
    /// The rooms, from the ground upwards.
    pub rooms: Vec<VisitRoom>,
}

/// `GET /print/visits/buildings/{id}` and `GET /print/visits/grids/{id}`.
#[derive(Template)]
#[template(path = "print/visits.html")]
pub struct VisitsPage {
    /// The frame.
    pub page: PageFrame,
    /// The grid, or estate and building.
    pub name: String,
    /// How many households there are in all.
    pub households: u32,
    /// A table for each unit.
    pub units: Vec<VisitTable>,
}

impl VisitsPage {
    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let unit = |n: u32| VisitTable {
            place: format!("{} 4号楼 {n}单元", samples::ESTATE),
            rooms: (1..=6)
                .flat_map(|floor| {
                    (1..=2).map(move |room| VisitRoom { number: format!("{floor}0{room}"), households: 1 })
                })
                .collect(),
        };
        Self { page, name: "第一网格".to_owned(), households: 24, units: vec![unit(1), unit(2)] }
    }

    /// A building whose rooms nobody has imported, with a long name.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { name: samples::LONG.to_owned(), households: 0, units: Vec::new(), ..Self::sample(page) }
    }
}
