//! What a form says of a card, checked.

use crate::error::Result;
use crate::import::Card;
use guanjia_domain::Moment;
use guanjia_domain::Refusal;
use guanjia_domain::calendar::china_time;
use guanjia_domain::card::{CardField, CareTag};
use guanjia_domain::identity_number::IdentityNumber;
use guanjia_domain::phone::Phone;
use guanjia_domain::text::clean_line;
use jiff::civil::Date;

/// The most characters of a line, and of a remark.
const LINE: usize = 100;
const REMARK: usize = 500;

/// What was typed. An empty field leaves what stands on the card: nobody has to read it in clear to change another.
#[derive(Clone, Debug, Default)]
pub struct CardInput {
    /// Texts by field.
    pub texts: Vec<(CardField, String)>,
    /// The tags that the form offered, and which of them are ticked; `None` where it offered none.
    pub tags: Option<(Vec<CareTag>, Vec<CareTag>)>,
}

impl CardInput {
    /// Writes what was typed onto a card and says which fields that were.
    ///
    /// # Errors
    /// [`Refusal`] with the field that cannot be used.
    pub(super) fn write(&self, card: &mut Card, now: Moment) -> Result<Vec<CardField>> {
        let before = card.clone();
        for (field, typed) in &self.texts {
            let most = if *field == CardField::Remark { REMARK } else { LINE };
            let text = clean_line(typed);
            let length = text.chars().count();
            if length > most {
                return Err(Refusal::TextTooLong { field: field.name(), length, most }.into());
            }
            if !text.is_empty() {
                set(card, *field, text, now)?;
            }
        }
        if let Some((offered, ticked)) = &self.tags {
            card.care_tags.retain(|word| !offered.iter().any(|tag| tag.name() == word));
            card.care_tags.extend(ticked.iter().map(|tag| tag.name().to_owned()));
        }
        let differs = |field: &CardField| before.text(*field) != card.text(*field);
        Ok(CardField::ALL.iter().copied().filter(differs).collect())
    }
}

fn set(card: &mut Card, field: CardField, text: String, now: Moment) -> std::result::Result<(), Refusal> {
    let wrong = || Refusal::NotAChoice { field: field.name(), value: text.clone() };
    match field {
        CardField::Name => card.name = text,
        CardField::Phones => {
            let phones = Phone::parse_cell(&text).map_err(|_| Refusal::BadPhone { field: "phones" })?;
            card.phones = phones.iter().map(|phone| phone.as_str().to_owned()).collect();
        }
        CardField::Address => card.address = Some(text),
        CardField::Relation => card.relation = Some(text),
        CardField::HouseholdNumber => card.household_number = Some(text),
        CardField::Category if ["permanent", "floating"].contains(&text.as_str()) => {
            card.category = Some(text);
        }
        CardField::Separated if text == "yes" || text == "no" => card.separated = Some(text == "yes"),
        CardField::Born => {
            let day: Date = text.parse().map_err(|_| wrong())?;
            if day > china_time::date(now.into()) {
                return Err(wrong());
            }
            card.born = Some(day.to_string());
        }
        CardField::IdentityNumber => {
            let number: IdentityNumber = text.parse().map_err(|_| wrong())?;
            card.identity_number = Some(number.as_str().to_owned());
        }
        CardField::Remark => card.remark = Some(text),
        CardField::Category | CardField::Separated | CardField::CareTags | CardField::Columns => {
            return Err(wrong());
        }
    }
    Ok(())
}
