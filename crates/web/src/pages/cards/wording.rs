//! The keys of the words for what cards hold.

use crate::words::{Language, Words};
use guanjia_domain::card::{Basis, CardField, CareTag, ConsentKind, ConsentTexts, How, Purpose, Stay};

pub(crate) const fn field_key(field: CardField) -> &'static str {
    match field {
        CardField::Name => "card-name",
        CardField::Phones => "field-phone",
        CardField::Address => "card-address",
        CardField::Relation => "card-relation",
        CardField::HouseholdNumber => "card-household",
        CardField::Category => "card-category",
        CardField::Separated => "card-separated",
        CardField::Born => "card-born",
        CardField::IdentityNumber => "card-identity-number",
        CardField::CareTags => "card-care",
        CardField::Remark => "card-remark",
        CardField::Columns => "card-columns",
    }
}

pub(crate) const fn purpose_key(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Serve => "card-purpose-serve",
        Purpose::Reach => "card-purpose-reach",
        Purpose::TellChildren => "card-purpose-children",
        Purpose::TellApart => "card-purpose-apart",
        Purpose::Care => "card-purpose-care",
        Purpose::Remember => "card-purpose-remember",
    }
}

pub(crate) const fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::PublicDuty => "card-basis-duty",
        Basis::Consent(_) => "card-basis-consent",
    }
}

pub(crate) const fn kind_key(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Identity => "card-kind-identity",
        ConsentKind::Care => "card-kind-care",
        ConsentKind::Notes => "card-kind-notes",
        ConsentKind::Child => "card-kind-child",
    }
}

/// The words of a version, in the reader's language: the community's own, else the product's.
pub(crate) fn consent_words(words: &Words, texts: &ConsentTexts, kind: ConsentKind, version: u16) -> String {
    match texts.of(kind, version) {
        Some(own) if words.language() == Language::En && !own.en.is_empty() => own.en.clone(),
        Some(own) => own.zh.clone(),
        None => words.say(text_key(kind)).to_owned(),
    }
}

/// The product's own words, the first version.
const fn text_key(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Identity => "consent-identity-1",
        ConsentKind::Care => "consent-care-1",
        ConsentKind::Notes => "consent-notes-1",
        ConsentKind::Child => "consent-child-1",
    }
}

pub(crate) const fn how_key(how: How) -> &'static str {
    match how {
        How::Signed => "card-how-signed",
        How::Spoken => "card-how-spoken",
        How::Phone => "card-how-phone",
        How::Message => "card-how-message",
    }
}

pub(crate) const fn tag_key(tag: CareTag) -> &'static str {
    match tag {
        CareTag::LivingAlone => "card-living-alone",
        CareTag::VeryOld => "card-very-old",
        CareTag::Disabled => "card-disabled",
        CareTag::Wheelchair => "card-tag-wheelchair",
        CareTag::LowIncome => "card-low-income",
        CareTag::Expecting => "card-expecting",
        CareTag::Newborn => "card-tag-newborn",
    }
}

pub(crate) const fn stay_key(stay: Stay) -> &'static str {
    match stay {
        Stay::Unknown => "card-stay-unknown",
        Stay::Owner => "card-stay-owner",
        Stay::Family => "card-stay-family",
        Stay::Tenant => "card-stay-tenant",
        Stay::OwnerAway => "card-stay-owner-away",
        Stay::RegisteredOnly => "card-stay-registered",
    }
}
