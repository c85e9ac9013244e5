//! Paths of somebody's machine.

use super::tree::{extension, is_script, is_test};
use super::violation::{Violation, line_of};

/// Where machines of developers and build servers keep things. Put together, so that this file does not hold them.
const PLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/tm", "p/"),
];

/// Finds absolute paths outside tests.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    let is_read = matches!(
        extension(path),
        "rs" | "js" | "mjs" | "css" | "html" | "sql" | "sh" | "toml" | "md" | "ftl"
    );
    if !(is_read || is_script(path)) || is_test(path) {
        return Vec::new();
    }
    // Behind a letter, a dot or a brace it is a part of a longer path, such as one of the service's own addresses.
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}".contains(c));
    let places = PLACES.iter().flat_map(|place| text.match_indices(place));
    places
        .filter(|(at, _)| begins(*at))
        .map(|(at, place)| {
            let cure = format!(
                "`{place}` is a place of one machine: take the path as an argument or from the clone"
            );
            Violation::new(path, line_of(text, at), cure)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found() {
        for place in PLACES {
            assert_eq!(
                check("crates/a/src/b.rs", &format!("\"x\"\n\"{place}y\"")).first().map(|one| one.line),
                Some(2)
            );
            assert_eq!(check("scripts/b.sh", &format!("cd {place}y")).len(), 1);
            assert!(check("crates/a/src/b.rs", &format!("\"/estates{place}y\"")).is_empty());
            assert!(check("crates/a/tests/b.rs", place).is_empty());
        }
    }
}
