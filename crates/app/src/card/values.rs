//! What a card holds, field by field.

use crate::import::Card;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::card::{CardFacts, CardField, CareTag};
use guanjia_domain::identity_number::IdentityNumber;
use guanjia_store::vault::Token;
use jiff::civil::Date;

impl Card {
    /// A field as text; empty when it holds nothing. Tags and flags stand as their stable words.
    #[must_use]
    pub fn text(&self, field: CardField) -> String {
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        match field {
            CardField::Name => self.name.clone(),
            CardField::Phones => self.phones.join(";"),
            CardField::Address => own(&self.address),
            CardField::Relation => own(&self.relation),
            CardField::HouseholdNumber => own(&self.household_number),
            CardField::Category => own(&self.category),
            CardField::Separated => self.separated.filter(|it| *it).map(|_| "yes".into()).unwrap_or_default(),
            CardField::Born => own(&self.born),
            CardField::IdentityNumber => own(&self.identity_number),
            CardField::CareTags => self.care_tags.join(";"),
            CardField::Remark => own(&self.remark),
            CardField::Columns => {
                let columns = self.columns.0.iter().map(|(name, value)| format!("{name}: {value}"));
                columns.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Empties a field.
    pub(super) fn clear(&mut self, field: CardField) {
        match field {
            CardField::Name => self.name.clear(),
            CardField::Phones => self.phones.clear(),
            CardField::Address => self.address = None,
            CardField::Relation => self.relation = None,
            CardField::HouseholdNumber => self.household_number = None,
            CardField::Category => self.category = None,
            CardField::Separated => self.separated = None,
            CardField::Born => self.born = None,
            CardField::IdentityNumber => self.identity_number = None,
            CardField::CareTags => self.care_tags.clear(),
            CardField::Remark => self.remark = None,
            CardField::Columns => self.columns.0.clear(),
        }
    }

    /// The day of birth: from its field, else from the ID number.
    #[must_use]
    pub fn born_on(&self) -> Option<Date> {
        let own = self.born.as_deref().and_then(|day| day.parse().ok());
        own.or_else(|| {
            let number: IdentityNumber = self.identity_number.as_deref()?.parse().ok()?;
            Some(number.birth_date())
        })
    }

    /// The tags, without words that are no tags.
    #[must_use]
    pub fn tags(&self) -> Vec<CareTag> {
        self.care_tags.iter().filter_map(|word| CareTag::of_name(word)).collect()
    }

    /// What the rules need to know of it.
    #[must_use]
    pub fn facts(&self) -> CardFacts {
        CardFacts {
            filled: CardField::ALL.iter().copied().filter(|field| !self.text(*field).is_empty()).collect(),
            tags: self.tags(),
            born: self.born_on(),
            has_left: self.moved_out || self.deceased,
        }
    }
}

impl App {
    /// The tokens by which a resident is found again.
    pub(crate) fn card_tokens(&self, community: CommunityCode, card: &Card) -> Vec<Token> {
        let token = |kind: &str, value: &str| self.vault.index().value(community.as_str(), kind, value);
        let number = card.identity_number.iter().map(|number| token("identity", number));
        let phones = card.phones.iter().map(|phone| token("phone", phone));
        let name = (!card.name.is_empty()).then(|| token("name", &card.name));
        number.chain(phones).chain(name).collect()
    }
}
