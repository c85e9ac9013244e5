//! When several requests are worth a person's look as one issue.

/// A candidate has so many households at least whose requests are still open: what was put right is no issue any more,
/// and one household that writes twice is none.
pub const FEWEST_HOUSEHOLDS: usize = 2;
/// Requests that are open, or were reported in so many days, are compared.
pub const RECENT_DAYS: i64 = 14;
/// Classes of matters in which everybody has an affair of their own: certificates.
const PERSONAL: &[&str] = &["10"];

/// Whether requests about a matter can be one issue; those without a matter can.
#[must_use]
pub fn can_be_common(matter: Option<&str>) -> bool {
    !matter.is_some_and(|code| PERSONAL.iter().any(|class| code.starts_with(class)))
}
