//! The words that are read out before somebody agrees. The first version of each is the product's; a community writes
//! its own, each a version more. No version is ever changed: whoever agreed, agreed to the words of that day.

use super::consent::ConsentKind;
use crate::calendar::china_time;
use crate::event::HouseEvent;
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The words of a community. They say what is kept and why, and name nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// In Chinese.
    pub zh: String,
    /// In English; empty for none, then the Chinese words are read out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

/// The own words of a community: of each kind the versions after the first, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConsentTexts(BTreeMap<ConsentKind, Vec<Version>>);

/// A version, and the day in China from which it is read out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    since: Date,
    #[serde(flatten)]
    text: ConsentText,
}

impl ConsentTexts {
    /// Whether the community has written none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The version that is read out now.
    #[must_use]
    pub fn version(&self, kind: ConsentKind) -> u16 {
        self.version_on(kind, Date::MAX)
    }

    /// The version that was read out on a day: on one on which it changed, the new one.
    #[must_use]
    pub fn version_on(&self, kind: ConsentKind, day: Date) -> u16 {
        let own = self.0.get(&kind).into_iter().flatten().take_while(|it| it.since <= day).count();
        kind.first_version().saturating_add(u16::try_from(own).unwrap_or(u16::MAX))
    }

    /// The own words of a version; `None` for the product's, and for a version that never was.
    #[must_use]
    pub fn of(&self, kind: ConsentKind, version: u16) -> Option<&ConsentText> {
        let at = usize::from(version.checked_sub(kind.first_version() + 1)?);
        Some(&self.0.get(&kind)?.get(at)?.text)
    }

    /// Decides about other words; `None` when they are those that are read out now.
    ///
    /// # Errors
    /// [`Refusal::CardChanged`] when somebody else wrote a version since `seen`; [`Refusal::TextMissing`] and
    /// [`Refusal::TextTooLong`].
    pub fn decide(
        &self,
        kind: ConsentKind,
        seen: u16,
        zh: &str,
        en: &str,
    ) -> Result<Option<HouseEvent>, Refusal> {
        let zh = Text::new("zh", zh)?.into_string();
        let en = Text::optional("en", en)?.map(Text::into_string).unwrap_or_default();
        let (now, text) = (self.version(kind), ConsentText { zh, en });
        if seen != now {
            return Err(Refusal::CardChanged);
        }
        if self.of(kind, now) == Some(&text) {
            return Ok(None);
        }
        Ok(Some(HouseEvent::ConsentTextSet { kind, version: now.saturating_add(1), text }))
    }

    /// Takes a new version in.
    pub(crate) fn put(&mut self, kind: ConsentKind, version: u16, text: ConsentText, at: Moment) {
        if version == self.version(kind).saturating_add(1) {
            let since = china_time::date(at.into());
            self.0.entry(kind).or_default().push(Version { since, text });
        }
    }
}
