//! One file for each command.

pub mod address;
pub mod alarms;
pub mod allocate;
pub mod backup;
pub mod bench;
pub mod classify;
pub mod community;
pub mod deadline;
pub mod demo;
pub mod discover;
pub mod doctor;
pub mod export;
pub mod grids;
pub mod import;
pub mod rebuild;
pub mod report;
pub mod restore;
pub mod serve;
pub mod settings;
pub mod similar;
pub mod train;
pub mod user;
pub mod verify;
