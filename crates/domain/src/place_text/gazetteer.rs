//! The known estates and buildings of a community.

use super::normal::normal_building;
use crate::digits::half_width;
use std::collections::{BTreeMap, BTreeSet};

/// Names shorter than this would be found in half of all sentences.
const SHORTEST_NAME: usize = 2;

/// An estate with its names.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Estate {
    /// The full name.
    pub name: String,
    /// Other names in use; one that several estates share leads to none of them.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Names of the buildings, in any writing.
    #[serde(default)]
    pub buildings: Vec<String>,
}

/// The estates to look for, prepared for reading. The index of an estate is its place in the list given.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    /// The names by their first character, longest first.
    names: BTreeMap<char, Vec<Name>>,
    buildings: Vec<Buildings>,
}

#[derive(Clone, Debug)]
struct Name {
    folded: Vec<char>,
    /// None where several estates share the name.
    estate: Option<usize>,
}

#[derive(Clone, Debug, Default)]
struct Buildings {
    normal: BTreeSet<String>,
    /// Buildings without number: name as looked for, and as given.
    named: Vec<(Vec<char>, String)>,
}

impl Gazetteer {
    /// Prepares the estates. Names of one character and empty names are left out.
    #[must_use]
    pub fn new(estates: &[Estate]) -> Self {
        let mut by_name: BTreeMap<Vec<char>, Option<usize>> = BTreeMap::new();
        for (index, estate) in estates.iter().enumerate() {
            for name in estate.aliases.iter().chain([&estate.name]).map(|name| folded(name)) {
                if name.len() >= SHORTEST_NAME {
                    let meant = by_name.entry(name).or_insert(Some(index));
                    *meant = meant.filter(|other| *other == index);
                }
            }
        }
        let mut names: BTreeMap<char, Vec<Name>> = BTreeMap::new();
        for (folded, estate) in by_name {
            names.entry(folded[0]).or_default().push(Name { folded, estate });
        }
        for list in names.values_mut() {
            list.sort_by_key(|name| std::cmp::Reverse(name.folded.len()));
        }
        Self { names, buildings: estates.iter().map(Buildings::new).collect() }
    }

    /// The estate whose longest name begins at `at`, and where the name ends.
    pub(super) fn estate_at(&self, chars: &[char], at: usize) -> Option<(usize, usize)> {
        let names = self.names.get(chars.get(at)?)?;
        let name = names.iter().find(|name| chars[at..].starts_with(&name.folded))?;
        name.estate.map(|estate| (estate, at + name.folded.len()))
    }

    /// The building without number of `estate` whose name begins at `at`, and where the name ends.
    pub(super) fn named_building_at(
        &self,
        estate: usize,
        chars: &[char],
        at: usize,
    ) -> Option<(&str, usize)> {
        let named = &self.buildings.get(estate)?.named;
        let (looked_for, name) = named.iter().find(|(name, _)| chars[at..].starts_with(name))?;
        Some((name, at + looked_for.len()))
    }

    /// Whether `estate` has the building of this normal form; `None` when no building of it is known.
    pub(super) fn has_building(&self, estate: usize, building: &str) -> Option<bool> {
        let known =
            self.buildings.get(estate).filter(|known| !known.normal.is_empty() || !known.named.is_empty())?;
        Some(known.normal.contains(building) || known.named.iter().any(|(_, name)| name == building))
    }
}

impl Buildings {
    fn new(estate: &Estate) -> Self {
        let mut buildings = Self::default();
        for name in &estate.buildings {
            match normal_building(name) {
                Some(normal) => {
                    buildings.normal.insert(normal);
                }
                None if folded(name).len() >= SHORTEST_NAME => {
                    buildings.named.push((folded(name), name.trim().to_owned()));
                }
                None => {}
            }
        }
        buildings.named.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        buildings
    }
}

/// Names are compared half-width and without regard to case.
fn folded(name: &str) -> Vec<char> {
    name.trim().chars().map(|c| half_width(c).to_ascii_uppercase()).collect()
}
