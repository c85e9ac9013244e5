//! Common issues on both engines: the program finds, people decide, and what they decided holds.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test: what fails is its failure")]

#[path = "issues/decided.rs"]
mod decided;
#[path = "support/filled.rs"]
mod filled;
#[path = "issues/found.rs"]
mod found;
#[path = "issues/house.rs"]
mod house;
#[path = "issues/numbers.rs"]
mod numbers;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
