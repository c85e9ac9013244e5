//! What the pages show: one struct for each page, filled by its handler and rendered by its template.
//!
//! A view model holds plain data in the reader's own terms (names, addresses, milliseconds) and knows nothing of
//! store or use cases. The doc comment of a page that carries a form lists the fields that the form sends; that list is
//! the contract between the template and the handler of the form. A form that failed is rendered again, with 422,
//! from the same struct: what was typed is in it, and so are the problems.

pub mod account;
pub mod allocation;
pub mod call;
pub mod card;
mod frame;
mod happening;
pub mod help;
pub mod issue;
mod keyed;
mod kinds;
mod measure;
pub mod numbers;
pub mod office;
pub mod own_work;
mod parts;
pub mod place;
pub mod print;
mod problem;
pub mod project;
pub mod public;
mod qr;
pub mod report;
pub mod requests;
pub mod samples;
pub mod survey;
pub mod time;
pub mod work;

#[cfg(test)]
mod tests;

pub use frame::{Community, PageFrame, Section, Theme, Viewer};
pub use happening::{Happening, TrailEntry};
pub use kinds::{
    Channel, Closing, HandlerKind, OrganisationKind, PhotoPhase, Reached, Role, Satisfaction, State, Verb,
};
pub use measure::{Awaited, Measure, TargetLine};
pub use parts::{
    Choice, ChoiceGroup, Contact, EmergencyLine, HandlerGroup, More, Photo, RequestRow, SimilarRequest,
};
pub use problem::{Problem, Problems};
pub use qr::qr_svg;
pub use time::{Clock, Reading};
