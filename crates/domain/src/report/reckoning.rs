//! What a month is reckoned by: all that a figure asks besides the request itself.

use super::month::Month;
use crate::moment::Moment;
use crate::numbers::RateRule;

/// A month, the moment and the rules by which it is reckoned.
#[derive(Clone, Debug)]
pub struct Reckoning {
    /// Which month.
    pub month: Month,
    /// When it is reckoned.
    pub now: Moment,
    /// How rates are counted in the community.
    pub rule: RateRule,
}

impl Reckoning {
    /// A month reckoned at a moment, by the rule that holds where nobody has set one.
    #[must_use]
    pub fn new(month: Month, now: Moment) -> Self {
        Self { month, now, rule: RateRule::default() }
    }
}
