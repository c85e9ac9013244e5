//! Resident cards: who is at home where, one card, its form, consent.

mod agree;
mod edit;
mod household;
mod list;
mod sheet;

pub use agree::AgreePage;
pub use edit::{EditLine, EditPage};
pub use household::{DiaryRow, HouseholdPage, MemberRow, NewCardForm};
pub use list::{CardBuilding, CardEstate, CardFloor, CardLoose, CardRoom, CardTable, CardsPage};
pub use sheet::{CardPage, ConsentRow, FieldRow, FieldValue, HomeRow, Revealed, TagRow};
