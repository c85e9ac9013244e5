//! A call for help (吹哨报到): who is asked for what by when, who leads, who assists, and how it ends.
//!
//! Everything is decided from the state alone: [`LIFE`] says which step leads from where, [`decide`] who may do it and
//! what else must hold. The first receiver leads until the next accepts; the steward stays accountable throughout. Free
//! words are in the vault; events hold ids, choices, dates and numbers of texts.

mod above;
mod apply;
mod chain;
mod command;
mod decide;
mod duties;
mod duty_list;
mod event;
mod life;
mod rule;
mod state;
#[cfg(test)]
mod tests;
mod unit;

pub use above::Above;
pub use chain::{Hand, way_round};
pub use command::Command;
pub use decide::{Context, blow, decide};
pub use duties::{DUTIES, Duty};
pub use duty_list::{DutyEntry, DutyList};
pub use event::{Blown, CallEvent};
pub use life::{Doer, LIFE, Stage, Step};
pub use rule::{ListedRule, Rule};
pub use state::{Assist, Call, Passing, Said, Visit};
pub use unit::HandlingUnit;
