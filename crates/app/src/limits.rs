//! Which limit a new request gets.

use guanjia_domain::limit::Limit;
use guanjia_domain::matter::MatterList;
use std::num::NonZeroU32;

const TWO: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);
const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);

/// Urgent matters within two hours (Beijing 12345 draft 2021); small matters on the same day (小事不隔夜); everything
/// else within five working days (Weifang 12345 regulation 2021).
#[must_use]
pub fn limit_for(matters: &MatterList, matter: Option<&str>, urgent: bool) -> Limit {
    if urgent {
        return Limit::Hours(TWO);
    }
    match matter.and_then(|code| matters.get(code)) {
        Some(matter) if matter.small => Limit::SameDay,
        _ => Limit::WorkingDays(FIVE),
    }
}
