//! Where a request belongs: what was chosen wins, else what the text says.

use guanjia_domain::place_text::{Estate, Gazetteer, find, normal_building, normal_unit};

/// Readings below this are guesses that a person should confirm; they gate nothing.
const SURE: u8 = 50;
/// What was chosen by a person.
const CHOSEN: u8 = 100;

/// A place, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Located {
    /// The estate's id, or its name where no list of estates is given.
    pub estate: Option<String>,
    /// The building, in normal form where it has one.
    pub building: Option<String>,
    /// The unit, in normal form where it has one.
    pub unit: Option<String>,
    /// How sure, in per cent: 100 for what a person chose.
    pub confidence: u8,
}

impl Located {
    /// What a person chose, as it was written; [`Places::locate`] makes normal forms of it.
    #[must_use]
    pub fn chosen(estate: Option<&str>, building: Option<&str>, unit: Option<&str>) -> Self {
        let given = |text: Option<&str>| text.map(|text| text.trim().to_owned());
        Self { estate: given(estate), building: given(building), unit: given(unit), confidence: CHOSEN }
    }

    /// Building and unit in normal form, where they have one.
    fn normal(mut self) -> Self {
        let normal = |text: String, form: fn(&str) -> Option<String>| form(&text).unwrap_or(text);
        self.building = self.building.map(|text| normal(text, normal_building));
        self.unit = self.unit.map(|text| normal(text, normal_unit));
        self
    }

    /// Two known estates that differ.
    #[must_use]
    pub fn is_apart_from(&self, other: &Self) -> bool {
        matches!((&self.estate, &other.estate), (Some(a), Some(b)) if a != b)
    }

    /// What both have in common.
    #[must_use]
    pub fn common(&self, other: &Self) -> Self {
        let same = |a: &Option<String>, b: &Option<String>| a.clone().filter(|_| a == b);
        let estate =
            if self.is_apart_from(other) { None } else { self.estate.clone().or(other.estate.clone()) };
        let building = same(&self.building, &other.building);
        let unit = building.as_ref().and_then(|_| same(&self.unit, &other.unit));
        Self { estate, building, unit, confidence: self.confidence.min(other.confidence) }
    }
}

/// An estate that is known.
#[derive(Clone, Debug, Default)]
pub struct KnownEstate {
    /// Its id.
    pub id: String,
    /// Its names and buildings.
    pub names: Estate,
    /// Ids of its buildings, in the order of `names.buildings`.
    pub building_ids: Vec<String>,
}

/// The known estates of a community.
#[derive(Clone, Debug, Default)]
pub struct Places {
    estates: Vec<KnownEstate>,
    gazetteer: Gazetteer,
}

impl Places {
    /// Prepares the estates.
    #[must_use]
    pub fn new(estates: Vec<KnownEstate>) -> Self {
        let names: Vec<Estate> = estates.iter().map(|estate| estate.names.clone()).collect();
        Self { gazetteer: Gazetteer::new(&names), estates }
    }

    /// The estate that a person chose, by id, name or alias; what is not on the list keeps its own name.
    fn chosen_estate(&self, text: &str) -> String {
        let is = |estate: &&KnownEstate| {
            estate.id == text
                || estate.names.name == text
                || estate.names.aliases.iter().any(|alias| alias == text)
        };
        self.estates.iter().find(is).map_or_else(|| text.to_owned(), |estate| estate.id.clone())
    }

    /// A building's name where its id was given.
    fn building_name<'a>(&'a self, estate: &str, text: &'a str) -> &'a str {
        let estate = self.estates.iter().find(|known| known.id == estate);
        let place = estate
            .and_then(|known| known.building_ids.iter().position(|id| id == text).map(|at| (known, at)));
        place.and_then(|(known, at)| known.names.buildings.get(at)).map_or(text, String::as_str)
    }

    /// Where a request belongs: the chosen estate wins over the text; what the text says of building and unit is taken
    /// where none was chosen and the estates agree.
    #[must_use]
    pub fn locate(&self, chosen: &Located, title: &str, text: &str) -> Located {
        let read = self.read(title).or_else(|| self.read(text));
        let Some(estate) = chosen.estate.as_deref().map(|text| self.chosen_estate(text)) else {
            let mut read = read.unwrap_or_default();
            if chosen.building.is_some() {
                read.building.clone_from(&chosen.building);
                read.unit.clone_from(&chosen.unit);
            }
            return read.normal();
        };
        if let Some(building) = &chosen.building {
            let name = self.building_name(&estate, building);
            return Located::chosen(Some(&estate), Some(name), chosen.unit.as_deref()).normal();
        }
        let read =
            read.filter(|read| read.estate.as_ref().is_none_or(|other| *other == estate)).unwrap_or_default();
        Located { estate: Some(estate), building: read.building, unit: read.unit, confidence: CHOSEN }
    }

    fn read(&self, text: &str) -> Option<Located> {
        let found = find(text, &self.gazetteer).filter(|found| found.confidence >= SURE)?;
        let estate = found.estate.and_then(|index| self.estates.get(index)).map(|estate| estate.id.clone());
        Some(Located { estate, building: found.building, unit: found.unit, confidence: found.confidence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let estate = |id: &str, name: &str| KnownEstate {
            id: id.to_owned(),
            names: Estate {
                name: name.to_owned(),
                aliases: Vec::new(),
                buildings: vec!["3号楼".to_owned(), "4号楼".to_owned()],
            },
            building_ids: vec!["b3".to_owned(), "b4".to_owned()],
        };
        Places::new(vec![estate("e1", "长风小区"), estate("e2", "滨河苑")])
    }

    #[test]
    fn a_chosen_estate_wins_over_the_text() {
        let chosen = Located::chosen(Some("滨河苑"), None, None);
        let found = places().locate(&chosen, "", "长风小区4号楼的灯不亮");
        assert_eq!((found.estate.as_deref(), found.building), (Some("e2"), None));
    }

    #[test]
    fn the_text_is_read_in_all_writings() {
        for text in [
            "长风小区3-2-501漏水",
            "长风小区3号楼2单元501室漏水",
            "长风小区三栋二单元漏水",
            "长风小区3#2-501漏水",
        ] {
            let found = places().locate(&Located::default(), "", text);
            assert_eq!(found.estate.as_deref(), Some("e1"), "{text}");
            assert_eq!(
                (found.building.as_deref(), found.unit.as_deref()),
                (Some("3号楼"), Some("2单元")),
                "{text}"
            );
            assert!(found.confidence >= 90, "{text}");
        }
    }

    #[test]
    fn a_building_by_its_id() {
        let found = places().locate(&Located::chosen(Some("e1"), Some("b4"), Some("二单元")), "", "灯");
        assert_eq!((found.building.as_deref(), found.unit.as_deref()), (Some("4号楼"), Some("2单元")));
    }
}
