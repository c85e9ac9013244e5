//! Who looks after what: the plans that a secretary defends in a meeting. Pure: no I/O, no clock, no chance.
//!
//! Seeds, budgets of work and "stop now" come in as arguments, so the same input gives the same plan on any machine.

pub mod grids;
