//! One file for each thing people do. A use case has one shape: load, decide, commit what follows in one
//! transaction. Pages, API, command line and the demo all call these.

pub mod access;
pub mod allocation;
pub mod backup;
pub mod board;
pub mod burden;
pub mod call;
pub mod card;
pub mod clock;
pub mod clockwork;
pub mod day;
pub mod demo;
pub mod doctor;
pub mod duty;
pub mod error;
pub mod everything;
pub mod export;
pub mod first;
pub mod grid_design;
pub mod hand_over;
pub mod hotlines;
pub mod import;
pub mod inbox;
pub mod issue;
pub mod limits;
pub mod matters;
pub mod model;
pub mod numbers;
pub mod own_work;
pub mod partition;
pub mod people;
pub mod photo;
pub mod place;
pub mod project;
pub mod query;
pub mod report;
pub mod request;
pub mod rights;
pub mod shapes;
pub mod survey;
pub mod tick;
pub mod timetable;

mod office;
mod open;

pub use clock::{Clock, HandClock, Ids, SystemClock};
pub use error::{AppError, Result};
pub use office::{App, Names, Person, allow as office_allow};
