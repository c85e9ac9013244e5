//! What a backup says of itself.

use guanjia_domain::Moment;
use guanjia_store::Vault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the file; another number is another form.
pub(super) const FORM: &str = "guanjia-backup/1";
/// Where it stands in the archive.
pub(super) const ENTRY: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file.
    pub form: String,
    /// The version of the program that made it.
    pub program: String,
    /// When, in milliseconds UTC.
    pub made_at: Moment,
    /// By which the key is known again; it says nothing about it.
    pub key: String,
    /// Every other entry of the archive.
    pub entries: BTreeMap<String, EntryFacts>,
    /// How many events of the ledgers it holds.
    pub events: u64,
    /// Photos that were erased while the backup was made: the rows name them, the files are gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

/// What an entry must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// How many rows; 0 for a photo.
    #[serde(default)]
    pub rows: u64,
    /// SHA-256 of what it unpacks to, in hexadecimal digits.
    pub sha256: String,
}

/// By which a key is known again.
pub(super) fn fingerprint(vault: &Vault) -> String {
    hex(&vault.index().value("", "backup", "key"))
}

/// Hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
