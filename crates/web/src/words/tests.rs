//! Both languages are complete, and nothing in them is unused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Language, Words, catalogue};

type Outline = BTreeMap<&'static str, BTreeSet<&'static str>>;

fn outline(language: Language) -> Outline {
    let mut found = Outline::new();
    for source in catalogue::sources(language) {
        for message in catalogue::messages(source) {
            let before = found.insert(message.key, message.arguments.into_iter().collect());
            assert!(before.is_none(), "{} has the key `{}` twice", language.tag(), message.key);
        }
    }
    assert!(!found.is_empty(), "no words for {}", language.tag());
    found
}

/// The text of every template and of every Rust file of this crate but the tests of this module.
fn program_text() -> String {
    fn gather(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a source folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, text);
            } else if !path.ends_with("words/tests.rs") {
                text.push_str(&std::fs::read_to_string(&path).expect("a source file"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    gather(&root.join("templates"), &mut text);
    gather(&root.join("src"), &mut text);
    text
}

fn quoted<'a>(text: &'a str, opening: &str) -> BTreeSet<&'a str> {
    let calls = text.split(opening).skip(1);
    calls.filter_map(|rest| rest.split_once('"')).map(|(key, _)| key).collect()
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let chinese = outline(Language::ZhCn);
    let english = outline(Language::En);
    for (key, arguments) in &chinese {
        assert_eq!(english.get(key), Some(arguments), "`{key}` differs between zh-CN and en");
    }
    for key in english.keys() {
        assert!(chinese.contains_key(key), "`{key}` is in en and not in zh-CN");
    }
}

#[test]
fn every_key_that_is_said_exists() {
    let text = program_text();
    let known = outline(Language::ZhCn);
    for opening in ["say(\"", "say_with(\"", "Problem::of(words, \""] {
        for key in quoted(&text, opening) {
            assert!(known.contains_key(key), "`{key}` is said and is not in locales/zh-CN");
        }
    }
}

#[test]
fn no_key_is_unused() {
    let text = program_text();
    let unused: Vec<_> =
        outline(Language::ZhCn).into_keys().filter(|key| !text.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_file_is_read_without_a_fault() {
    for language in Language::ALL {
        for source in catalogue::sources(language) {
            let read = fluent_bundle::FluentResource::try_new(source.to_owned());
            assert!(read.is_ok(), "{} has a message that Fluent cannot read", language.tag());
        }
    }
}

#[test]
fn arguments_are_filled_in_with_and_without_the_resolver() {
    let english = Words::of(Language::En);
    assert_eq!(english.say_with("time-minutes-ago", &[("n", 3_i64.into())]), "3 min ago");
    assert_eq!(english.say_with("count-households", &[("n", 1_i64.into())]), "1 household");
    assert_eq!(english.say_with("count-households", &[("n", 2_i64.into())]), "2 households");
    assert_eq!(english.say("no-such-key"), "no-such-key");
}

#[test]
fn the_language_is_negotiated() {
    assert_eq!(Language::negotiate("fr;q=1, en-GB;q=0.8"), Language::En);
    assert_eq!(Language::negotiate("zh-TW,en"), Language::ZhCn);
    assert_eq!(Language::negotiate(""), Language::ZhCn);
}
