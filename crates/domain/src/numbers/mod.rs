//! Honest numbers: what is counted, against what, and how sure it is. Pure; nothing here is ever stored.
//!
//! [`Fact`] is one request in figures, [`Measure::judge`] says how it counts, [`Rates`] add up with what is left out,
//! [`Curve`] says how long things take although not all have ended, [`compare`] sets two groups side by side.

mod chance;
pub mod compare;
pub mod curve;
mod exclusion;
mod fact;
mod interval;
mod line;
mod measure;
mod pace;
mod part;
mod rates;
mod rule;
mod tonight;
mod whose;
mod window;

pub use chance::{chi_square_tail, holm};
pub use curve::{Curve, Spell, Spells, Step};
pub use exclusion::Exclusion;
pub use fact::{Counts, Fact, Where};
pub use interval::wilson;
pub use line::{Flags, Line};
pub use measure::{Counted, Measure, Out};
pub use pace::{FEWEST, Group, Pace, Said, Sides};
pub use part::Part;
pub use rates::{Rate, Rates};
pub use rule::{Answers, Contact, RateRule};
pub use tonight::{Night, Why};
pub use whose::Whose;
pub use window::{BACK, Side};

#[cfg(test)]
mod tests;
