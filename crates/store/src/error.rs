//! What can go wrong below the use cases.

/// The database or the files could not do it. Nothing was changed, but for [`StoreError::Unknown`].
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full, the server is away, the queue is full: try again in a moment.
    #[error("the database cannot take this now: {0}")]
    Unavailable(String),
    /// The connection broke while the commit was under way: it may have been done. Sending the same id again
    /// tells.
    #[error("whether the change was stored is not known: {0}")]
    Unknown(String),
    /// A statement was refused: a row exists already, or a mistake of ours.
    #[error("the database refused a statement: {0}")]
    Refused(String),
    /// What is stored cannot be read.
    #[error("stored data are damaged: {0}")]
    Damaged(String),
    /// The key does not open what it should.
    #[error("the key does not fit the data: {0}")]
    WrongKey(String),
    /// The database belongs to another version of the program.
    #[error("{0}")]
    Schema(String),
    /// A file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// Which file.
        path: String,
        /// What the system says.
        reason: String,
    },
}

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

impl StoreError {
    /// Names the file in an error of the system.
    #[must_use]
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), reason: error.to_string() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull, SystemIoFailure};
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(DiskFull | SystemIoFailure | DatabaseBusy | DatabaseLocked) => Self::Unavailable(text),
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Self::Damaged(text)
            }
            _ => Self::Refused(text),
        }
    }
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        let text = error.as_db_error().map_or_else(|| error.to_string(), |db| db.message().to_owned());
        match error.code().map(tokio_postgres::error::SqlState::code) {
            // Insufficient resources, operator intervention, deadlock or serialisation: another try may succeed.
            Some(code) if ["53", "57", "40"].iter().any(|class| code.starts_with(class)) => {
                Self::Unavailable(text)
            }
            Some(_) => Self::Refused(text),
            None => Self::Unavailable(text),
        }
    }
}

impl From<guanjia_domain::house::Misfit> for StoreError {
    fn from(misfit: guanjia_domain::house::Misfit) -> Self {
        Self::Damaged(misfit.to_string())
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}
