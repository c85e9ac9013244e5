//! How often something may be tried: sign-ins, anonymous filings and their photos, for each address.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};
use guanjia_app::access::Tries;
use guanjia_domain::{Moment, Refusal};
use guanjia_store::vault::Token;
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Sign-ins in a minute from one address: an office shares one.
const SIGN_INS_PER_ADDRESS: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);
/// Sign-ins in a minute for one name from one address.
const SIGN_INS_PER_NAME: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Anonymous filings in a minute from one address.
const FILINGS_PER_ADDRESS: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
/// Deeds by private links in a minute from one address.
const DEEDS_PER_ADDRESS: NonZeroU32 = FILINGS_PER_ADDRESS;
/// Photos that come with both, in an hour from one address: what forty requests carry.
const PHOTOS_PER_ADDRESS: NonZeroU32 = NonZeroU32::MIN.saturating_add(239);

/// The counters; kept in memory, so that nothing about addresses is stored, under keys of a fixed size.
pub struct Limits {
    by_address: DefaultKeyedRateLimiter<IpAddr>,
    by_name: DefaultKeyedRateLimiter<(Token, IpAddr)>,
    filings: DefaultKeyedRateLimiter<IpAddr>,
    deeds: DefaultKeyedRateLimiter<IpAddr>,
    photos: DefaultKeyedRateLimiter<IpAddr>,
    tries: Tries,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            by_address: RateLimiter::keyed(Quota::per_minute(SIGN_INS_PER_ADDRESS)),
            by_name: RateLimiter::keyed(Quota::per_minute(SIGN_INS_PER_NAME)),
            filings: RateLimiter::keyed(Quota::per_minute(FILINGS_PER_ADDRESS)),
            deeds: RateLimiter::keyed(Quota::per_minute(DEEDS_PER_ADDRESS)),
            photos: RateLimiter::keyed(Quota::per_hour(PHOTOS_PER_ADDRESS)),
            tries: Tries::default(),
        }
    }
}

impl Limits {
    /// One more try to sign in; a name stands there as its token.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn sign_in(&self, address: IpAddr, name: Token) -> Result<(), Refusal> {
        self.by_address.check_key(&address).map_err(|wait| refused(&wait))?;
        self.by_name.check_key(&(name, address)).map_err(|wait| refused(&wait))
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
        self.filings.check_key(&address).map_err(|wait| refused(&wait))
    }

    /// One more deed by a private link.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn deed(&self, address: IpAddr) -> Result<(), Refusal> {
        self.deeds.check_key(&address).map_err(|wait| refused(&wait))
    }

    /// The photos of a filing or a deed.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] with the seconds to wait.
    pub fn photos(&self, address: IpAddr, photos: usize) -> Result<(), Refusal> {
        let Some(photos) = u32::try_from(photos).ok().and_then(NonZeroU32::new) else { return Ok(()) };
        match self.photos.check_key_n(&address, photos) {
            Ok(outcome) => outcome.map_err(|wait| refused(&wait)),
            // More at once than in an hour.
            Err(_) => Err(Refusal::TooManyTries { seconds: 60 * 60 }),
        }
    }

    /// Forgets addresses and names that have not been seen for a while.
    pub fn forget_old(&self, now: Moment) {
        self.by_address.retain_recent();
        self.by_name.retain_recent();
        self.filings.retain_recent();
        self.deeds.retain_recent();
        self.photos.retain_recent();
        self.tries.forget_old(now);
    }
}

fn refused(wait: &NotUntil<<DefaultClock as Clock>::Instant>) -> Refusal {
    Refusal::TooManyTries { seconds: wait.wait_time_from(DefaultClock::default().now()).as_secs() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_is_over_takes_no_memory() {
        let limits = Limits::default();
        for n in 0..=255 {
            limits.filing([192, 0, 2, n].into()).unwrap();
        }
        assert_eq!(limits.filings.len(), 256);
        let forgotten = (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(200));
            limits.forget_old(Moment(0));
            limits.filings.is_empty()
        });
        assert!(forgotten);
    }

    #[test]
    fn photos_of_an_hour_are_bounded_for_each_address() {
        let (limits, address) = (Limits::default(), [192, 0, 2, 1].into());
        assert!((0..40).all(|_| limits.photos(address, 6).is_ok()));
        assert!(limits.photos(address, 1).is_err());
        assert!(limits.photos(address, 0).is_ok());
        assert!(limits.photos([192, 0, 2, 2].into(), 6).is_ok());
        assert!(limits.photos([192, 0, 2, 3].into(), 1_000).is_err());
    }
}
