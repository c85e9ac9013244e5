//! What is stored already, as far as a workbook can refer to it.

use std::collections::HashMap;

use crate::mapping::Mappings;
use crate::rows::Workbook;
use crate::text::{building_key, key, unit_key};

/// Names that are stored, given by the caller: a sheet of residents may come alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The estates.
    pub estates: Vec<KnownEstate>,
    /// Names of members of staff.
    pub staff: Vec<String>,
    /// What people have said of columns before.
    pub mappings: Mappings,
}

/// An estate that is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownEstate {
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its buildings.
    pub buildings: Vec<KnownBuilding>,
}

/// A building that is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownBuilding {
    /// Its name.
    pub name: String,
    /// Names of its units; empty when they are not known.
    pub units: Vec<String>,
}

/// Estates and buildings of the workbook and of the store, found by any of their names.
#[derive(Debug, Default)]
pub(crate) struct Index {
    names: HashMap<String, usize>,
    estates: Vec<IndexedEstate>,
}

#[derive(Debug, Default)]
struct IndexedEstate {
    name: String,
    buildings: HashMap<String, IndexedBuilding>,
}

/// A building as it is shown, and the keys of its units; without any the units are not known.
#[derive(Debug, Default, Clone)]
pub(crate) struct IndexedBuilding {
    pub(crate) name: String,
    pub(crate) units: Vec<String>,
}

impl Index {
    /// The workbook's rows go before what is stored.
    pub(crate) fn new(workbook: &Workbook, known: &Known) -> Self {
        let mut index = Self::default();
        for row in &workbook.estates {
            index.add_estate(&row.name, &row.aliases);
        }
        for estate in &known.estates {
            index.add_estate(&estate.name, &estate.aliases);
        }
        for row in &workbook.buildings {
            let units = (1..=row.units.unwrap_or(0)).map(|unit| unit.to_string());
            index.add_building(&row.estate, &row.name, units);
        }
        for row in &workbook.rooms {
            index.add_unit(&row.estate, &row.building, &row.unit);
        }
        for estate in &known.estates {
            for building in &estate.buildings {
                index.add_building(
                    &estate.name,
                    &building.name,
                    building.units.iter().map(|unit| unit_key(unit)),
                );
            }
        }
        index
    }

    /// The number and the name of the estate that carries this name or alias.
    pub(crate) fn estate(&self, name: &str) -> Option<(usize, &str)> {
        let place = *self.names.get(&key(name))?;
        Some((place, &self.estates[place].name))
    }

    /// A building of an estate.
    pub(crate) fn building(&self, estate: usize, name: &str) -> Option<&IndexedBuilding> {
        self.estates[estate].buildings.get(&building_key(name))
    }

    /// All buildings of an estate.
    pub(crate) fn buildings(&self, estate: usize) -> impl Iterator<Item = &IndexedBuilding> {
        self.estates[estate].buildings.values()
    }

    /// An estate whose name holds this one or is held by it.
    pub(crate) fn near(&self, name: &str) -> Option<String> {
        let wanted = key(name);
        let mut found: Vec<(&String, &usize)> = self
            .names
            .iter()
            .filter(|(known, _)| known.contains(&wanted) || wanted.contains(known.as_str()))
            .collect();
        found.sort_by_key(|(known, place)| (known.len().abs_diff(wanted.len()), **place));
        found.first().map(|(_, place)| self.estates[**place].name.clone())
    }

    fn add_estate(&mut self, name: &str, aliases: &[String]) {
        let place = match self.names.get(&key(name)) {
            Some(place) => *place,
            None => {
                self.estates.push(IndexedEstate { name: name.to_owned(), buildings: HashMap::new() });
                self.estates.len() - 1
            }
        };
        for name in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
            self.names.entry(key(name)).or_insert(place);
        }
    }

    fn add_building(&mut self, estate: &str, name: &str, units: impl Iterator<Item = String>) {
        let Some((place, _)) = self.estate(estate) else { return };
        self.estates[place]
            .buildings
            .entry(building_key(name))
            .or_insert_with(|| IndexedBuilding { name: name.to_owned(), units: units.collect() });
    }

    fn add_unit(&mut self, estate: &str, building: &str, unit: &str) {
        let Some((place, _)) = self.estate(estate) else { return };
        if let Some(building) = self.estates[place].buildings.get_mut(&building_key(building)) {
            let unit = unit_key(unit);
            if !building.units.contains(&unit) {
                building.units.push(unit);
            }
        }
    }
}
