//! Wrong passwords and codes make the next try wait, longer each time: for whoever guesses, and hardly for others.
//!
//! A long wait is for a name *from an address*; a name alone waits only under very many failures and never long, so
//! that nobody locks somebody else out by typing their name. A try counts from when it begins, and is taken back when
//! it succeeds: many at once gain nothing.
//!
//! Kept in memory, so that nothing about addresses is stored, and counted alike for names that nobody has, so that the
//! waiting does not tell them apart. Each server counts for itself.

mod rule;

use guanjia_domain::{Moment, Refusal};
use guanjia_store::vault::Token;
use rule::{Rule, rule};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// A series of failures is forgotten after a day without one.
const FORGOTTEN: i64 = 24 * 60 * 60_000;
/// How many series are kept: beyond it the older half goes.
const MOST: usize = 100_000;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tried {
    /// A sign-in name, by its token, from an address.
    Pair(Token, IpAddr),
    /// A sign-in name, by its token, from anywhere.
    Name(Token),
    /// The code of somebody whose password fitted: whoever gets as far as this has it, so the wait may be long.
    Code(Uuid),
    /// The own password, proved once more by somebody who is signed in.
    Proof(Uuid),
    /// An address.
    Address(IpAddr),
}

#[derive(Clone, Copy)]
struct Series {
    failures: u32,
    last: Moment,
    /// The one before, for a try that is taken back.
    before: Moment,
    /// Since when the next of the failures fades, where they do.
    fading: Moment,
}

/// The failures of late.
#[derive(Default)]
pub struct Tries(Mutex<HashMap<Tried, Series>>);

impl Tries {
    /// A try begins: it counts as a failure until it is taken back.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait; then it does not count.
    pub fn begin(&self, tried: &[Tried], now: Moment) -> Result<(), Refusal> {
        let mut all = self.lock();
        let waits = tried.iter().filter_map(|it| Some(wait(rule(it), *all.get(it)?, now)));
        match waits.max().unwrap_or_default() {
            0 => {}
            millis => {
                return Err(Refusal::TooManyTries {
                    seconds: u64::try_from(millis / 1_000).unwrap_or(0) + 1,
                });
            }
        }
        if all.len() >= MOST {
            drop_older_half(&mut all);
        }
        for it in tried {
            let new = Series { failures: 0, last: now, before: now, fading: now };
            let old = faded(rule(it), *all.entry(*it).or_insert(new), now);
            let failures = old.failures.saturating_add(1);
            all.insert(*it, Series { failures, last: now, before: old.last, ..old });
        }
        Ok(())
    }

    /// Nothing came of a try that had begun, neither good nor bad.
    pub fn take_back(&self, tried: &[Tried]) {
        let mut all = self.lock();
        for it in tried {
            if let Some(series) = all.get_mut(it) {
                series.failures = series.failures.saturating_sub(1);
                series.last = series.before;
            }
        }
    }

    /// Somebody got in: the name begins anew. The address does not, or one good account would open the others; only
    /// this try is taken back.
    pub fn succeeded(&self, tried: &[Tried]) {
        self.take_back(tried);
        let mut all = self.lock();
        for it in tried.iter().filter(|it| !matches!(it, Tried::Address(_))) {
            all.remove(it);
        }
    }

    /// Forgets what was counted against somebody, whatever the address: for whoever unlocks the account.
    pub fn forgive(&self, names: &[Token], holder: Uuid) {
        self.lock().retain(|it, _| match it {
            Tried::Pair(name, _) | Tried::Name(name) => !names.contains(name),
            Tried::Code(id) | Tried::Proof(id) => *id != holder,
            Tried::Address(_) => true,
        });
    }

    /// Forgets series that are over.
    pub fn forget_old(&self, now: Moment) {
        self.lock().retain(|it, series| faded(rule(it), *series, now).failures > 0);
    }

    /// How many series are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether nothing is counted at the moment.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Tried, Series>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A series as it stands now.
fn faded(rule: Rule, series: Series, now: Moment) -> Series {
    if now.since(series.last) > FORGOTTEN {
        return Series { failures: 0, fading: now, ..series };
    }
    let Some(each) = rule.fades else { return series };
    let gone = (now.since(series.fading) / each).max(0);
    let failures = series.failures.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX));
    Series { failures, fading: if failures == 0 { now } else { series.fading.plus(gone * each) }, ..series }
}

/// Milliseconds until the next try.
fn wait(rule: Rule, series: Series, now: Moment) -> i64 {
    let whole = rule.wait_after(faded(rule, series, now).failures);
    // A clock that was set back must not lock anybody out for longer than the wait itself.
    (whole - now.since(series.last).max(0)).clamp(0, whole)
}

fn drop_older_half(all: &mut HashMap<Tried, Series>) {
    let mut ages: Vec<Moment> = all.values().map(|it| it.last).collect();
    let half = ages.len() / 2;
    let (_, middle, _) = ages.select_nth_unstable(half);
    let middle = *middle;
    all.retain(|_, it| it.last > middle);
}

#[cfg(test)]
mod tests;
