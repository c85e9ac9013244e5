//! The list as a community has it: the common one, with what it has changed.

use super::{Matter, city_name, find, find_class};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most matters in use of a class: what one screen of a phone shows.
pub const MOST_IN_CLASS: usize = 10;
/// The longest name and the longest text for residents, in characters.
const MOST_NAME: usize = 60;
const MOST_HINT: usize = 200;
/// The matter that fits everything; without it somebody could file nothing.
const SOMETHING_ELSE: &str = "9999";

/// A matter as a community has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMatter {
    /// Chinese name.
    pub zh: String,
    /// English name; empty where the Chinese one serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// The same thing in a published city list, see [`Matter::city_code`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city_code: Option<String>,
    /// A small matter that should not stay overnight.
    #[serde(default)]
    pub small: bool,
    /// Usually a danger to life.
    #[serde(default)]
    pub urgent_hint: bool,
    /// What residents are told when they choose it; empty for nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// Not to be chosen any more; requests that have it keep it.
    #[serde(default)]
    pub retired: bool,
}

impl From<&Matter> for OwnMatter {
    fn from(it: &Matter) -> Self {
        Self {
            zh: it.zh.to_owned(),
            en: it.en.to_owned(),
            city_code: it.city_code.map(str::to_owned),
            small: it.small,
            urgent_hint: it.urgent_hint,
            hint: String::new(),
            retired: false,
        }
    }
}

/// What a community has changed, by code. Nothing is ever taken out: codes are kept for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MatterList(BTreeMap<String, OwnMatter>);

impl MatterList {
    /// Whether the common list holds as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a matter, new or changed.
    pub fn put(&mut self, code: String, matter: OwnMatter) {
        self.0.insert(code, matter);
    }

    /// The matter of a code, also when it is retired.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<OwnMatter> {
        self.0.get(code).cloned().or_else(|| find(code).map(OwnMatter::from))
    }

    /// Whether a matter can be chosen.
    #[must_use]
    pub fn is_in_use(&self, code: &str) -> bool {
        match self.0.get(code) {
            Some(own) => !own.retired,
            None => find(code).is_some(),
        }
    }

    /// The matters of a class with their codes, in the order of these, retired ones too.
    #[must_use]
    pub fn of_class(&self, class: &str) -> Vec<(String, OwnMatter)> {
        let common = super::MATTERS.iter().filter(|it| it.major == class).map(|it| it.code);
        let own = self.0.keys().map(String::as_str).filter(|code| code.starts_with(class));
        let codes: BTreeSet<&str> = common.chain(own).collect();
        codes.into_iter().filter_map(|code| Some((code.to_owned(), self.get(code)?))).collect()
    }

    /// The code of a new matter of a class: one that was never used.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a class that is none, or has used up its numbers.
    pub fn next_code(&self, class: &str) -> Result<String, Refusal> {
        let refused = || Refusal::NotAChoice { field: "class", value: class.chars().take(20).collect() };
        find_class(class).ok_or_else(refused)?;
        let used = self.of_class(class);
        let free =
            (1..99).map(|n| format!("{class}{n:02}")).find(|code| used.iter().all(|(it, _)| it != code));
        free.ok_or_else(refused)
    }

    /// Whether a matter may be put.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a code that belongs to no class, or a city code that stands in no list;
    /// [`Refusal::TextMissing`], [`Refusal::TextTooLong`], [`Refusal::NameTaken`] for the name;
    /// [`Refusal::ClassFull`]; [`Refusal::MatterNeeded`] for the one that fits everything.
    pub fn decide(&self, code: &str, matter: &OwnMatter) -> Result<(), Refusal> {
        let not_a_choice =
            |field, value: &str| Refusal::NotAChoice { field, value: value.chars().take(60).collect() };
        let class = code.get(..2).filter(|class| find_class(class).is_some() && code.len() == 4);
        let class = class.ok_or_else(|| not_a_choice("class", code))?;
        if matter.zh.is_empty() {
            return Err(Refusal::TextMissing { field: "zh" });
        }
        for (field, text, most) in
            [("zh", &matter.zh, MOST_NAME), ("en", &matter.en, MOST_NAME), ("hint", &matter.hint, MOST_HINT)]
        {
            let length = text.chars().count();
            if length > most {
                return Err(Refusal::TextTooLong { field, length, most });
            }
        }
        if let Some(city) = matter.city_code.as_deref().filter(|city| city_name(city).is_none()) {
            return Err(not_a_choice("city_code", city));
        }
        if matter.retired {
            return if code == SOMETHING_ELSE { Err(Refusal::MatterNeeded) } else { Ok(()) };
        }
        let others: Vec<_> =
            self.of_class(class).into_iter().filter(|(its, it)| !it.retired && its != code).collect();
        if others.iter().any(|(_, it)| it.zh == matter.zh) {
            return Err(Refusal::NameTaken { field: "zh", name: matter.zh.clone() });
        }
        if others.len() >= MOST_IN_CLASS {
            return Err(Refusal::ClassFull { most: MOST_IN_CLASS });
        }
        Ok(())
    }
}
