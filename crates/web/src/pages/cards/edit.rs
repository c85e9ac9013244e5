//! The form of a card.

use super::wording::{field_key, tag_key};
use crate::form::Form;
use crate::view::card::{EditLine, EditPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::words::Words;
use guanjia_app::card::{CardInput, CardSheet, Shown};
use guanjia_domain::card::{CardField, CareTag, rule};

/// The texts of the form, in its order, with what kind of input each is.
const TEXTS: [(CardField, &str); 8] = [
    (CardField::Name, "text"),
    (CardField::Phones, "tel"),
    (CardField::Address, "text"),
    (CardField::Relation, "text"),
    (CardField::HouseholdNumber, "text"),
    (CardField::Born, "date"),
    (CardField::IdentityNumber, "text"),
    (CardField::Remark, "text"),
];

/// The fields of the form.
pub(super) const FIELDS: &[&str] = &[
    "csrf",
    "version",
    "name",
    "phones",
    "address",
    "relation",
    "household_number",
    "born",
    "identity_number",
    "remark",
    "category",
    "separated",
    "tags",
    "tag_living_alone",
    "tag_very_old",
    "tag_disabled",
    "tag_wheelchair",
    "tag_low_income",
    "tag_expecting",
    "tag_newborn",
];

/// The page, with what was typed.
pub(super) fn page_of(
    words: &Words,
    page: PageFrame,
    it: &CardSheet,
    form: &Form,
    problems: Problems,
) -> EditPage {
    let agreed = |field| it.resident.is_agreed(rule(field), it.child);
    let line = |(field, kind): (CardField, &'static str)| {
        let shown = it.fields.iter().find(|line| line.field == field).map(|line| &line.shown);
        let present = match shown {
            Some(Shown::Masked(text) | Shown::Clear(text)) => text.clone(),
            _ => String::new(),
        };
        let (name, open) = (field.name(), rule(field).basis == guanjia_domain::card::Basis::PublicDuty);
        let open = open || agreed(field);
        EditLine { name, label: field_key(field), typed: form.owned(name), present, kind, open }
    };
    let choices = |name: &str, pairs: [(&str, &str); 2]| {
        let chosen = form.owned(name);
        pairs.map(|(value, key)| Choice::new(value, words.say(key)).chosen_if(&chosen)).to_vec()
    };
    let ticked = |tag: CareTag| {
        if form.ticked("tags") {
            form.ticked(&box_of(tag))
        } else {
            it.tags.iter().any(|line| line.tag == tag)
        }
    };
    let tag = |tag: &CareTag| Choice {
        value: tag.name().to_owned(),
        label: words.say(tag_key(*tag)).to_owned(),
        chosen: ticked(*tag),
    };
    EditPage {
        page: PageFrame { section: Some(Section::Cards), ..page },
        id: it.resident.id.to_string(),
        name: it.name.clone(),
        version: it.resident.version,
        lines: TEXTS.map(line).to_vec(),
        category: choices("category", [("permanent", "card-permanent"), ("floating", "card-floating")]),
        separated: choices("separated", [("yes", "yes"), ("no", "no")]),
        tags: if agreed(CardField::CareTags) { it.may_tag.iter().map(tag).collect() } else { Vec::new() },
        problems,
    }
}

/// The name of a tag's box.
fn box_of(tag: CareTag) -> String {
    format!("tag_{}", tag.name())
}

/// What was typed. The tags that the form offered are those that the writer may set.
pub(super) fn input(form: &Form, it: &CardSheet) -> CardInput {
    let more = [CardField::Category, CardField::Separated];
    let fields = TEXTS.iter().map(|(field, _)| *field).chain(more);
    let texts = fields.map(|field| (field, form.owned(field.name()))).collect();
    let ticked = || it.may_tag.iter().copied().filter(|tag| form.ticked(&box_of(*tag))).collect();
    CardInput { texts, tags: form.ticked("tags").then(|| (it.may_tag.clone(), ticked())) }
}
