//! Everything that can be printed, estate by estate.

use askama::Template;

use crate::view::{Choice, PageFrame, samples};

/// One estate with what can be printed of it.
#[derive(Debug, Clone)]
pub struct PrintEstate {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Its steward.
    pub steward: String,
    /// How many unit doors it has.
    pub doors: u32,
    /// Its buildings.
    pub buildings: Vec<Choice>,
}

/// `GET /print`.
#[derive(Template)]
#[template(path = "print/list.html")]
pub struct PrintPage {
    /// The frame.
    pub page: PageFrame,
    /// The estates.
    pub estates: Vec<PrintEstate>,
    /// The grids.
    pub grids: Vec<Choice>,
    /// Whether the reader may change the public numbers.
    pub may_change: bool,
    /// Whether the community has no number of its own to print yet.
    pub no_numbers: bool,
}

impl PrintPage {
    /// Two invented estates, one of them without doors.
    pub fn sample(page: PageFrame) -> Self {
        let estate = |id: &str, name: &str, doors| PrintEstate {
            id: id.to_owned(),
            name: name.to_owned(),
            steward: "林知夏".to_owned(),
            doors,
            buildings: if doors == 0 { Vec::new() } else { samples::choices(&[("b-4", "4号楼")]) },
        };
        Self {
            estates: vec![estate("e-1", samples::ESTATE, 36), estate("e-2", samples::LONG, 0)],
            grids: samples::choices(&[("g-1", "第一网格"), ("g-2", "第二网格")]),
            may_change: true,
            no_numbers: true,
            page,
        }
    }

    /// A community without estates.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { estates: Vec::new(), grids: Vec::new(), may_change: false, no_numbers: false, page }
    }
}
