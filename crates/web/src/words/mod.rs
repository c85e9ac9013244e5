//! The words people read, in Chinese and in English.
//!
//! Every text of a page is a message of `locales/<tag>/*.ftl`. Messages without arguments are resolved once, at the
//! first use of a language; messages with plain arguments are cut into pieces at the same time, so that a page
//! of fifty rows costs no parsing. Only messages with a choice (`->`) go through the Fluent resolver.

mod arg;
mod catalogue;
mod language;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use arg::Arg;
pub use language::Language;

use catalogue::{Form, Message};

type Bundle = FluentBundle<FluentResource>;

/// All messages of one language.
pub struct Words {
    language: Language,
    plain: HashMap<&'static str, String>,
    patterns: HashMap<&'static str, Vec<Piece>>,
    bundle: Bundle,
}

/// A part of a message that was cut at its arguments.
enum Piece {
    Text(String),
    Argument(&'static str),
}

static CHINESE: LazyLock<Words> = LazyLock::new(|| Words::load(Language::ZhCn));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::load(Language::En));

impl Words {
    /// The words of a language; they are loaded once and live as long as the process.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhCn => &CHINESE,
            Language::En => &ENGLISH,
        }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message without arguments; an unknown key is shown as itself, so that a page never breaks.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The message with its arguments filled in; an argument that was not given is left out.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.patterns.get(key) {
            Some(pieces) => fill(pieces, args),
            None => self.resolve(key, args).unwrap_or_else(|| self.say(key).to_owned()),
        }
    }

    fn load(language: Language) -> Self {
        let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        let sources = catalogue::sources(language);
        for source in &sources {
            // A damaged file would be the fault of a build, which the tests refuse: what was read is kept.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        let mut words = Self { language, plain: HashMap::new(), patterns: HashMap::new(), bundle };
        for message in sources.iter().flat_map(|source| catalogue::messages(source)) {
            words.prepare(&message);
        }
        words
    }

    fn prepare(&mut self, message: &Message) {
        match message.form {
            Form::Plain => {
                let text = self.resolve(message.key, &[]).unwrap_or_default();
                self.plain.insert(message.key, text);
            }
            Form::Arguments => {
                let marks: Vec<String> = message.arguments.iter().map(|name| mark(name)).collect();
                let pairs = message.arguments.iter().copied().zip(marks.iter().map(|text| Arg::Text(text)));
                let text = self.resolve(message.key, &pairs.collect::<Vec<_>>()).unwrap_or_default();
                self.patterns.insert(message.key, cut(&text, &message.arguments));
            }
            Form::Choice => {}
        }
    }

    fn resolve(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            named.set(*name, value.to_fluent());
        }
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(message.value()?, Some(&named), &mut faults).into_owned())
    }
}

/// A stand-in for an argument that no text contains (private use area).
fn mark(name: &str) -> String {
    format!("\u{E000}{name}\u{E001}")
}

fn cut(text: &str, arguments: &[&'static str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split('\u{E000}') {
        match part.split_once('\u{E001}') {
            Some((name, rest)) => {
                pieces.extend(
                    arguments.iter().find(|known| **known == name).map(|known| Piece::Argument(known)),
                );
                pieces.push(Piece::Text(rest.to_owned()));
            }
            None => pieces.push(Piece::Text(part.to_owned())),
        }
    }
    pieces
}

fn fill(pieces: &[Piece], args: &[(&str, Arg<'_>)]) -> String {
    let mut text = String::with_capacity(48);
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Argument(name) => {
                if let Some((_, value)) = args.iter().find(|(given, _)| given == name) {
                    value.write_to(&mut text);
                }
            }
        }
    }
    text
}
