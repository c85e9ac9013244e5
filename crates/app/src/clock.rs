//! Where time and ids come from. Everything else gets them from here, so that tests and the simulation can hold
//! both in their hands.

use guanjia_domain::Moment;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use uuid::Uuid;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the wall clock is read")]
    fn now(&self) -> Moment {
        jiff::Timestamp::now().into()
    }
}

/// A clock that is set by hand: tests, imports of the past, the demo's ninety days.
#[derive(Debug)]
pub struct HandClock(AtomicI64);

impl HandClock {
    /// A clock that stands at `at`.
    #[must_use]
    pub const fn at(at: Moment) -> Self {
        Self(AtomicI64::new(at.0))
    }

    /// Sets it.
    pub fn set(&self, at: Moment) {
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Moves it on by milliseconds.
    pub fn pass(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// Makes ids of version 7 (RFC 9562) whose order is the order of their making, also when the clock goes back: the
/// time in them never does.
#[derive(Debug, Default)]
pub struct Ids {
    /// Milliseconds × 4096 + a counter within the millisecond.
    last: AtomicU64,
}

impl Ids {
    /// An id made at `now`.
    ///
    /// # Errors
    /// [`guanjia_store::StoreError::Unavailable`] when the system gives no randomness.
    pub fn next(&self, now: Moment) -> Result<Uuid, guanjia_store::StoreError> {
        let mut random = [0; 8];
        getrandom::fill(&mut random)
            .map_err(|error| guanjia_store::StoreError::Unavailable(error.to_string()))?;
        let millis = u64::try_from(now.0).unwrap_or(0) << 12;
        let tick = self
            .last
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(millis.max(last + 1)))
            .map_or(millis, |last| millis.max(last + 1));
        let (millis, counter) = (tick >> 12, tick & 0xFFF);
        let high = (millis << 16) | 0x7000 | counter;
        let low = (u64::from_be_bytes(random) >> 2) | (0b10 << 62);
        Ok(Uuid::from_u64_pair(high, low))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_order_when_the_clock_goes_back() {
        let ids = Ids::default();
        let times = [1_000, 1_000, 5_000, 2_000, 2_000, 6_000];
        let made: Vec<_> = times.iter().map(|at| ids.next(Moment(*at)).unwrap()).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.get_version_num() == 7));
    }
}
