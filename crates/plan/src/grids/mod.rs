//! Design of grids.
#![allow(missing_docs)]

pub mod anneal;
pub mod chance;
pub mod connect;
pub mod metric;
pub mod model;
pub mod problem;
pub mod regions;
pub mod window;
pub mod cover;
pub mod estates;
pub mod begin;
pub mod bound;
pub mod median;
