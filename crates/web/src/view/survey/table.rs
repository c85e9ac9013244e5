//! Doors as a table: floors down, the doors of each unit across.

use super::kinds::Mark;
use crate::view::place::UnitHead;

/// One cell.
#[derive(Debug, Clone)]
pub struct DoorCell {
    /// The room, or the unit of a unit door; empty where the unit has no door on this floor.
    pub id: String,
    /// What stands on the door.
    pub label: String,
    /// What came out.
    pub mark: Mark,
    /// Which visit the answer is of; 0 without one.
    pub visit: u16,
    /// The id of the answer that counts.
    pub answer: String,
    /// Its page.
    pub href: String,
    /// Whether it is the first column of its unit.
    pub first: bool,
}

impl DoorCell {
    /// No door.
    #[must_use]
    pub fn none() -> Self {
        Self {
            id: String::new(),
            label: String::new(),
            mark: Mark::Unvisited,
            visit: 0,
            answer: String::new(),
            href: String::new(),
            first: false,
        }
    }
}

/// One floor.
#[derive(Debug, Clone)]
pub struct DoorFloor {
    /// Its number; 0 for unit doors.
    pub number: i16,
    /// The cells of all units, as many as the units have columns.
    pub cells: Vec<DoorCell>,
}

/// The table of a building, or of one unit.
#[derive(Debug, Clone, Default)]
pub struct DoorTable {
    /// Units, from left to right.
    pub units: Vec<UnitHead>,
    /// Floors, the highest first.
    pub floors: Vec<DoorFloor>,
}
