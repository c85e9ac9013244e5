//! What differs between something stored and what the sheets make of it, as a preview may say it: people masked.

use super::card::Card;
use super::house::{Body, Member};
use guanjia_domain::house::Grid;
use guanjia_domain::masking::{Field, mask};
use guanjia_domain::place::{Building, Estate};
use serde::Serialize;

/// Something about a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is what its name says")]
pub enum Aspect {
    Name,
    Aliases,
    Property,
    Built,
    Columns,
    Rooms,
    Households,
    Post,
    Tier,
    Phone,
    Estates,
    GridWorker,
    Scope,
    IdentityNumber,
    Home,
    Relation,
    Category,
    CareTags,
    HouseholdNumber,
    Separated,
    MovedOut,
    Deceased,
    Remark,
}

/// An aspect that differs, before and after. Both are empty where the difference is told and its value is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What differs.
    pub aspect: Aspect,
    /// As it is stored.
    pub before: String,
    /// As it shall be.
    pub after: String,
}

/// Collects what differs.
#[derive(Default)]
pub(super) struct Differences(pub(super) Vec<Difference>);

impl Differences {
    /// Tells both values.
    fn told<T: PartialEq>(&mut self, aspect: Aspect, before: &T, after: &T, show: impl Fn(&T) -> String) {
        if before != after {
            self.0.push(Difference { aspect, before: show(before), after: show(after) });
        }
    }

    /// Tells only that something differs.
    fn only<T: PartialEq + ?Sized>(&mut self, aspect: Aspect, before: &T, after: &T) {
        if before != after {
            self.0.push(Difference { aspect, before: String::new(), after: String::new() });
        }
    }

    /// Sealed columns that differ.
    pub(super) fn columns(&mut self) {
        self.only(Aspect::Columns, &0, &1);
    }
}

fn opt<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, ToString::to_string)
}

/// What differs between two states of a thing.
pub(super) trait Differs {
    fn differences(&self, after: &Self, into: &mut Differences);
}

impl Differs for Estate {
    fn differences(&self, after: &Self, into: &mut Differences) {
        let (before, after) = (&self.facts, &after.facts);
        into.told(Aspect::Name, &before.name, &after.name, String::clone);
        into.told(Aspect::Aliases, &before.aliases, &after.aliases, |it| it.join("、"));
        into.only(Aspect::Property, &before.property, &after.property);
        into.told(Aspect::Built, &before.built, &after.built, opt);
        into.only(Aspect::Columns, &before.other, &after.other);
    }
}

impl Differs for Building {
    fn differences(&self, after: &Self, into: &mut Differences) {
        let rooms = |it: &Self| it.units.iter().map(|unit| unit.rooms.len()).sum::<usize>();
        into.told(Aspect::Name, &self.name, &after.name, String::clone);
        into.told(Aspect::Rooms, &rooms(self), &rooms(after), ToString::to_string);
        into.told(Aspect::Households, &self.households(), &after.households(), ToString::to_string);
        if into.0.is_empty() {
            into.only(Aspect::Rooms, &self.units, &after.units);
        }
    }
}

impl Differs for Member {
    fn differences(&self, after: &Self, into: &mut Differences) {
        into.only(Aspect::Post, &self.staff.post, &after.staff.post);
        into.told(Aspect::Tier, &self.staff.tier, &after.staff.tier, opt);
        into.told(Aspect::Phone, &self.person.phone, &after.person.phone, |it| mask(Field::Phone, it));
    }
}

impl Differs for Body {
    fn differences(&self, after: &Self, into: &mut Differences) {
        into.only(Aspect::Category, &self.organisation.kind, &after.organisation.kind);
        into.told(Aspect::Phone, &self.phone, &after.phone, |it| mask(Field::Phone, it));
        let estates = |it: &Self| it.organisation.estates.len();
        into.told(Aspect::Estates, &estates(self), &estates(after), ToString::to_string);
        if into.0.is_empty() {
            into.only(Aspect::Estates, &self.organisation.estates, &after.organisation.estates);
        }
    }
}

impl Differs for Grid {
    fn differences(&self, after: &Self, into: &mut Differences) {
        into.only(Aspect::GridWorker, &self.worker, &after.worker);
        into.told(Aspect::Scope, &self.parts.len(), &after.parts.len(), ToString::to_string);
        if into.0.is_empty() {
            into.only(Aspect::Scope, &self.parts, &after.parts);
        }
    }
}

impl Differs for Card {
    fn differences(&self, after: &Self, into: &mut Differences) {
        let masked = |field| move |text: &Option<String>| mask(field, text.as_deref().unwrap_or_default());
        into.told(Aspect::Name, &self.name, &after.name, |it| mask(Field::Name, it));
        let number = masked(Field::IdentityNumber);
        into.told(Aspect::IdentityNumber, &self.identity_number, &after.identity_number, number);
        into.told(Aspect::Phone, &self.phones, &after.phones, |it| mask(Field::Phone, &it.join(";")));
        into.told(Aspect::Home, &self.address, &after.address, masked(Field::Address));
        into.told(Aspect::Relation, &self.relation, &after.relation, opt);
        into.only(Aspect::Category, &self.category, &after.category);
        into.only(Aspect::CareTags, &self.care_tags, &after.care_tags);
        into.told(Aspect::HouseholdNumber, &self.household_number, &after.household_number, opt);
        into.only(Aspect::Separated, &self.separated, &after.separated);
        into.only(Aspect::MovedOut, &self.moved_out, &after.moved_out);
        into.only(Aspect::Deceased, &self.deceased, &after.deceased);
        into.only(Aspect::Remark, &self.remark, &after.remark);
        into.only(Aspect::Columns, &self.columns, &after.columns);
    }
}
