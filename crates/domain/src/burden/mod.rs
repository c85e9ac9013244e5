//! The burden ledger: what the work in this house asks of each role, week by week, reckoned from what happened.
//!
//! By role and never by person. The table [`ASKS`] is published: it says of every deed how many fields are typed, how
//! often one taps, and how long it takes. Its figures are estimates of this project, taken from its own pages: fields
//! and taps are counted on them, a typed field is reckoned at twenty to forty seconds on a phone, a tap at two to five.

mod forms;
mod press;
mod rules;
mod table;
mod week;

#[cfg(test)]
mod tests;

pub use forms::{FORMS, Form, forms_spared};
pub use press::Presses;
pub use rules::{Cost, Rule, cost_of};
pub use table::{ASKS, Ask, ask_of};
pub use week::{Asked, Deeds, by_week, monday_of};
