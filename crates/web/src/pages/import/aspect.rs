//! The words for what differs between something stored and what the sheets make of it.

use guanjia_app::import::Aspect;

/// The word for what differs.
pub(super) const fn word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "person-name",
        Aspect::Aliases => "aspect-aliases",
        Aspect::Property => "aspect-property",
        Aspect::Built => "aspect-built",
        Aspect::Columns => "aspect-columns",
        Aspect::Rooms => "thing-room",
        Aspect::Households => "aspect-households",
        Aspect::Post => "aspect-post",
        Aspect::Tier => "aspect-tier",
        Aspect::Phone => "field-phone",
        Aspect::Estates => "thing-estate",
        Aspect::GridWorker => "role-grid-worker",
        Aspect::Scope => "aspect-scope",
        Aspect::IdentityNumber => "card-identity-number",
        Aspect::Home => "card-address",
        Aspect::Relation => "card-relation",
        Aspect::Category => "card-category",
        Aspect::CareTags => "card-care",
        Aspect::HouseholdNumber => "card-household",
        Aspect::Separated => "card-separated",
        Aspect::MovedOut => "card-moved-out",
        Aspect::Deceased => "card-deceased",
        Aspect::Remark => "card-remark",
    }
}
