//! Putting a common issue right (整改): what is needed where, who may decide, who objects, what is designed, approved,
//! done and accepted, which piece of work serves which door, and who is told.
//!
//! Everything is decided from the state alone, as with requests: [`LIFE`] says which step leads from where,
//! [`decide`] what else must hold. Free words and photos are in the vault; events hold ids, choices and numbers.

mod apply;
mod bill;
mod command;
mod decide;
mod delivery;
mod event;
mod life;
mod next;
mod owner;
mod place;
mod state;
#[cfg(test)]
mod tests;
mod told;

pub use bill::{Bill, BillLine, Fund, MOST_PIECES};
pub use command::Command;
pub use decide::{Context, begin, decide};
pub use delivery::{Got, Item, Outcome, Serve, Tally, Why, outcomes, tally};
pub use event::{Begun, ProjectEvent};
pub use life::{LIFE, Stage, Step};
pub use next::Next;
pub use owner::{Decider, Owner};
pub use place::{Demand, Door, MOST_DEMANDS, Need};
pub use state::{Acceptance, Approval, Council, NotNow, Objection, Project, Voice};
pub use told::{Hearer, Telling, Told, Way, closing_verbs, hearers};
