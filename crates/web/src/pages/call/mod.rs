//! Calls for help, one file for each page or part of one.

pub(crate) mod act;
pub(crate) mod begin;
mod command;
pub(crate) mod duties;
mod forms;
pub(crate) mod letter;
pub(crate) mod link;
pub(crate) mod list;
pub(crate) mod show;
mod trail;
pub(crate) mod words;
