//! What is wrong with a problem: the place in the interchange form, what it is, and the cure, in both languages.

use std::fmt;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, as a path into the JSON: `buildings[3].x`.
    pub path: String,
    chinese: String,
    english: String,
}

impl Fault {
    /// At a place, with the fault and its cure in both languages, without a full stop.
    pub fn new(path: impl Into<String>, chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { path: path.into(), chinese: chinese.into(), english: english.into() }
    }

    /// What it is and its cure, without the place in the form: for a page on which nobody sees the form.
    pub fn words(&self) -> (&str, &str) {
        (&self.chinese, &self.english)
    }

    /// In Chinese.
    pub fn chinese(&self) -> String {
        format!("{}：{}。", self.path, self.chinese)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}.", self.path, self.english)
    }
}

/// The first few of many names, and how many more there are.
pub fn some<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    let shown = names.iter().take(8).copied().collect::<Vec<_>>().join(", ");
    if names.len() > 8 { format!("{shown} … (+{})", names.len() - 8) } else { shown }
}
