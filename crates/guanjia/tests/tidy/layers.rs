//! The direction of dependencies: downwards only.

use super::violation::Violation;

/// Each crate with those it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("discover", &["domain"]),
    ("plan", &["domain"]),
    ("simulate", &["domain"]),
    ("sheets", &["domain"]),
    ("store", &["domain", "discover"]),
    ("app", &["domain", "discover", "plan", "simulate", "sheets", "store"]),
    ("web", &["domain", "discover", "simulate", "sheets", "store", "app"]),
    ("guanjia", &["domain", "discover", "plan", "simulate", "sheets", "store", "app", "web"]),
];

/// Checks a crate's manifest; other files pass.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    let Some(name) = path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) else {
        return Vec::new();
    };
    let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == name) else {
        let cure = "this crate has no layer: say in tests/tidy/layers.rs what it may use";
        return vec![Violation::new(path, 0, cure)];
    };
    let mut counts = false;
    let mut found = Vec::new();
    for (place, line) in text.lines().enumerate() {
        if let Some(section) = line.trim().strip_prefix('[') {
            // `[dependencies]`, `[build-dependencies]`, `[target.….dependencies]`; what tests use is free.
            counts = section.contains("dependencies") && !section.contains("dev-dependencies");
        }
        let key = line.trim_start_matches('[').trim_start_matches("dependencies.");
        if let Some(rest) = key.strip_prefix("guanjia-").filter(|_| counts) {
            let used = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            if !allowed.contains(&used) {
                let cure = format!("{name} must not use {used}: move what is needed to a layer below both");
                found.push(Violation::new(path, place + 1, cure));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upward_dependency_is_found() {
        for (manifest, line) in [
            ("[dependencies]\nserde = 1\nguanjia-store.workspace = true\n", 3),
            ("[dependencies.guanjia-app]\npath = \"../app\"\n", 1),
            ("[target.'cfg(unix)'.dependencies]\nguanjia-web = { path = \"../web\" }\n", 2),
            ("[build-dependencies]\nguanjia-sheets.workspace = true\n", 2),
        ] {
            let found = check("crates/domain/Cargo.toml", manifest);
            assert_eq!(found.iter().map(|one| one.line).collect::<Vec<_>>(), [line], "{manifest}");
        }
    }

    #[test]
    fn downward_and_test_dependencies_pass() {
        assert!(
            check("crates/app/Cargo.toml", "[dependencies]\nguanjia-store.workspace = true\n").is_empty()
        );
        assert!(check("crates/domain/Cargo.toml", "[dev-dependencies]\nguanjia-simulate = 1\n").is_empty());
    }

    #[test]
    fn a_crate_without_a_layer_is_found() {
        assert_eq!(check("crates/helpers/Cargo.toml", "").len(), 1);
    }
}
