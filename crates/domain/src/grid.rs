//! Grids (网格) as they were, are and will be drawn.
//!
//! As a claim does, a drawing stores only its start and ends where the next begins. So a change that is planned takes
//! effect by itself at its instant, and what held on any date is still known.

use crate::house::Grid;
use crate::ids::{GridId, StaffId};
use crate::moment::Moment;
use crate::place::GridPart;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// How a grid is drawn, from a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// From when, inclusive.
    pub starts_at: Moment,
    /// Its worker; `None` while there is nobody.
    pub worker: Option<StaffId>,
    /// What it covers; nothing for a grid that is given up.
    pub parts: Vec<GridPart>,
}

/// All drawings of one grid, in order of their start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawings {
    /// The grid.
    pub id: GridId,
    /// Its name, the same on every date.
    pub name: String,
    drawn: Vec<Drawing>,
}

impl Drawings {
    /// A grid with its drawings in any order.
    #[must_use]
    pub fn new(id: GridId, name: String, mut drawn: Vec<Drawing>) -> Self {
        drawn.sort_by_key(|drawing| drawing.starts_at);
        Self { id, name, drawn }
    }

    /// Every drawing in order of its start.
    pub fn iter(&self) -> impl Iterator<Item = &Drawing> {
        self.drawn.iter()
    }

    /// The drawing in force at `at`; `None` before the first one.
    #[must_use]
    pub fn in_force(&self, at: Moment) -> Option<&Drawing> {
        self.drawn.iter().rev().find(|drawing| drawing.starts_at <= at)
    }

    /// The grid as it stands at `at`; `None` before it was drawn first.
    #[must_use]
    pub fn at(&self, at: Moment) -> Option<Grid> {
        let drawing = self.in_force(at)?;
        let (worker, parts) = (drawing.worker, drawing.parts.clone());
        Some(Grid { id: self.id, name: self.name.clone(), worker, parts })
    }

    /// The drawings that begin after `at`.
    pub fn planned(&self, at: Moment) -> impl Iterator<Item = &Drawing> {
        self.drawn.iter().filter(move |drawing| drawing.starts_at > at)
    }

    /// Whether `staff` is or will be the worker, seen from `at`.
    #[must_use]
    pub fn involve(&self, staff: StaffId, at: Moment) -> bool {
        self.in_force(at).into_iter().chain(self.planned(at)).any(|drawing| drawing.worker == Some(staff))
    }

    /// Adds a drawing, or replaces the one that begins at the same moment.
    pub fn put(&mut self, drawing: Drawing) {
        self.withdraw(drawing.starts_at);
        let at = self.drawn.partition_point(|other| other.starts_at < drawing.starts_at);
        self.drawn.insert(at, drawing);
    }

    /// Decides to take a planned drawing back.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::NotInFuture`] when it is in force or past.
    pub fn decide_withdraw(&self, starts_at: Moment, now: Moment) -> Result<(), Refusal> {
        if !self.drawn.iter().any(|drawing| drawing.starts_at == starts_at) {
            return Err(Refusal::NotFound);
        }
        if starts_at <= now {
            return Err(Refusal::NotInFuture { field: "starts_at", given: starts_at });
        }
        Ok(())
    }

    /// Takes a drawing away.
    pub fn withdraw(&mut self, starts_at: Moment) {
        self.drawn.retain(|drawing| drawing.starts_at != starts_at);
    }
}
