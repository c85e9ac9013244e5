//! Backups: an installation as one file, made while it is in use, and brought back on either engine.
//!
//! The file is a ZIP archive that any tool opens: `tables/NAME.jsonl` has a row a line, `photos/…` the photos, sealed
//! as they lie on the disk, and `manifest.json` says how many rows there are and what each entry hashes to. The key is
//! not in it: who finds a backup finds no name and no word. Without the key it cannot be used, so the key is kept
//! elsewhere.

mod erased;
mod known;
mod manifest;
mod read;
mod rows;
mod write;

pub use erased::{LIST, read_list};
pub use known::Backups;
pub use manifest::Manifest;
pub use read::{Restored, Target, restore};
pub use write::{Written, note_failure, write};

use crate::error::AppError;
use guanjia_store::StoreError;
use std::io;
use std::path::Path;
use zip::result::ZipError;

/// Work on a backup goes on: so many rows and photos are done.
pub type Progress<'a> = &'a mut dyn FnMut(u64);

/// Why a backup could not be made or brought back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file is there already: a backup is never overwritten.
    #[error("{0} exists already, and a backup is never overwritten")]
    Exists(String),
    /// There is an installation where the backup is to be brought back to.
    #[error("{0} holds an installation already, and restoring never overwrites one")]
    NotEmpty(String),
    /// It is no backup, or not all of it.
    #[error("{path} cannot be used as a backup: {reason}")]
    Broken {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The key is not the one under which the backup was sealed.
    #[error("the key is not the one that {0} was sealed with")]
    OtherKey(String),
    /// What was copied does not verify: the installation itself is damaged.
    #[error("the copy does not verify: {0}")]
    Unsound(String),
    /// What the store says.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What a use case says.
    #[error(transparent)]
    App(#[from] AppError),
}

impl BackupError {
    fn broken(path: &Path, reason: &impl ToString) -> Self {
        Self::Broken { path: path.display().to_string(), reason: reason.to_string() }
    }

    fn file(path: &Path, error: &io::Error) -> Self {
        StoreError::file(path, error).into()
    }

    fn zip(path: &Path, error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => Self::file(path, &error),
            other => Self::broken(path, &other),
        }
    }
}
