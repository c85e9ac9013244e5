//! One file for each command.

pub mod allocate;
pub mod bench;
pub mod community;
pub mod deadline;
pub mod demo;
pub mod import;
pub mod rebuild;
pub mod serve;
pub mod user;
pub mod verify;
