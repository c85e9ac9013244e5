//! Resident cards (民情卡): who is at home where, masked; what somebody agreed to; and what is erased without being
//! asked, when its time is over.

mod access;
mod consent;
mod diary;
mod erase;
mod homes;
mod input;
mod list;
mod read;
mod reveal;
mod sweep;
mod texts;
mod values;
mod write;

pub use consent::NewConsent;
pub use diary::DiaryLine;
pub use input::CardInput;
pub use list::{BuildingHomes, Household, HouseholdMember, UnitHomes};
pub use read::{CardSheet, ConsentLine, FieldLine, HomeLine, Shown, TagLine};
pub use texts::NewConsentText;

pub(crate) use erase::{FIELD, erased};

/// The kind of owner under which the phone of somebody who asked about their data is found.
pub(crate) const RIGHTS: &str = "rights";
/// The kind of owner under which a card's phones and names are found.
pub(crate) const OWNER: &str = "resident";
