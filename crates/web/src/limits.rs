//! How often something may be tried, for each address and for each name: sign-ins and anonymous filings.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use guanjia_app::access::Tries;
use guanjia_domain::Refusal;
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Sign-ins in a minute from one address: an office shares one.
const SIGN_INS_PER_ADDRESS: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);
/// Sign-ins in a minute for one name.
const SIGN_INS_PER_NAME: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Anonymous filings in a minute from one address.
const FILINGS_PER_ADDRESS: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);

/// The counters; kept in memory, so that nothing about addresses is stored.
pub struct Limits {
    by_address: DefaultKeyedRateLimiter<IpAddr>,
    by_name: DefaultKeyedRateLimiter<String>,
    filings: DefaultKeyedRateLimiter<IpAddr>,
    tries: Tries,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            by_address: RateLimiter::keyed(Quota::per_minute(SIGN_INS_PER_ADDRESS)),
            by_name: RateLimiter::keyed(Quota::per_minute(SIGN_INS_PER_NAME)),
            filings: RateLimiter::keyed(Quota::per_minute(FILINGS_PER_ADDRESS)),
            tries: Tries::default(),
        }
    }
}

impl Limits {
    /// One more try to sign in.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn sign_in(&self, address: IpAddr, name: &str) -> Result<(), Refusal> {
        check(&self.by_address, &address)?;
        check(&self.by_name, &name.trim().to_lowercase())
    }

    /// Wrong passwords and codes of late.
    #[must_use]
    pub const fn tries(&self) -> &Tries {
        &self.tries
    }

    /// One more filing by somebody who is not signed in.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn filing(&self, address: IpAddr) -> Result<(), Refusal> {
        check(&self.filings, &address)
    }

    /// Forgets addresses and names that have not been seen for a while.
    pub fn forget_old(&self) {
        self.by_address.retain_recent();
        self.by_name.retain_recent();
        self.filings.retain_recent();
    }
}

fn check<K: std::hash::Hash + Eq + Clone>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), Refusal> {
    limiter.check_key(key).map_err(|wait| {
        let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        Refusal::TooManyTries { seconds }
    })
}
