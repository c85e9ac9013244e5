//! The own work of stewards and grid workers on both engines.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "own_work/house.rs"]
mod house;
#[path = "own_work/leaflets.rs"]
mod leaflets;
#[path = "own_work/mediations.rs"]
mod mediations;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "own_work/rounds.rs"]
mod rounds;
#[path = "own_work/starts.rs"]
mod starts;
