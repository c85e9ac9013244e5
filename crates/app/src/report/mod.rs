//! The monthly report and the registers: reckoned from the requests whenever somebody looks, in batches, so that memory
//! stays the same however many there are.

mod book;
mod month;
mod public;
mod register;
mod scope;

pub use book::{BookDone, Labels, ReportTurn, Sheet};
pub use month::MonthReport;
pub use public::EstateFigures;
pub use register::{Cursor, Listing, RegisterLine, RegisterPage, Which};
pub use scope::Scope;
