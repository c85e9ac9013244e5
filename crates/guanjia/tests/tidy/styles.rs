//! A class means one thing: two style sheets that both begin the same class bend each other's pages unseen.

use super::tree::Tree;
use super::violation::Violation;
use std::collections::BTreeMap;

/// Finds classes that stand alone before a block in more than one sheet. What a sheet does to a class inside another
/// one, in a print or a wide view, is its own business.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for file in tree.texts().filter(|file| file.path.ends_with(".css")) {
        for (at, class) in classes(&file.text) {
            let owner = *first.entry(class.clone()).or_insert(&file.path);
            if owner != file.path {
                let cure = format!("`{class}` belongs to {owner}: take another name, or move it there");
                found.push(Violation::new(&file.path, at, cure));
            }
        }
    }
    found
}

/// The lines, from 1, that begin a block for one class alone.
fn classes(text: &str) -> impl Iterator<Item = (usize, String)> {
    text.lines().enumerate().filter_map(|(at, line)| {
        let class = line.strip_suffix(" {")?;
        let name = class.strip_prefix('.')?;
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        is_name.then(|| (at + 1, class.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_of_two_sheets_is_found_where_it_comes_again() {
        let tree = Tree::planted(&[
            ("a.css", ".tally {\n}\n.tally b {\n}\n"),
            ("b.css", ".other {\n}\n\n.tally {\n}\n"),
            ("c.css", "@media print {\n  .tally {\n  }\n}\n.other .tally {\n}\n"),
        ]);
        let found: Vec<_> = check(&tree).into_iter().map(|it| (it.path, it.line)).collect();
        assert_eq!(found, [("b.css".to_owned(), 4)]);
    }
}
