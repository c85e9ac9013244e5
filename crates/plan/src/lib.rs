//! Who looks after what: plans that a secretary can defend in a meeting. Pure.
//!
//! Nothing here does input or output, reads a clock, draws from chance or starts a thread: limits of time come in as a
//! question "shall I stop?", and a seed comes in as a number. The same input and seed give the same plan.

pub mod allocation;
pub mod grids;
