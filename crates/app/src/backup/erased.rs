//! The list of what was erased, beside the backups: a backup that is older than an erasure must not undo it.
//!
//! Each backup adds to the list what the installation erased until then, and takes nothing away, so it also holds what
//! backups of earlier days do not know. It names ids and no person. What was erased after the last backup stands only
//! in the installation itself: when that is lost, it cannot be known.

use super::BackupError;
use super::write::beside;
use crate::office::App;
use guanjia_store::erased::Erased;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The name of the list.
pub const LIST: &str = "guanjia-erased.jsonl";

/// Reads a list.
///
/// # Errors
/// [`BackupError::Broken`] with the line that is none, else what the system says.
pub fn read_list(path: &Path) -> Result<Vec<Erased>, BackupError> {
    let text = fs::read_to_string(path).map_err(|error| BackupError::file(path, &error))?;
    let entry = |(n, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|error| BackupError::broken(path, &format!("line {}: {error}", n + 1)))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(entry).collect()
}

/// Adds what an installation has erased to the list beside a backup.
pub(super) fn keep_list(app: &App, backup: &Path) -> Result<(), BackupError> {
    let path = backup.with_file_name(LIST);
    let mut all: BTreeSet<Erased> =
        if path.exists() { read_list(&path)? } else { Vec::new() }.into_iter().collect();
    all.extend(app.db.read(|tx| -> Result<_, BackupError> { Ok(tx.all_erased()?) })?);
    let mut text = String::new();
    for entry in &all {
        text.push_str(&serde_json::to_string(entry).map_err(guanjia_store::StoreError::from)?);
        text.push('\n');
    }
    let part = beside(&path, "part");
    guanjia_store::files::write_whole(&part, text.as_bytes())
        .and_then(|()| fs::rename(&part, &path))
        .map_err(|error| BackupError::file(&path, &error))
}
