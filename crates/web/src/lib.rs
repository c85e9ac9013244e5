//! Pages, JSON API and live updates: the async rim of the house.
//!
//! A handler reads what was sent, asks one use case, and renders. Whether something may be done, and what follows from
//! it, is decided below.

pub mod api;
pub mod assets;
pub mod connections;
pub mod demo;
pub mod refusals;
pub mod routes;
pub mod serve;
pub mod site;
pub mod view;
pub mod words;

mod address;
mod bodies;
#[cfg(test)]
mod contrast;
mod cookies;
mod error_page;
mod fault;
mod form;
mod limits;
mod look;
mod pages;
mod present;
mod security;
mod turns;
mod visitor;

pub use pages::reports::ReportLabels;
