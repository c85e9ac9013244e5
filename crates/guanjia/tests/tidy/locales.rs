//! Both languages say the same things: same keys, same variables, none twice.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Tree;
use super::violation::Violation;

const FOLDER: &str = "crates/web/locales/";
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Where a message stands and which variables it takes.
struct Message {
    path: String,
    line: usize,
    variables: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Compares the two languages.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    let [chinese, english] = LANGUAGES.map(|language| {
        let messages = read(tree, language, &mut found);
        if messages.is_empty() {
            found.push(Violation::new(FOLDER, 0, format!("no messages in {language}: write them")));
        }
        messages
    });
    found.extend(compare(&chinese, &english, LANGUAGES[1]));
    found.extend(compare(&english, &chinese, LANGUAGES[0]));
    found
}

/// All messages of a language, in `zh-CN.ftl` or in any file under `zh-CN/`.
fn read(tree: &Tree, language: &str, found: &mut Vec<Violation>) -> Messages {
    let (folder, file) = (format!("{FOLDER}{language}/"), format!("{FOLDER}{language}.ftl"));
    let mut messages = Messages::new();
    for file in tree.texts().filter(|one| one.path == file || one.path.starts_with(&folder)) {
        for (key, message) in parse(&file.path, &file.text) {
            let (path, line) = (message.path.clone(), message.line);
            if let Some(first) = messages.insert(key.clone(), message) {
                let cure = format!("`{key}` stands in {}:{} already: keep one", first.path, first.line);
                found.push(Violation::new(&path, line, cure));
            }
        }
    }
    messages
}

/// Messages, terms and attributes (`key.attribute`) of a Fluent file.
fn parse(path: &str, text: &str) -> Vec<(String, Message)> {
    let mut messages: Vec<(String, Message)> = Vec::new();
    let mut parent = String::new();
    for (place, line) in text.lines().enumerate() {
        let key = line.split_once('=').map_or("", |(key, _)| key.trim());
        let starts = |c: char| line.starts_with(c);
        let is_message = is_key(key.strip_prefix('-').unwrap_or(key)) && !starts(' ');
        let attribute = key.strip_prefix('.').filter(|key| is_key(key) && starts(' '));
        if is_message {
            parent = key.to_owned();
        }
        let key =
            if is_message { Some(parent.clone()) } else { attribute.map(|name| format!("{parent}.{name}")) };
        if let Some(key) = key {
            messages
                .push((key, Message { path: path.to_owned(), line: place + 1, variables: BTreeSet::new() }));
        }
        if let Some((_, message)) = messages.last_mut().filter(|_| !starts('#')) {
            message.variables.extend(variables(line));
        }
    }
    messages
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    let names = line.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
}

fn compare(from: &Messages, to: &Messages, language: &str) -> Vec<Violation> {
    from.iter()
        .filter_map(|(key, message)| {
            let cure = match to.get(key) {
                None => format!("`{key}` is missing in {language}: translate it"),
                Some(other) => {
                    let missing: Vec<_> = message.variables.difference(&other.variables).cloned().collect();
                    if missing.is_empty() {
                        return None;
                    }
                    format!("`{key}` does not use ${} in {language}: say it there too", missing.join(", $"))
                }
            };
            Some(Violation::new(&message.path, message.line, cure))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(chinese: &str, english: &str) -> Vec<String> {
        let (zh, en) = ("crates/web/locales/zh-CN/a.ftl", "crates/web/locales/en/a.ftl");
        check(&Tree::planted(&[(zh, chinese), (en, english)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn equal_languages_pass() {
        let text = "# note = x\nhello = { $name }\n    .title = a\nlong =\n    b = c\n    { $count }\n";
        assert_eq!(found(text, text), [""; 0]);
    }

    #[test]
    fn a_missing_key_attribute_or_variable_is_found() {
        assert_eq!(found("a = 1\nb = 2", "a = 1").len(), 1);
        assert_eq!(found("a = 1", "a = 1\nb = 2").len(), 1);
        assert!(found("a = 1\n    .x = 2", "a = 1")[0].contains("zh-CN/a.ftl:2: `a.x`"));
        assert!(found("a = { $n }", "a = one")[0].contains("$n"));
        assert_eq!(found("a = 1\na = 2", "a = 1").len(), 1);
        assert_eq!(found("", "").len(), 2, "an empty language");
    }

    #[test]
    fn one_file_a_language_is_read_too() {
        let tree = Tree::planted(&[
            ("crates/web/locales/zh-CN.ftl", "a = 1"),
            ("crates/web/locales/en.ftl", "b = 1"),
        ]);
        assert_eq!(check(&tree).len(), 2);
    }
}
