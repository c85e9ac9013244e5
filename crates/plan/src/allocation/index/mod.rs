//! How hard an estate is and how much work it makes.

mod difficulty;
mod pairwise;
mod sensitivity;

pub use difficulty::{Card, INDICATORS, Part, cards};
pub use pairwise::{Comparison, PairwiseError, weights_of_pairs};
pub use sensitivity::{Flip, sensitivity};
