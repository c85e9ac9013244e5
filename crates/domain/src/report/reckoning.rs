//! What a month is reckoned by: all that a figure asks besides the request itself.

use super::month::Month;
use crate::call::Above;
use crate::moment::Moment;
use crate::numbers::RateRule;
use std::sync::Arc;

/// A month, the moment and the rules by which it is reckoned.
#[derive(Clone, Debug)]
pub struct Reckoning {
    /// Which month.
    pub month: Month,
    /// When it is reckoned.
    pub now: Moment,
    /// How rates are counted in the community.
    pub rule: RateRule,
    /// Which requests calls for help brought to the street office or a bureau.
    pub above: Arc<Above>,
}

impl Reckoning {
    /// A month reckoned at a moment, by the rule that holds where nobody has set one, without any call.
    #[must_use]
    pub fn new(month: Month, now: Moment) -> Self {
        Self { month, now, rule: RateRule::default(), above: Arc::default() }
    }
}
