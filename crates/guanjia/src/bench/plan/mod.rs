//! Plans against the clock and their bounds.

mod allocation;

pub use allocation::allocation;
