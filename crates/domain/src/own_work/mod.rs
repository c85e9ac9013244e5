//! What stewards and grid workers do on their own account: the beginning of a claim, groups, rounds, mediations,
//! leaflets.
//!
//! It is kept for the work, never for counting people: nothing here has a score, a rank, a time of presence or a way
//! that somebody walked. Names and free texts are in the vault, events hold ids and choices.

mod event;
mod groups;
mod hazard;
mod leaflet;
mod mediation;
mod round;
mod start;
#[cfg(test)]
mod tests;
mod work;

pub use event::WorkEvent;
pub use groups::{Group, GroupAdmin, GroupKind, MOST_GROUPS, MOST_MEMBERS};
pub use hazard::Hazard;
pub use leaflet::{Leaflet, LeafletKind, Put, Spot};
pub use mediation::{Dispute, KEPT_AFTER_CLOSING, MOST_MEETINGS, Mediation, Meeting, Outcome};
pub use round::{Finding, MOST_FINDINGS, Round};
pub use start::{EstateDesk, StartItem, StartLine};
pub use work::{Work, WorkKind};
