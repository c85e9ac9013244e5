//! Vendored files are what `VENDOR.md` beside them says: name and SHA-256 on one line.

use sha2::{Digest, Sha256};

use super::tree::Tree;
use super::violation::Violation;

const FOLDER: &str = "crates/web/assets/vendor/";
const LIST: &str = "crates/web/assets/vendor/VENDOR.md";

/// Compares the list with the files, both ways.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let list = tree.get(LIST).map_or("", |file| file.text.as_str());
    let mut found = Vec::new();
    let mut sums = Vec::new();
    for file in tree.below(FOLDER).filter(|file| file.path != LIST) {
        let (name, sum) = (&file.path[FOLDER.len()..], sha256(&file.bytes()));
        let listed = list.lines().find(|line| line.contains(&sum));
        if !listed.is_some_and(|line| line.contains(name)) {
            let cure = format!("{LIST} has no line with `{name}` and {sum}: renew the file or the list");
            found.push(Violation::new(&file.path, 0, cure));
        }
        sums.push(sum);
    }
    for (place, line) in list.lines().enumerate() {
        let words = line.split(|c: char| !c.is_ascii_alphanumeric());
        for sum in words.filter(|word| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
        {
            if !sums.iter().any(|present| present == sum) {
                found.push(Violation::new(
                    LIST,
                    place + 1,
                    format!("no vendored file has {sum}: delete the line"),
                ));
            }
        }
    }
    found
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &str) -> usize {
        let file = "crates/web/assets/vendor/a.js";
        check(&Tree::planted(&[(file, "abc"), (LIST, list)])).len()
    }

    #[test]
    fn a_changed_unlisted_or_missing_file_is_found() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), sum);
        assert_eq!(found(&format!("| a.js | 1.0 | `{sum}` |")), 0);
        assert_eq!(found(""), 1, "unlisted");
        assert_eq!(found(&format!("| b.js | `{sum}` |")), 1, "another name");
        let other = "0".repeat(64);
        assert_eq!(found(&format!("| a.js | `{other}` |")), 2, "changed: the file and the line");
    }
}
