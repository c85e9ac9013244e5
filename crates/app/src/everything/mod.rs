//! Leaving guanjia, and coming back: everything of an installation in one file that needs no program and no key.
//!
//! Unlike a backup it holds names, words and photos in clear, so it asks for a reason and stands in every access log.
//! The form is described in `docs/export-format.md`, which lies in every file as README.md.

mod accounts;
mod findable;
mod line;
mod manifest;
mod read;
mod write;

pub use manifest::Manifest;
pub use read::{BroughtIn, bring_in, is_everything};
pub use write::{Leaving, write};

use crate::error::AppError;
use guanjia_store::StoreError;
use guanjia_store::access::LinkKind;
use guanjia_store::copy::Copied;
use guanjia_store::value::Value;
use std::io;
use std::path::Path;
use zip::result::ZipError;

/// Work goes on: so many rows and photos are done.
pub type Progress<'a> = &'a mut dyn FnMut(u64);

/// Tables that are left out, because they are of no use elsewhere or bound to the key: the vault is opened, what makes
/// it findable is made anew, and everybody signs in by a new invitation: passwords, second factors and recovery codes
/// stay behind; accounts without them are opened anew.
const LEFT_OUT: [&str; 8] = [
    "vault",
    "search_entry",
    "contact",
    "sign_in_name",
    "account",
    "account_guard",
    "second_factor",
    "recovery_code",
];
/// Links of these kinds let somebody in who signs in; the others are those of residents and handlers, who keep theirs.
const CLOSED_LINKS: [LinkKind; 4] =
    [LinkKind::Api, LinkKind::Invitation, LinkKind::SecondStep, LinkKind::View];
/// Where the texts stand.
const TEXTS: &str = "texts.jsonl";

/// Why everything could not be handed over or taken in. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum LeavingError {
    /// The file is there already, and nothing is overwritten.
    #[error("{0} exists already, and nothing is overwritten")]
    Exists(String),
    /// There is an installation already.
    #[error("{0} holds an installation already, and everything can only be taken into an empty one")]
    NotEmpty(String),
    /// It is no such file, or not all of it.
    #[error("{path} cannot be taken in: {reason}")]
    Broken {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// What was taken in does not verify.
    #[error("what was taken in does not verify: {0}")]
    Unsound(String),
    /// What the store says.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What a use case says.
    #[error(transparent)]
    App(#[from] AppError),
}

impl LeavingError {
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

/// Whether a row moves: links by which somebody signs in stay where they are.
fn is_taken(table: &Copied, row: &[Value]) -> bool {
    let kind = table.columns.iter().position(|column| *column == "kind").and_then(|at| row.get(at));
    let is_closed = |kind: &str| CLOSED_LINKS.iter().any(|closed| closed.name() == kind);
    table.name != "link" || !matches!(kind, Some(Value::Text(kind)) if is_closed(kind))
}
