//! The duty list of a community (职责清单): what may be handed to it, and on which article that rests.

use super::duties::{DUTIES, Duty};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest title and the longest basis, in characters.
const LONGEST: usize = 120;

/// An entry as a community has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyEntry {
    /// Chinese title.
    pub zh: String,
    /// English title; empty where the Chinese one serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// The article or document on which it rests.
    pub basis: String,
    /// Whether the community leads; else it only assists.
    pub leads: bool,
    /// Not in force any more; calls that name it keep it.
    #[serde(default)]
    pub retired: bool,
}

impl From<&Duty> for DutyEntry {
    fn from(it: &Duty) -> Self {
        let (zh, en, basis) = (it.zh.to_owned(), it.en.to_owned(), it.basis.to_owned());
        Self { zh, en, basis, leads: it.leads, retired: false }
    }
}

/// What a community has changed, by code. Nothing is ever taken out: codes are kept for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DutyList(BTreeMap<String, DutyEntry>);

impl DutyList {
    /// Whether the list holds as it is in the laws.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts an entry, new or changed.
    pub fn put(&mut self, code: String, entry: DutyEntry) {
        self.0.insert(code, entry);
    }

    /// The entry of a code, also when it is retired.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<DutyEntry> {
        let common = || DUTIES.iter().find(|it| it.code == code).map(DutyEntry::from);
        self.0.get(code).cloned().or_else(common)
    }

    /// Every entry with its code, retired ones too.
    #[must_use]
    pub fn all(&self) -> Vec<(String, DutyEntry)> {
        let own = self.0.keys().map(String::as_str);
        let codes: BTreeSet<&str> = DUTIES.iter().map(|it| it.code).chain(own).collect();
        codes.into_iter().filter_map(|code| Some((code.to_owned(), self.get(code)?))).collect()
    }

    /// The code of a new entry: one that was never used.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when all are used.
    pub fn next_code(&self, leads: bool) -> Result<String, Refusal> {
        let mut codes = if leads { 1..50 } else { 51..100 };
        let free = codes.find_map(|n| Some(format!("{n:02}")).filter(|code| self.get(code).is_none()));
        free.ok_or(Refusal::NotAChoice { field: "leads", value: String::new() })
    }

    /// Whether an entry may be put.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`], [`Refusal::TextTooLong`] for title and basis; [`Refusal::NameTaken`].
    pub fn decide(&self, code: &str, entry: &DutyEntry) -> Result<(), Refusal> {
        for (field, text) in [("zh", &entry.zh), ("basis", &entry.basis)] {
            if text.is_empty() {
                return Err(Refusal::TextMissing { field });
            }
        }
        for (field, text) in [("zh", &entry.zh), ("en", &entry.en), ("basis", &entry.basis)] {
            let length = text.chars().count();
            if length > LONGEST {
                return Err(Refusal::TextTooLong { field, length, most: LONGEST });
            }
        }
        let others = self.all();
        let taken = others.iter().any(|(its, it)| its != code && !it.retired && it.zh == entry.zh);
        if taken && !entry.retired {
            return Err(Refusal::NameTaken { field: "zh", name: entry.zh.clone() });
        }
        Ok(())
    }

    /// Whether something may be handed to the community that it leads: it must be on the list, in force, and not be
    /// something with which it only assists.
    ///
    /// # Errors
    /// [`Refusal::NotOnDutyList`], [`Refusal::OnlyAssists`].
    pub fn hand_down(&self, code: Option<&str>) -> Result<(), Refusal> {
        match code.and_then(|code| self.get(code)).filter(|it| !it.retired) {
            None => Err(Refusal::NotOnDutyList),
            Some(it) if !it.leads => Err(Refusal::OnlyAssists { title: it.zh, basis: it.basis }),
            Some(_) => Ok(()),
        }
    }
}
