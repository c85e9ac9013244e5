//! Lines that fit beside each other on a screen.

use super::tree::{extension, is_script};
use super::violation::Violation;

/// Longest line in characters.
const LONGEST: usize = 120;

/// Finds longer lines in what people write as code; prose, lists and data are left alone.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    if !matches!(extension(path), "rs" | "js" | "mjs" | "css" | "html" | "sql" | "sh") && !is_script(path) {
        return Vec::new();
    }
    text.lines()
        .enumerate()
        .filter_map(|(place, line)| {
            let length = line.chars().count();
            let text = format!("{length} characters, at most {LONGEST}: break the line");
            (length > LONGEST).then(|| Violation::new(path, place + 1, text))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_found_at_its_place() {
        let text = format!("{}\n{}", "字".repeat(LONGEST), "x".repeat(LONGEST + 1));
        let found = check("crates/a/src/b.rs", &text);
        assert_eq!(found.iter().map(|one| one.line).collect::<Vec<_>>(), [2]);
        assert!(check("crates/a/data/b.csv", &text).is_empty());
    }
}
