//! One file for each thing people do.
pub mod photo;
