//! Words that must not be written.

use super::rust;
use super::tree::extension;
use super::violation::{Violation, line_of, word_offsets};

// The words are put together here, so that this file does not hold them.
const IN_CODE: &[(&str, &str)] = &[
    (concat!("un", "safe"), "find a safe way, or a crate that has one"),
    (concat!("todo", "!"), "finish it"),
    (concat!("unimplemented", "!"), "finish it"),
    (concat!("#[", "ignore"), "a test that does not run proves nothing: run it or delete it"),
];

const ANYWHERE: &[(&str, &str)] =
    &[(concat!("TO", "DO"), "do it, or open an issue"), (concat!("FIX", "ME"), "do it, or open an issue")];

/// Names that the glossary excludes: the service neither lists persons, nor ranks them, nor has them check in.
const NAMES: &[&str] = &[
    concat!("key_", "person"),
    concat!("Key", "Person"),
    concat!("score_", "rank"),
    concat!("Score", "Rank"),
    concat!("check", "_in"),
    concat!("Check", "In"),
];

/// Checks code for all words, other text for notes to oneself.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    let found = |(word, cure): &(&str, &str), at: usize| {
        Violation::new(path, line_of(text, at), format!("`{word}`: {cure}"))
    };
    let everywhere = |words: &'static [(&str, &str)], text: &str| -> Vec<Violation> {
        words
            .iter()
            .flat_map(|word| word_offsets(text, word.0).into_iter().map(move |at| found(word, at)))
            .collect()
    };
    let mut all = everywhere(ANYWHERE, text);
    if extension(path) == "rs" {
        let code = blanked(text);
        all.extend(everywhere(IN_CODE, &code));
    }
    if matches!(extension(path), "rs" | "js" | "mjs" | "css" | "html" | "sql" | "ftl") {
        let names =
            NAMES.iter().flat_map(|name| word_offsets(text, name).into_iter().map(move |at| (*name, at)));
        all.extend(names.map(|(name, at)| found(&(name, "the glossary excludes this name"), at)));
    }
    all
}

/// Code with its tests: they are held to the same words. The marker is altered, so that they are not left out.
fn blanked(text: &str) -> String {
    rust::read(&text.replace("#[cfg(test)]", "#[cfg(Test)]")).code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_code_and_in_tests() {
        for (word, _) in IN_CODE.iter().chain(ANYWHERE) {
            for text in [format!("\n{word}()"), format!("\n#[cfg(test)] mod tests {{ {word}() }}")] {
                assert_eq!(
                    check("crates/a/src/b.rs", &text).iter().map(|one| one.line).collect::<Vec<_>>(),
                    [2]
                );
            }
        }
        for name in NAMES {
            assert_eq!(check("crates/a/src/b.rs", &format!("let {name} = 1;")).len(), 1, "{name}");
            assert_eq!(check("crates/a/templates/b.html", name).len(), 1, "{name}");
        }
    }

    #[test]
    fn words_about_words_pass() {
        let text = format!("// {}\nlet check_input = \"{}\"; check_in_order", IN_CODE[0].0, IN_CODE[1].0);
        assert!(check("crates/a/src/b.rs", &text).is_empty());
        assert_eq!(check("README.md", ANYWHERE[0].0).len(), 1);
    }
}
