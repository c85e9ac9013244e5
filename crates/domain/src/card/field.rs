//! The fields of a card with purpose, legal basis and retention: one table, shown to everybody on the card.

use super::consent::ConsentKind;
use crate::worded::worded;

worded! {
    /// A field of a card.
    CardField {
        /// The name.
        Name = "name";
        /// Telephones.
        Phones = "phones";
        /// Where somebody lives, where no building has the room.
        Address = "address";
        /// Relation to the householder.
        Relation = "relation";
        /// What joins the members of a household.
        HouseholdNumber = "household_number";
        /// Permanent or floating.
        Category = "category";
        /// Registered elsewhere (人户分离).
        Separated = "separated";
        /// The day of birth.
        Born = "born";
        /// The ID number.
        IdentityNumber = "identity_number";
        /// Voluntary tags that ask for care.
        CareTags = "care_tags";
        /// A remark.
        Remark = "remark";
        /// Columns of a spreadsheet that the product has no field for.
        Columns = "columns";
    }
}

worded! {
    /// What a field is for.
    Purpose {
        /// To know who is at home where, and to serve them.
        Serve = "serve";
        /// To call back about a request, and in an emergency.
        Reach = "reach";
        /// To tell children apart, for whom others decide.
        TellChildren = "tell_children";
        /// To tell two people of the same name apart when a certificate is issued.
        TellApart = "tell_apart";
        /// To look after somebody who asked for it.
        Care = "care";
        /// To remember what somebody asked to be remembered.
        Remember = "remember";
    }
}

/// The legal basis of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A duty that the law gives the residents' committee (article 13, no. 3).
    PublicDuty,
    /// Consent of this kind (article 13, no. 1).
    Consent(ConsentKind),
}

/// What holds for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRule {
    /// Which.
    pub field: CardField,
    /// What it is for.
    pub purpose: Purpose,
    /// Why it may be kept.
    pub basis: Basis,
    /// Whether it is sensitive (article 28): hidden until there is consent.
    pub sensitive: bool,
    /// For how many months it is kept after somebody has left.
    pub months_after_leaving: i32,
    /// For how many days it waits for consent that nobody has given yet.
    pub days_without_consent: i64,
}

const fn duty(field: CardField, purpose: Purpose, months: i32) -> FieldRule {
    let basis = Basis::PublicDuty;
    let (sensitive, days) = (false, 180);
    FieldRule { field, purpose, basis, sensitive, months_after_leaving: months, days_without_consent: days }
}

const fn agreed(field: CardField, purpose: Purpose, kind: ConsentKind, months: i32, days: i64) -> FieldRule {
    let (basis, sensitive) = (Basis::Consent(kind), kind.is_sensitive());
    FieldRule { field, purpose, basis, sensitive, months_after_leaving: months, days_without_consent: days }
}

/// Every field, in the order of the card. For a child under 14 every field also needs a guardian's consent, and waits
/// for it as long as stands here.
pub const RULES: &[FieldRule] = &[
    duty(CardField::Name, Purpose::Serve, 12),
    duty(CardField::Phones, Purpose::Reach, 6),
    duty(CardField::Address, Purpose::Serve, 12),
    duty(CardField::Relation, Purpose::Serve, 12),
    duty(CardField::HouseholdNumber, Purpose::Serve, 12),
    duty(CardField::Category, Purpose::Serve, 12),
    duty(CardField::Separated, Purpose::Serve, 12),
    duty(CardField::Born, Purpose::TellChildren, 6),
    agreed(CardField::IdentityNumber, Purpose::TellApart, ConsentKind::Identity, 0, 180),
    agreed(CardField::CareTags, Purpose::Care, ConsentKind::Care, 0, 90),
    agreed(CardField::Remark, Purpose::Remember, ConsentKind::Notes, 3, 180),
    agreed(CardField::Columns, Purpose::Remember, ConsentKind::Notes, 3, 180),
];

/// The rule of a field.
#[must_use]
pub fn rule(field: CardField) -> &'static FieldRule {
    // Every field stands in the table once, which a test holds; the first line is never the answer for another field.
    RULES.iter().find(|it| it.field == field).unwrap_or(&RULES[0])
}
