//! Values that are put into a message.

use std::fmt::Write;

use fluent_bundle::FluentValue;

/// One argument of a message: a text or a whole number.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Words, put in as they are; pages escape them later.
    Text(&'a str),
    /// A whole number, without grouping; choices by number use the plural rules of the language.
    Number(i64),
}

impl Arg<'_> {
    pub(super) fn to_fluent(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text.to_owned()),
            Self::Number(number) => FluentValue::from(number),
        }
    }

    pub(super) fn write_to(self, text: &mut String) {
        match self {
            Self::Text(words) => text.push_str(words),
            // Writing into a String cannot fail.
            Self::Number(number) => _ = write!(text, "{number}"),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
