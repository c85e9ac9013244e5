//! The door survey (入户摸排): what is asked, at which doors, by whom, what was said, and what follows from it.
//!
//! A survey is planned over a list of doors in the order of a walk, its doors are shared out, and answers are given at
//! them: at the door, or by phone. Nothing is kept about whoever walks: no way, no time of a visit, no count by person.
//! Notes, photos and the wording of the question lie in the vault; events hold choices, months and numbers.

mod answer;
mod apply;
mod command;
mod decide;
mod door;
mod event;
mod result;
mod share;
mod state;
mod template;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Said, Since, Way};
pub use command::{NewAnswer, Plan};
pub use door::{Door, Spot, Stair, StairRoom};
pub use event::SurveyEvent;
pub use result::{Affected, BuildingTally, Interval, Outcome, Tally, UnitTally};
pub use share::{Share, Surveyor, share_out};
pub use state::{KEPT_AFTER_ENDING, MOST_DOORS, Stage, Survey};
pub use template::{AskedAt, Template};
