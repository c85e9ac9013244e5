//! Files that nothing refers to any more.

use super::tree::{File, Tree, extension, is_vendored};
use super::violation::Violation;

/// Finds modules outside the module tree, and templates, assets and scripts that no other file names.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let readers: Vec<_> = tree.texts().filter(|file| extension(&file.path) != "md").collect();
    tree.below("")
        .filter(|file| !is_vendored(&file.path))
        .filter(|file| is_orphan(file, tree, &readers))
        .map(|file| Violation::new(&file.path, 0, "nothing refers to this file: use it or delete it"))
        .collect()
}

fn is_orphan(file: &File, tree: &Tree, readers: &[&File]) -> bool {
    let path = file.path.as_str();
    let name = path.rsplit('/').next().unwrap_or(path);
    let named =
        |needle: &str| readers.iter().any(|reader| reader.path != path && reader.text.contains(needle));
    let stem = name.split('.').next().unwrap_or(name);
    if extension(path) == "rs" {
        return is_loose_module(path, tree) && !named(&format!("{name}\"]"));
    }
    if let Some(template) = path.strip_prefix("crates/web/templates/") {
        return !named(template) && !named(&format!("\"{name}\""));
    }
    if path.starts_with("crates/web/assets/") {
        // Style sheets are named by their stem, in the order of the cascade.
        return !named(name) && !named(&format!("\"{stem}\""));
    }
    let is_run_by_folder = path.starts_with("scripts/full/") || path.starts_with("scripts/checks/");
    path.starts_with("scripts/") && !is_run_by_folder && !named(name) && !is_tool(file)
}

/// A command that people start by hand says so in its head: it has an interpreter line.
fn is_tool(file: &File) -> bool {
    file.bytes().starts_with(b"#!")
}

/// Whether no parent declares the module. Roots of crates, tests, benches and examples have no parent.
fn is_loose_module(path: &str, tree: &Tree) -> bool {
    let parts: Vec<_> = path.split('/').collect();
    let ["crates", _, kind, inner @ ..] = parts.as_slice() else { return false };
    let [folders @ .., name] = inner else { return false };
    let is_root = match *kind {
        "src" => matches!((folders, *name), ([], "lib.rs" | "main.rs") | (["bin"], _)),
        _ => folders.is_empty(),
    };
    if is_root {
        return false;
    }
    let (module, above) = match (name.strip_suffix(".rs").unwrap_or(name), folders) {
        ("mod", [above @ .., module]) => (*module, above),
        (module, above) => (module, above),
    };
    let folder = parts[..3].iter().chain(above).copied().collect::<Vec<_>>().join("/");
    let mut parents = vec![format!("{folder}.rs"), format!("{folder}/mod.rs")];
    match (above, *kind) {
        ([], "src") => parents.extend(["lib", "main"].map(|root| format!("{folder}/{root}.rs"))),
        // Each file directly under `tests` is a crate of its own; any of them may declare a shared module.
        ([], _) => parents.extend(files_directly_under(tree, &folder)),
        _ => {}
    }
    let declaration = format!("mod {module};");
    !parents.iter().filter_map(|parent| tree.get(parent)).any(|parent| parent.text.contains(&declaration))
}

fn files_directly_under(tree: &Tree, folder: &str) -> Vec<String> {
    let prefix = format!("{folder}/");
    let files = tree.below(&prefix).filter(|file| !file.path[prefix.len()..].contains('/'));
    files.map(|file| file.path.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orphans(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::planted(files)).into_iter().map(|one| one.path).collect()
    }

    #[test]
    fn a_loose_module_is_found() {
        let files = [
            ("crates/a/src/lib.rs", "mod b;\npub mod c;"),
            ("crates/a/src/b.rs", "mod used;"),
            ("crates/a/src/b/used.rs", ""),
            ("crates/a/src/b/loose.rs", ""),
            ("crates/a/src/c/mod.rs", ""),
            ("crates/a/src/d/mod.rs", ""),
            ("crates/a/tests/story.rs", "mod support;\n#[path = \"../odd/place.rs\"]\nmod place;"),
            ("crates/a/tests/support/mod.rs", "pub mod server;"),
            ("crates/a/tests/support/server.rs", ""),
            ("crates/a/tests/support/forgotten.rs", ""),
            ("crates/a/odd/place.rs", ""),
        ];
        let found =
            ["crates/a/src/b/loose.rs", "crates/a/src/d/mod.rs", "crates/a/tests/support/forgotten.rs"];
        assert_eq!(orphans(&files), found);
    }

    #[test]
    fn a_dead_template_asset_or_script_is_found() {
        let files = [
            ("crates/web/src/lib.rs", "path = \"desk/board.html\"; [\"tokens\"]"),
            ("crates/web/templates/desk/board.html", "{% include \"row.html\" %} map.js"),
            ("crates/web/templates/desk/row.html", ""),
            ("crates/web/templates/desk/dead.html", "dead.html"),
            ("crates/web/assets/css/tokens.css", ""),
            ("crates/web/assets/js/map.js", ""),
            ("crates/web/assets/js/dead.js", ""),
            ("scripts/full/long.sh", ""),
            ("scripts/lib.sh", ""),
            ("scripts/dead.sh", ""),
            ("scripts/by-hand.sh", "#!/bin/sh"),
            ("run", "source scripts/lib.sh"),
        ];
        let found =
            ["crates/web/templates/desk/dead.html", "crates/web/assets/js/dead.js", "scripts/dead.sh"];
        assert_eq!(orphans(&files), found);
    }
}
