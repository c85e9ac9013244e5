//! The monthly report and the registers (台账): which figures there are, and which requests stand behind each.
//!
//! A figure is a predicate over a request and a month, and nothing else: whatever is counted can be listed, so every
//! figure leads to its requests. Nothing here is ever stored.

mod figure;
mod month;
mod public;
mod reckoning;
mod small;
mod tally;

#[cfg(test)]
mod tests;

pub use figure::{Figure, Register, has_overrun, is_done};
pub use month::{Month, NoMonth, day_of, start_of};
pub use public::{PublicLine, PublicTally};
pub use reckoning::Reckoning;
pub use small::{LEAST_SHOWN, Shown, shown_parts};
pub use tally::{Split, Tally};
