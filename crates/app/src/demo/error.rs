//! Why there is no demo.

use crate::error::AppError;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder holds an installation that is not a demo.
    #[error("{0} holds an installation that is no demo; name another folder with --data")]
    NotADemo(String),
    /// The PostgreSQL database holds something already, and not this demo.
    #[error(
        "the database is not empty and does not hold the demo of {0}; make an empty database for the demo"
    )]
    NotEmpty(String),
    /// The making failed.
    #[error(transparent)]
    App(#[from] AppError),
}
