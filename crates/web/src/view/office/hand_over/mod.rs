//! Hand-overs: the list, the form, and one with everything that is open.

mod form;
mod list;
mod sheet;

pub use form::{HandOverForm, HandOverFormPage, HeldChoice};
pub use list::{HandOverRow, HandOversPage};
pub use sheet::{HandOverPage, HandedPart, OpenRow};
