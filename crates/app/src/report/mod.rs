//! The monthly report and the registers: reckoned from the requests whenever somebody looks, in batches, so that memory
//! stays the same however many there are.

mod book;
mod calls;
mod figures;
mod labels;
mod listing;
mod month;
mod public;
mod reckon;
mod register;
mod scope;

pub use book::{BookDone, ReportTurn};
pub use calls::{CallEntry, CallRegister};
pub use labels::{Labels, Sheet};
pub use listing::{Listing, Which};
pub use month::MonthReport;
pub use public::EstateFigures;
pub use register::{Cursor, RegisterLine, RegisterPage};
pub use scope::Scope;
