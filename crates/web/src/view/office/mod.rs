//! Pages of the office: people, import, messages, the access log, and the gallery.

mod audit;
mod calendar;
mod columns;
mod consent_texts;
mod duty;
mod export;
mod gallery;
mod hand_over;
mod hotlines;
mod import;
mod inbox;
mod limits;
mod matters;
mod model;
mod moves;
mod people;
mod register;
mod rights;

pub use audit::{AccessLine, AuditPage};
pub use calendar::{CalendarDay, CalendarForm, CalendarMonth, CalendarPage};
pub use columns::{TellColumn, TellSheet};
pub use consent_texts::{ConsentTextsPage, ConsentWords, ConsentWordsForm};
pub use duty::{DutyLine, DutyPage};
pub use export::ExportPage;
pub use gallery::GalleryPage;
pub use hand_over::{
    HandOverForm, HandOverFormPage, HandOverPage, HandOverRow, HandOversPage, HandedPart, HeldChoice, OpenRow,
};
pub use hotlines::{HotlinesForm, HotlinesPage};
pub use import::{ImportLine, ImportPage, ImportProblem, ImportTally, Preview};
pub use inbox::{InboxLine, InboxPage};
pub use limits::{LimitForm, LimitRow, LimitsPage, SetLine};
pub use matters::{MatterForm, MatterLine, MattersPage};
pub use model::{LabelLine, ModelPage};
pub use moves::{MoveClock, MoveLine, MovesShown};
pub use people::{NewPersonForm, PeopleGroup, PeoplePage, PersonLine};
pub use register::{CasePage, CaseRow, RegisterPage};
pub use rights::{CopyPart, Desk, HeldLine, Receipt, RightsPage};
