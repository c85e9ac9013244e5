//! Files that can be read in one sitting.

use super::tree::{Tree, extension, is_script, is_test};
use super::violation::Violation;

/// No file is longer, in lines.
const LONGEST: usize = 700;
/// No file of tests is longer.
const LONGEST_TEST: usize = 1_500;
/// Half of the Rust files outside tests are at most this long.
const MEDIAN: usize = 100;
/// Nine tenths of them are at most this long.
const NINE_TENTHS: usize = 350;

/// The bound of a single file.
pub fn one_file(path: &str, text: &str) -> Vec<Violation> {
    if !matches!(extension(path), "rs" | "js" | "mjs" | "css" | "html" | "sql" | "sh") && !is_script(path) {
        return Vec::new();
    }
    let (lines, limit) = (text.lines().count(), if is_test(path) { LONGEST_TEST } else { LONGEST });
    if lines <= limit {
        return Vec::new();
    }
    vec![Violation::new(path, 0, format!("{lines} lines, at most {limit}: split it by what it is about"))]
}

/// The bounds of all Rust files outside tests together.
pub fn spread(tree: &Tree) -> Vec<Violation> {
    let rust = tree.texts().filter(|file| extension(&file.path) == "rs" && !is_test(&file.path));
    let mut sizes: Vec<_> = rust.map(|file| (file.text.lines().count(), file.path.as_str())).collect();
    sizes.sort_unstable();
    [("half", MEDIAN, 2, 1), ("nine tenths", NINE_TENTHS, 10, 9)]
        .into_iter()
        .filter_map(|(share, limit, whole, part)| {
            let (lines, _) = *sizes.get(sizes.len().saturating_sub(1) * part / whole)?;
            let longest: Vec<_> =
                sizes.iter().rev().take(5).map(|(lines, path)| format!("{path} {lines}")).collect();
            let cure = format!(
                "{share} of the Rust files reach {lines} lines, at most {limit}: split some; the longest: {}",
                longest.join(", ")
            );
            (lines > limit).then(|| Violation::new("crates", 0, cure))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        let (fits, long) = ("x\n".repeat(LONGEST), "x\n".repeat(LONGEST + 1));
        assert!(one_file("crates/a/src/b.rs", &fits).is_empty());
        for path in ["crates/a/src/b.rs", "crates/a/assets/b.css", "scripts/b.sh", "test"] {
            assert_eq!(one_file(path, &long).len(), 1, "{path}");
        }
        assert!(one_file("crates/a/tests/b.rs", &long).is_empty());
        assert_eq!(one_file("crates/a/tests/b.rs", &"x\n".repeat(LONGEST_TEST + 1)).len(), 1);
    }

    #[test]
    fn too_many_long_files_are_found() {
        let (short, medium, long) = ("x\n".repeat(90), "x\n".repeat(120), "x\n".repeat(400));
        let tree = |texts: &[&str]| {
            let paths: Vec<_> = (0..texts.len()).map(|place| format!("crates/a/src/{place}.rs")).collect();
            let files: Vec<_> = paths.iter().zip(texts).map(|(path, text)| (path.as_str(), *text)).collect();
            spread(&Tree::planted(&files)).len()
        };
        assert_eq!(tree(&[&short, &short, &medium]), 0);
        assert_eq!(tree(&[&short, &medium, &medium]), 1, "the median");
        assert_eq!(tree(&[&short, &short, &short, &long]), 0, "a single one in four");
        let mut many = vec![short.as_str(); 10];
        many.extend([long.as_str(); 3]);
        assert_eq!(tree(&many), 1, "the tenth");
    }
}
