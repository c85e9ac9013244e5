//! What the file says of itself.

use guanjia_domain::{CommunityCode, Moment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the file; another number is another form.
pub(super) const FORM: &str = "guanjia-export/1";
/// Where it stands in the archive.
pub(super) const ENTRY: &str = "manifest.json";

/// What the file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file.
    pub form: String,
    /// The version of the program that made it.
    pub program: String,
    /// When, in milliseconds UTC.
    pub made_at: Moment,
    /// The community, where only one left; `None` for the whole installation.
    pub community: Option<CommunityCode>,
    /// How many lines each table has; `texts.jsonl` too.
    pub lines: BTreeMap<String, u64>,
    /// SHA-256 of every entry but this and those for people to read, in hexadecimal digits.
    pub sha256: BTreeMap<String, String>,
}

/// Hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits; `None` for anything else.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let even = text.is_ascii() && text.len().is_multiple_of(2);
    let pair = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    (0..text.len()).step_by(2).map(pair).collect::<Option<Vec<u8>>>().filter(|_| even)
}
