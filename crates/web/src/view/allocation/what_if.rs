//! What if somebody leaves, or only a few estates are to change hands.

use askama::Template;

use crate::view::{Choice, PageFrame, samples};

/// The best plan for so many changes.
#[derive(Debug, Clone)]
pub struct PointRow {
    /// At most so many estates change hands.
    pub changes: u32,
    /// The largest load.
    pub largest: String,
    /// The same in per cent of the mean, whole.
    pub percent: u32,
    /// How far the loads are from each other, on average.
    pub spread: String,
    /// Whether it is the one that is shown.
    pub chosen: bool,
}

/// An estate that would change hands.
#[derive(Debug, Clone)]
pub struct MovedRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub estate: String,
    /// Who has it.
    pub from: String,
    /// Who would get it.
    pub to: String,
    /// Requests that are open there.
    pub open: u32,
}

/// `GET /allocations/what-if?without=&moves=`. Form: `POST /allocations` with `csrf`, `without`, `most_changes`.
#[derive(Template)]
#[template(path = "allocation/what_if.html")]
pub struct WhatIfPage {
    /// The frame.
    pub page: PageFrame,
    /// Everybody who takes part.
    pub officers: Vec<Choice>,
    /// Who leaves, by id; empty for nobody.
    pub without: String,
    /// The curve.
    pub points: Vec<PointRow>,
    /// What would change hands at the chosen point.
    pub moved: Vec<MovedRow>,
    /// Why there is no plan; empty where there is one.
    pub conflict: Vec<String>,
}

impl WhatIfPage {
    fn chosen(&self) -> Option<&PointRow> {
        self.points.iter().find(|it| it.chosen)
    }

    /// An invented curve.
    pub fn sample(page: PageFrame) -> Self {
        let point = |changes, percent, chosen| PointRow {
            changes,
            largest: "812".to_owned(),
            percent,
            spread: "96".to_owned(),
            chosen,
        };
        let moved = MovedRow {
            id: "e-1".to_owned(),
            estate: samples::LONG.to_owned(),
            from: "林知夏".to_owned(),
            to: "江予安".to_owned(),
            open: 7,
        };
        Self {
            officers: samples::choices(&[("o-1", "林知夏"), ("o-2", "江予安")]),
            without: "o-1".to_owned(),
            points: vec![point(1, 140, false), point(2, 121, true)],
            moved: vec![moved],
            conflict: Vec::new(),
            page,
        }
    }

    /// No plan.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (points, moved) = (Vec::new(), Vec::new());
        Self { points, moved, conflict: vec![samples::LONG.to_owned()], ..Self::sample(page) }
    }
}
