//! What was said at a door.

use crate::ids::AnswerId;
use crate::party::Actor;
use crate::refusal::Refusal;
use crate::worded::worded;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

worded! {
    /// What came out at a door.
    Said {
        /// Yes, affected.
        Affected = "affected";
        /// No.
        NotAffected = "not_affected";
        /// Nobody opened: come again.
        NobodyHome = "nobody_home";
        /// They did not want to say.
        Refused = "refused";
        /// They could not say.
        Unknown = "unknown";
    }
}

impl Said {
    /// Whether it tells how things are there.
    #[must_use]
    pub const fn tells(self) -> bool {
        matches!(self, Self::Affected | Self::NotAffected)
    }
}

worded! {
    /// How it was asked.
    Way {
        /// At the door.
        AtDoor = "at_door";
        /// By phone, where nobody was at home.
        ByPhone = "by_phone";
    }
}

/// Since when, as well as people know: a year, a month or a day. Written `2026`, `2026-03` or `2026-03-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Since {
    first: Date,
    parts: u8,
}

impl Since {
    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.first
    }
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        match self.parts {
            1 => write!(f, "{year:04}"),
            2 => write!(f, "{year:04}-{month:02}"),
            _ => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl FromStr for Since {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (whole, parts) = match text.len() {
            4 => (format!("{text}-01-01"), 1),
            7 => (format!("{text}-01"), 2),
            _ => (text.to_owned(), 3),
        };
        let refused = || Refusal::NotAChoice { field: "since", value: text.to_owned() };
        let first: Date = whole.parse().map_err(|_| refused())?;
        let since = Self { first, parts };
        if since.to_string() == text { Ok(since) } else { Err(refused()) }
    }
}

impl Serialize for Since {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Since {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// An answer. Its note and photo lie in the vault, owned by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its id, chosen at the door: sent a hundred times it counts once.
    pub id: AnswerId,
    /// Which visit it is, from 1. The phone counts what it knows of.
    pub visit: u16,
    /// What came out.
    pub said: Said,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
    /// How it was asked.
    pub way: Way,
    /// Whether they agreed that note and photo are kept.
    #[serde(default)]
    pub consent: bool,
    /// Whether there is a note.
    #[serde(default)]
    pub note: bool,
    /// Whether there is a photo.
    #[serde(default)]
    pub photo: bool,
    /// Who asked, so that they can put it right. Never counted.
    pub by: Actor,
}

impl Answer {
    /// Which of several answers holds: the later visit; of the same visit the one made later, as its id tells
    /// (RFC 9562), whatever the order in which they arrive.
    #[must_use]
    pub const fn rank(&self) -> (u16, AnswerId) {
        (self.visit, self.id)
    }
}
