//! Pages, JSON API and live updates.

pub mod assets;
pub mod view;
pub mod words;
