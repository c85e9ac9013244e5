//! What was wrong with a form, and what to do about it.

use crate::words::{Arg, Words};

/// One thing that was wrong: which field, what, and the cure. Shown beside the field and in a list on top of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the form field; empty for the form as a whole.
    pub field: String,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// What to do, in the reader's language.
    pub cure: String,
}

impl Problem {
    /// A problem whose words are the messages `key` and `cure`, with the same arguments.
    pub fn new(words: &Words, field: &str, key: &str, cure: &str, args: &[(&str, Arg<'_>)]) -> Self {
        Self { field: field.to_owned(), message: words.say_with(key, args), cure: words.say_with(cure, args) }
    }
}

/// The problems of one form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Whether the form is fine.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All problems in the order of the form.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|problem| problem.field == field)
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems)
    }
}
