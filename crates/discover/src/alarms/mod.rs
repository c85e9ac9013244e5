//! Numbers that are unusually high: the week's count of a street, a cell of an estate, a cluster in place and time.
//!
//! EARS and Farrington need weekly counts of some size: they serve a street. In an estate counts are small: there the
//! exact tails ([`unusual`]) and the space-time scans ([`crate::scan`]) speak, corrected for all cells looked at.

mod ears;
mod false_discovery;
mod farrington;
mod glm;
mod small_count;

pub use ears::{Ears, ears};
pub use false_discovery::{FalseDiscovery, adjusted};
pub use farrington::{Farrington, farrington};
pub use glm::{Fit, Observation, fit};
pub use small_count::{Cell, Unusual, unusual};

/// What a method says about one week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Verdict {
    /// A higher count is an alarm. `None` where the history is too short, or the numbers too small, for a threshold.
    pub threshold: Option<f64>,
    /// Whether the count is higher.
    pub alarm: bool,
}
