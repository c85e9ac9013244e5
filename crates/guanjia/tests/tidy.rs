//! The repository's own lints: what the laws and the style ask for and a compiler does not see.
//!
//! Each rule is a function over text, in a file of its own, with tests that plant a violation and want it found. The
//! test here runs all rules over the repository and reports everything at once, each with its place and its cure.

mod tidy {
    pub mod layers;
    pub mod lines;
    pub mod locales;
    pub mod machine;
    pub mod orphans;
    pub mod purity;
    pub mod readme;
    pub mod rust;
    pub mod size;
    pub mod sql;
    pub mod styles;
    pub mod templates;
    pub mod tree;
    pub mod vendor;
    pub mod violation;
    pub mod words;
}

use tidy::tree::Tree;
use tidy::violation::Violation;
use tidy::{
    layers, lines, locales, machine, orphans, purity, readme, size, sql, styles, templates, vendor, words,
};

fn all(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    for file in tree.texts() {
        found.extend(size::one_file(&file.path, &file.text));
        found.extend(lines::check(&file.path, &file.text));
        found.extend(layers::check(&file.path, &file.text));
        found.extend(purity::check(&file.path, &file.text));
        found.extend(sql::check(&file.path, &file.text));
        found.extend(words::check(&file.path, &file.text));
        found.extend(machine::check(&file.path, &file.text));
        found.extend(templates::check(&file.path, &file.text));
    }
    found.extend(size::spread(tree));
    found.extend(locales::check(tree));
    found.extend(orphans::check(tree));
    found.extend(vendor::check(tree));
    found.extend(readme::check(tree));
    found.extend(styles::check(tree));
    found
}

#[test]
fn the_repository_is_tidy() {
    let tree = Tree::of_this_repository();
    assert!(tree.texts().count() > 50, "the tree was not read");
    let mut found = all(&tree);
    found.sort_by(|left, right| (&left.path, left.line).cmp(&(&right.path, right.line)));
    let report = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(found.is_empty(), "{} places are not tidy:\n{report}\n", found.len());
}
