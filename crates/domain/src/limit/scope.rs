//! What a row of the book of limits holds for.

use crate::matter::{MatterList, find_class};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// For which requests a limit holds. Written `urgent`, `0807`, `small`, `08`, `all`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Scope {
    /// Danger to life, whatever the matter.
    Urgent,
    /// One matter, by its code of four digits.
    Matter(String),
    /// Matters marked as small (小事不隔夜).
    Small,
    /// A class of matters, by its code of two digits.
    Class(String),
    /// Everything else.
    All,
}

/// A text is no scope.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is neither urgent, small, all, nor a code of two or four digits")]
pub struct NoScope(String);

impl Scope {
    /// The scopes that hold for a request, the one that comes first wins.
    #[must_use]
    pub fn chain(matters: &MatterList, matter: Option<&str>, urgent: bool) -> Vec<Self> {
        let known = matter.and_then(|code| Some((code, matters.get(code)?)));
        let urgent = urgent.then_some(Self::Urgent);
        let own = known.as_ref().map(|(code, _)| Self::Matter((*code).to_owned()));
        let small = known.as_ref().is_some_and(|(_, it)| it.small).then_some(Self::Small);
        let class = known.and_then(|(code, _)| code.get(..2)).map(|class| Self::Class(class.to_owned()));
        urgent.into_iter().chain(own).chain(small).chain(class).chain([Self::All]).collect()
    }

    /// Whether there is such a matter or class here.
    #[must_use]
    pub fn is_known(&self, matters: &MatterList) -> bool {
        match self {
            Self::Matter(code) => matters.get(code).is_some(),
            Self::Class(code) => find_class(code).is_some(),
            Self::Urgent | Self::Small | Self::All => true,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Urgent => "urgent",
            Self::Small => "small",
            Self::All => "all",
            Self::Matter(code) | Self::Class(code) => code,
        })
    }
}

impl FromStr for Scope {
    type Err = NoScope;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        Ok(match (text, text.len()) {
            ("urgent", _) => Self::Urgent,
            ("small", _) => Self::Small,
            ("all", _) => Self::All,
            (code, 4) if digits => Self::Matter(code.to_owned()),
            (code, 2) if digits => Self::Class(code.to_owned()),
            _ => return Err(NoScope(text.chars().take(40).collect())),
        })
    }
}

impl TryFrom<String> for Scope {
    type Error = NoScope;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Scope> for String {
    fn from(scope: Scope) -> Self {
        scope.to_string()
    }
}
