//! A resident's card: everything that was said of a person, sealed in the vault and nowhere else.

use super::columns::Columns;
use crate::office::Person;
use guanjia_sheets::ResidentRow;
use serde::{Deserialize, Serialize};

/// What is known of a resident. Categories and tags stand as the stable words of the sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// The name.
    pub name: String,
    /// The ID number, 18 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity_number: Option<String>,
    /// The day of birth, `2019-05-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// Telephones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Relation to the householder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// `permanent` or `floating`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Tags that ask for care, such as `living_alone`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care_tags: Vec<String>,
    /// What joins the members of a household.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub household_number: Option<String>,
    /// Registered elsewhere (人户分离).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separated: Option<bool>,
    /// Has moved out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub moved_out: bool,
    /// Has died.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub deceased: bool,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Building, unit and room as they were written: tells where somebody lives whose room no building has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Columns that the product has no field for.
    pub columns: Columns,
}

/// What a row says beside what stands on a card.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// Whether it names a room.
    pub room: bool,
    /// Whether they moved out.
    pub moved_out: Option<bool>,
    /// Whether they died.
    pub deceased: Option<bool>,
}

impl Said {
    pub(super) const fn by(row: &ResidentRow) -> Self {
        Self { room: row.room.is_some(), moved_out: row.moved_out, deceased: row.deceased }
    }
}

impl Card {
    /// The card that a row gives, with the address as it is written there.
    pub(super) fn of_row(row: &ResidentRow) -> Self {
        let parts = [&row.building, &row.unit, &row.room].into_iter().flatten();
        let address = parts.map(String::as_str).collect::<Vec<_>>().join(" ");
        let mut columns = Columns::default();
        columns.take_all(&row.others);
        columns.take([("网格", row.grid.as_deref().unwrap_or_default())]);
        Self {
            name: row.name.clone(),
            identity_number: row.identity_number.clone(),
            born: row.born.clone(),
            phones: row.phones.clone(),
            relation: row.relation.clone(),
            category: row.category.as_ref().and_then(word),
            care_tags: row.care_tags.iter().filter_map(word).collect(),
            household_number: row.household_number.clone(),
            separated: row.separated,
            moved_out: row.moved_out.unwrap_or_default(),
            deceased: row.deceased.unwrap_or_default(),
            remark: row.remark.clone(),
            address: (!address.is_empty()).then_some(address),
            columns,
        }
    }

    /// This card with what only the earlier one knows: an empty cell says nothing, an address without a room
    /// nothing new, nor does a list without those columns bring back who moved out or died.
    pub(super) fn over(mut self, earlier: Self, said: &Said) -> Self {
        self.moved_out = said.moved_out.unwrap_or(earlier.moved_out);
        self.deceased = said.deceased.unwrap_or(earlier.deceased);
        self.identity_number = self.identity_number.or(earlier.identity_number);
        self.born = self.born.or(earlier.born);
        self.relation = self.relation.or(earlier.relation);
        self.category = self.category.or(earlier.category);
        self.household_number = self.household_number.or(earlier.household_number);
        self.separated = self.separated.or(earlier.separated);
        self.remark = self.remark.or(earlier.remark);
        if !said.room && earlier.address.is_some() {
            self.address = earlier.address;
        }
        if self.phones.is_empty() {
            self.phones = earlier.phones;
        }
        if self.care_tags.is_empty() {
            self.care_tags = earlier.care_tags;
        }
        let mut columns = earlier.columns;
        columns.0.append(&mut self.columns.0);
        self.columns = columns;
        self
    }

    /// The name as a preview may show it.
    pub(super) fn masked_name(&self) -> String {
        Person { name: self.name.clone(), phone: String::new() }.masked().name
    }
}

/// The stable word of a choice.
fn word(choice: &impl Serialize) -> Option<String> {
    serde_json::to_value(choice).ok()?.as_str().map(str::to_owned)
}
