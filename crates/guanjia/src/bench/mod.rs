//! Measuring: the real server in a process of its own, a load client in this one, and beside each figure what
//! the engine
//! itself can do on the same machine in the same run.

mod arrival;
mod boards;
mod bulk;
mod child;
mod client;
mod figures;
mod finished;
mod footprint;
mod house;
mod intake;
mod pgbench;
mod plain;
pub mod plan;
mod reports;
mod stream;
mod text;

pub use arrival::arrival;
pub use boards::boards;
pub use footprint::footprint;
pub use intake::intake;
pub use plain::{hello_server, minimal_server};
pub use reports::reports;
pub use stream::stream;
pub use text::text;

use std::path::PathBuf;

/// What a benchmark is run on.
pub struct Ground {
    /// An empty PostgreSQL database; else SQLite.
    pub database: Option<String>,
    /// The folder under which the data are made; they are removed at the end.
    pub folder: PathBuf,
    /// Figures as JSON.
    pub json: bool,
}

impl Ground {
    const fn engine(&self) -> &'static str {
        if self.database.is_some() { "postgres" } else { "sqlite" }
    }
}
