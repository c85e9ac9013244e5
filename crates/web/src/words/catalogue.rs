//! The message files inside the program, and a reader of their outline.

use include_dir::{Dir, include_dir};

use super::Language;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The outline of one message: enough to know how to prepare it.
pub(super) struct Message {
    pub key: &'static str,
    /// Names of the arguments, in order of first appearance.
    pub arguments: Vec<&'static str>,
    pub form: Form,
}

/// How much work a message needs when it is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// No argument: resolved once.
    Plain,
    /// Arguments stand in it as they are: filled in by concatenation.
    Arguments,
    /// It chooses by an argument: resolved by Fluent each time.
    Choice,
}

/// The text of every file of a language.
pub(super) fn sources(language: Language) -> Vec<&'static str> {
    let folder = LOCALES.get_dir(language.tag());
    let files = folder.into_iter().flat_map(Dir::files);
    files.filter_map(include_dir::File::contents_utf8).collect()
}

/// The outlines of the messages of one file. A message starts in the first column with `key =` and goes on
/// over indented lines, as Fluent wants it.
pub(super) fn messages(source: &'static str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for line in source.lines() {
        let starts = line.starts_with(|first: char| first.is_ascii_lowercase());
        match line.split_once('=') {
            Some((key, rest)) if starts => {
                found.push(Message { key: key.trim(), arguments: Vec::new(), form: Form::Plain });
                note(found.last_mut(), rest);
            }
            _ if line.starts_with(' ') => note(found.last_mut(), line),
            _ => {}
        }
    }
    found
}

fn note(message: Option<&mut Message>, text: &'static str) {
    let Some(message) = message else { return };
    for part in text.split('$').skip(1) {
        let end =
            part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(part.len());
        let name = &part[..end];
        if !message.arguments.contains(&name) {
            message.arguments.push(name);
        }
    }
    message.form = match message.form {
        Form::Choice => Form::Choice,
        _ if text.contains("->") => Form::Choice,
        _ if message.arguments.is_empty() => Form::Plain,
        _ => Form::Arguments,
    };
}
