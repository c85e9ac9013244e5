//! Wrong passwords and codes make the next try wait, longer each time: for a name and for an address.
//!
//! Kept in memory, so that nothing about addresses is stored, and counted alike for names that nobody has, so that the
//! waiting does not tell them apart. Each server counts for itself.

use guanjia_domain::{Moment, Refusal};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Failures of one name before it waits.
const FREE_OF_NAME: u32 = 5;
/// Failures of one address before it waits: an office shares one.
const FREE_OF_ADDRESS: u32 = 20;
/// The first wait, and the longest, in milliseconds; each further failure doubles it.
const FIRST_WAIT: i64 = 15_000;
const LONGEST_WAIT: i64 = 15 * 60_000;
/// A series of failures is forgotten after a day without one.
const FORGOTTEN: i64 = 24 * 60 * 60_000;
/// How many series are kept: beyond it the oldest go.
const MOST: usize = 100_000;

/// What is counted: a name (its token) or an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tried {
    /// A sign-in name, or whose code of a second factor it was.
    Name(String),
    /// An address.
    Address(std::net::IpAddr),
}

#[derive(Clone, Copy)]
struct Series {
    failures: u32,
    last: Moment,
}

/// The failures of late.
#[derive(Default)]
pub struct Tries(Mutex<HashMap<Tried, Series>>);

impl Tries {
    /// Whether a try may be made now.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn check(&self, tried: &[Tried], now: Moment) -> Result<(), Refusal> {
        let series = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = tried.iter().filter_map(|it| Some(wait(it, *series.get(it)?, now)));
        match waits.max().unwrap_or_default() {
            0 => Ok(()),
            millis => Err(Refusal::TooManyTries { seconds: u64::try_from(millis / 1_000).unwrap_or(0) + 1 }),
        }
    }

    /// A try failed.
    pub fn failed(&self, tried: &[Tried], now: Moment) {
        let mut series = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if series.len() >= MOST {
            series.retain(|_, it| now.since(it.last) < LONGEST_WAIT);
        }
        for it in tried {
            let entry = series.entry(it.clone()).or_insert(Series { failures: 0, last: now });
            if now.since(entry.last) > FORGOTTEN {
                entry.failures = 0;
            }
            *entry = Series { failures: entry.failures.saturating_add(1), last: now };
        }
    }

    /// Somebody got in: the name begins anew. The address does not, or one good account would open the others.
    pub fn succeeded(&self, tried: &[Tried]) {
        let mut series = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for it in tried.iter().filter(|it| matches!(it, Tried::Name(_))) {
            series.remove(it);
        }
    }
}

/// Milliseconds until the next try.
fn wait(tried: &Tried, series: Series, now: Moment) -> i64 {
    let free = match tried {
        Tried::Name(_) => FREE_OF_NAME,
        Tried::Address(_) => FREE_OF_ADDRESS,
    };
    let Some(over) = series.failures.checked_sub(free) else { return 0 };
    let whole = FIRST_WAIT.saturating_mul(1 << over.min(20)).min(LONGEST_WAIT);
    // A clock that was set back must not lock anybody out for longer than the wait itself.
    (whole - now.since(series.last).max(0)).clamp(0, whole)
}

#[cfg(test)]
mod tests;
