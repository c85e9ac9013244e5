//! The only SQL: ledger, read tables, vault and files on SQLite and PostgreSQL.

pub mod access;
mod allocations;
pub mod bare;
mod behind;
mod calls;
pub mod chain;
pub mod copy;
pub mod engine;
pub mod erased;
pub mod error;
mod facts;
pub mod files;
mod grid_designs;
mod hand_overs;
mod health;
pub mod held;
pub mod issues;
pub mod ledger;
mod load_comments;
mod own_work;
pub mod places;
mod projects;
pub mod requests;
pub mod rights;
mod surveys;
pub mod tables;
pub mod tallies;
pub mod timers;
pub mod value;
pub mod vault;
pub mod verify;
mod views;

mod db;
mod deeds;
mod memory;
mod migrate;
mod writer;

pub use db::{Answer, Db, Location};
pub use engine::Tx;
pub use error::{Result, StoreError};
pub use vault::{Key, Kind, Slot, Vault};
