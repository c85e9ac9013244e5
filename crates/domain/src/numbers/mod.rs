//! Honest numbers: what is counted, against what, and how sure it is. Pure; nothing here is ever stored.

mod exclusion;
mod fact;
mod line;
mod whose;

pub use exclusion::Exclusion;
pub use fact::{Counts, Fact, Where};
pub use line::{Flags, Line};
pub use whose::Whose;

#[cfg(test)]
mod tests;
