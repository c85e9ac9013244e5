//! The grids of the community.

use askama::Template;

use crate::view::{Contact, PageFrame, samples};

/// One grid.
#[derive(Debug, Clone)]
pub struct GridLine {
    /// Its name.
    pub name: String,
    /// Its worker; `None` is shown as a gap to close.
    pub worker: Option<Contact>,
    /// Households.
    pub households: u32,
    /// What it is made of: estate and its buildings or units.
    pub parts: Vec<(String, String)>,
}

/// `GET /grids`.
#[derive(Template)]
#[template(path = "place/grids.html")]
pub struct GridsPage {
    /// The frame.
    pub page: PageFrame,
    /// The grids.
    pub grids: Vec<GridLine>,
    /// Buildings or units that belong to no grid.
    pub gaps: Vec<String>,
    /// Whether the reader may design grids.
    pub may_design: bool,
}

impl GridsPage {
    /// Invented grids with a gap.
    pub fn sample(page: PageFrame) -> Self {
        let worker = Contact { name: "周沐".to_owned(), phone: Some("0351-5550177".to_owned()) };
        let parts = vec![(samples::ESTATE.to_owned(), "1—4号楼、5号楼 1单元".to_owned())];
        let line = |name: &str, worker| GridLine {
            name: name.to_owned(),
            worker,
            households: 356,
            parts: parts.clone(),
        };
        let grids = vec![line("第一网格", Some(worker)), line("第二网格", None)];
        Self { page, grids, gaps: vec![format!("{} · 14号楼", samples::ESTATE)], may_design: true }
    }

    /// Before the import.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { page, grids: Vec::new(), gaps: Vec::new(), may_design: false }
    }
}
