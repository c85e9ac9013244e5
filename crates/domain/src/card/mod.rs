//! Resident cards (民情卡): which fields a card may have and why, where somebody lives and as what, what they agreed
//! to, and how long each field is kept. The values are in the vault; here are the rules and what happened.
//!
//! Personal Information Protection Law of the PRC, articles 13 to 17 and 28 to 31 (basis, consent, sensitive data,
//! children) and 47 (erasure).

mod consent;
mod decide;
mod field;
mod home;
mod resident;
mod retention;
mod tag;
mod texts;

pub use consent::{Consent, ConsentKind, Given, Giver, How};
pub use field::{Basis, CardField, FieldRule, Purpose, RULES, rule};
pub use home::{Home, MOST_HOMES, Stay};
pub use resident::Resident;
pub use retention::{CardFacts, Due, ErasedFor, is_child};
pub use tag::{CareTag, TagAudience};
pub use texts::{ConsentText, ConsentTexts};

#[cfg(test)]
mod tests;
