//! Lines that fit beside each other on a screen.

use super::tree::{extension, is_script};
use super::violation::Violation;

/// Longest line in characters.
const LONGEST: usize = 120;

/// Finds longer lines in what people write as code; prose, lists and data are left alone, and so are templates: in HTML
/// a line break is content.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    if !matches!(extension(path), "rs" | "js" | "mjs" | "css" | "sql" | "sh") && !is_script(path) {
        return Vec::new();
    }
    text.lines()
        .enumerate()
        .filter_map(|(place, line)| {
            let length = code_of(line).chars().count();
            let text = format!("{length} characters, at most {LONGEST}: break the line");
            (length > LONGEST).then(|| Violation::new(path, place + 1, text))
        })
        .collect()
}

/// A line without the text of its literals, from the first quotation mark to the last: breaking a sentence that people
/// read, or a line of data, makes neither easier to read.
fn code_of(line: &str) -> String {
    match (line.find('"'), line.rfind('"')) {
        (Some(first), Some(last)) if first < last => format!("{}{}", &line[..first], &line[last..]),
        _ => line.to_owned(),
    }
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
        let sentence = format!("say(\"{}\");", "字".repeat(LONGEST));
        assert!(check("crates/a/src/b.rs", &sentence).is_empty());
        let code = format!("{sentence}{}", "x".repeat(LONGEST));
        assert_eq!(check("crates/a/src/b.rs", &code).len(), 1);
    }
}
