//! Projects, one file for each page or part of one.

pub(crate) mod act;
pub(crate) mod begin;
mod command;
mod facts;
mod forms;
pub(crate) mod list;
pub(crate) mod notice;
pub(crate) mod photo;
pub(crate) mod piece;
pub(crate) mod plan;
mod record;
mod sent;
pub(crate) mod show;
pub(crate) mod slip;
pub(crate) mod slips;
mod steps;
mod table;
pub(crate) mod told;
mod words;
