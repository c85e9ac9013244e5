//! Calls for help (吹哨报到), one file for each thing.

mod act;
mod begin;
mod duties;
mod file;
mod find;
mod held;
mod link;
mod list;
mod names;
mod place;
mod sheet;
mod stand;
mod tell;

pub use act::CallDeed;
pub use begin::{CallDraft, NewCall};
pub use duties::DutyAt;
pub use file::FiledRequest;
pub use held::HeldCall;
pub use link::{CallLink, GivenLink};
pub use list::CallLine;
pub use names::UnitName;
pub use sheet::{CallSheet, CallStep};
pub use stand::CallStand;

pub(crate) use tell::{CALL_DUE_TIMER, CALL_OVERDUE_TIMER};
