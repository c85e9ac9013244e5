//! Pages of the office: people, import, messages, the access log, and the gallery.

mod audit;
mod duty;
mod gallery;
mod hand_over;
mod import;
mod inbox;
mod people;
mod rights;

pub use audit::{AccessLine, AuditPage};
pub use duty::{DutyLine, DutyPage};
pub use gallery::GalleryPage;
pub use hand_over::{
    HandOverForm, HandOverFormPage, HandOverPage, HandOverRow, HandOversPage, HandedPart, HeldChoice, OpenRow,
};
pub use import::{ImportPage, ImportProblem, ImportTally, Preview};
pub use inbox::{InboxLine, InboxPage};
pub use people::{NewPersonForm, PeopleGroup, PeoplePage, PersonLine};
pub use rights::{CopyPart, Desk, HeldLine, Receipt, RightsPage};
