//! Estates: found again by name or alias.

use super::super::entry::Entry;
use super::super::names;
use super::super::problem::HouseProblem;
use super::Plan;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::place::{Estate, EstateFacts};
use guanjia_sheets::{EstateRow, Workbook};

impl Plan {
    pub(super) fn take_estates(&mut self, app: &App, workbook: &Workbook) -> Result<()> {
        for row in &workbook.estates {
            let known =
                std::iter::once(&row.name).chain(&row.aliases).find_map(|name| self.house.estate(name));
            let place = match known {
                Some(place) => place,
                None => {
                    let facts = EstateFacts { name: row.name.clone(), ..EstateFacts::default() };
                    self.house.add_estate(Entry::new(Estate { id: EstateId(app.id()?), facts }))
                }
            };
            self.change_estate(place, row);
        }
        let is_new = self.house.estates.iter().any(|it| it.before.is_none());
        if is_new && !self.house.has_secretary() {
            let first = workbook.estates.first().map(|row| row.place.clone());
            self.problem(first.as_ref(), HouseProblem::NoSecretary);
        }
        Ok(())
    }

    fn change_estate(&mut self, place: usize, row: &EstateRow) {
        let owner = self.house.estate(&row.name);
        if owner.is_some_and(|owner| owner != place) {
            self.problem(Some(&row.place), HouseProblem::EstateNameTaken { name: row.name.clone() });
            return;
        }
        let entry = &mut self.house.estates[place];
        entry.named = true;
        let facts = &mut entry.now.facts;
        add_names(facts, row);
        if let Some(property) = row.property {
            facts.property = property;
        }
        facts.built = row.built_year.or(facts.built);
        // Whatever a column is called, its cells may name somebody: 门卫 张三. Only what the sheets know goes in clear.
        entry.columns.take_all(&row.others);
        entry.columns.take([("备注", row.remark.as_deref().unwrap_or_default())]);
        facts.other.retain(|(name, _)| !row.others.iter().any(|(other, _)| **other == **name));
        for (name, value) in further(row).into_iter().filter(|(_, value)| !value.is_empty()) {
            match facts.other.iter_mut().find(|(known, _)| *known == name) {
                Some((_, stored)) => *stored = value,
                None => facts.other.push((name, value)),
            }
        }
        self.house.name_estate(place);
    }
}

/// An alias by which the sheet calls an estate stays an alias; a name that the sheet puts before the stored one,
/// naming that as an alias, is a new name.
fn add_names(facts: &mut EstateFacts, row: &EstateRow) {
    let is = |one: &str, other: &str| names::fold(one) == names::fold(other);
    let renamed = row.aliases.iter().any(|alias| is(alias, &facts.name)) && !is(&row.name, &facts.name);
    if renamed {
        facts.aliases.retain(|alias| !is(alias, &row.name));
        let before = std::mem::replace(&mut facts.name, row.name.clone());
        facts.aliases.push(before);
    }
    for name in std::iter::once(&row.name).chain(&row.aliases) {
        if !is(name, &facts.name) && !facts.aliases.iter().any(|alias| is(alias, name)) {
            facts.aliases.push(name.clone());
        }
    }
}

/// What the sheet says beyond the facts that the product works with.
fn further(row: &EstateRow) -> Vec<(String, String)> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let count = |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
    let degrees = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    [
        ("地址", text(&row.address)),
        ("小区类型", text(&row.class)),
        ("户数", count(row.households)),
        ("楼栋数", count(row.building_count)),
        ("经度", degrees(row.position.map(|at| at.longitude))),
        ("纬度", degrees(row.position.map(|at| at.latitude))),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}
