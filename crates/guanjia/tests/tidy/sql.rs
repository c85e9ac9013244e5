//! Law: SQL is written in `store` and nowhere else.

use super::rust;
use super::tree::is_test;
use super::violation::{Violation, line_of, word_offsets};

/// How a statement begins.
const BEGINNINGS: &[&str] =
    &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE "];

/// Checks string literals outside tests of the crates above and beside `store`.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    let is_store = path.starts_with("crates/store/");
    if is_store || is_test(path) {
        return Vec::new();
    }
    let place = |line: usize| {
        Violation::new(path, line, "SQL outside crates/store: give the store a function for it")
    };
    if path.ends_with(".sql") {
        return vec![place(0)];
    }
    if !path.ends_with(".rs") {
        return Vec::new();
    }
    let strings = rust::read(text).strings;
    let found = strings
        .iter()
        .filter(|(_, string)| BEGINNINGS.iter().any(|word| !word_offsets(string, word).is_empty()));
    found.map(|(at, _)| place(line_of(text, *at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_is_found() {
        for word in BEGINNINGS {
            let text = format!("fn f() {{\n    run(\"{word}x\")\n}}");
            assert_eq!(
                check("crates/app/src/a.rs", &text).iter().map(|one| one.line).collect::<Vec<_>>(),
                [2]
            );
            assert!(check("crates/store/src/a.rs", &text).is_empty());
        }
        assert_eq!(check("crates/app/src/a.sql", "").len(), 1);
    }

    #[test]
    fn prose_passes() {
        assert!(check("crates/app/src/a.rs", "// SELECT x\nfn f() { \"select one\" }").is_empty());
    }
}
