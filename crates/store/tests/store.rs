//! The store on both engines: every test runs the same body on SQLite and on PostgreSQL and compares what it says.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail loudly, as tests do")]

mod support;

#[path = "store/access.rs"]
mod access;
#[path = "store/boards.rs"]
mod boards;
#[path = "store/commit.rs"]
mod commit;
#[path = "store/copy.rs"]
mod copy;
#[path = "store/engines.rs"]
mod engines;
#[path = "store/facts.rs"]
mod facts;
#[path = "store/files.rs"]
mod files;
#[path = "store/house.rs"]
mod house;
#[path = "store/issues.rs"]
mod issues;
#[path = "store/memory.rs"]
mod memory;
#[path = "store/places.rs"]
mod places;
#[path = "store/plans.rs"]
mod plans;
#[path = "store/schema.rs"]
mod schema;
#[path = "store/tampering.rs"]
mod tampering;
#[path = "store/vault.rs"]
mod vault;
