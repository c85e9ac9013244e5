//! What is wrong with an input, by its place, in both languages.

/// A place of the input that cannot be used, and the cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: a JSON path such as `estates[3].households`.
    pub path: String,
    /// What is wrong and what to do, in Chinese, without the path.
    pub chinese: String,
    /// The same in English.
    pub english: String,
}

impl Fault {
    /// At a place.
    pub fn new(path: impl Into<String>, chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { path: path.into(), chinese: chinese.into(), english: english.into() }
    }
}
