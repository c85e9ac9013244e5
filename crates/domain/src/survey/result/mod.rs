//! What a survey tells: counts by unit and building, coverage, an interval for the doors that nobody knows of, and the
//! affected households.

mod affected;
mod interval;
mod tally;

pub use affected::Affected;
pub use interval::Interval;
pub use tally::{BuildingTally, Outcome, Tally, UnitTally};
