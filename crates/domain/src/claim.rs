//! Claims (认领): who is the steward of an estate, at any instant.
//!
//! A claim stores only its start and ends where the next begins. An estate is born with its first claim, the
//! secretary's, and that one cannot be taken away: so from its first instant on an estate has exactly one steward,
//! by the shape of the data and without any check.

use crate::ids::{EstateId, StaffId};
use crate::moment::Moment;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Somebody takes an estate on, from a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// From when, inclusive.
    pub starts_at: Moment,
    /// The one accountable officer.
    pub steward: StaffId,
    /// The deputy (B角), who stands in but is not accountable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<StaffId>,
    /// When the responsibility statement (责任书) was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pact_signed_at: Option<Moment>,
}

/// All claims of one estate, in order of their start: never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The estate.
    pub estate: EstateId,
    first: Claim,
    later: Vec<Claim>,
}

impl Claims {
    /// The claims of an estate that has just been created: the secretary's.
    #[must_use]
    pub const fn first(estate: EstateId, claim: Claim) -> Self {
        Self { estate, first: claim, later: Vec::new() }
    }

    /// The claims as read from storage, in any order. `None` when there are none.
    #[must_use]
    pub fn from_rows(estate: EstateId, mut rows: Vec<Claim>) -> Option<Self> {
        rows.sort_by_key(|claim| claim.starts_at);
        let mut rows = rows.into_iter();
        let first = rows.next()?;
        Some(Self { estate, first, later: rows.collect() })
    }

    /// Every claim in order of its start.
    pub fn iter(&self) -> impl Iterator<Item = &Claim> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The claim in force at `at`. Before the estate's first claim the first one answers, so there is always one.
    #[must_use]
    pub fn in_force(&self, at: Moment) -> &Claim {
        self.later.iter().rev().find(|claim| claim.starts_at <= at).unwrap_or(&self.first)
    }

    /// Since when the steward in force at `at` has been it without a break: a new deputy is no new beginning.
    #[must_use]
    pub fn since(&self, at: Moment) -> Moment {
        let present = self.in_force(at);
        let begun: Vec<_> = self.iter().filter(|claim| claim.starts_at <= present.starts_at).collect();
        let own = begun.iter().rev().take_while(|claim| claim.steward == present.steward);
        own.last().map_or(present.starts_at, |claim| claim.starts_at)
    }

    /// The claims that begin after `at`.
    pub fn planned(&self, at: Moment) -> impl Iterator<Item = &Claim> {
        self.iter().filter(move |claim| claim.starts_at > at)
    }

    /// Whether `staff` is or will be the steward or the deputy, seen from `at`.
    #[must_use]
    pub fn involve(&self, staff: StaffId, at: Moment) -> bool {
        std::iter::once(self.in_force(at))
            .chain(self.planned(at))
            .any(|claim| claim.steward == staff || claim.deputy == Some(staff))
    }

    /// The first moment from `at` on, and not before the estate's first claim, at which no claim starts yet: what is
    /// claimed "now" in the same millisecond in which the estate was added follows it, and so it does when the clock
    /// was set back in between.
    #[must_use]
    pub fn free_from(&self, at: Moment) -> Moment {
        let taken = |at: Moment| self.iter().any(|claim| claim.starts_at == at);
        let mut free = at.max(self.first.starts_at);
        while taken(free) {
            free = free.plus(1);
        }
        free
    }

    /// Decides a new claim.
    ///
    /// # Errors
    /// [`Refusal::DeputyIsSteward`]; [`Refusal::ClaimExists`] when one starts at the same moment;
    /// [`Refusal::ClaimBegun`] when it would begin in the past, because history stays as it was, or before the
    /// estate's first claim.
    pub fn decide_start(&self, claim: Claim, now: Moment) -> Result<EstateClaimed, Refusal> {
        if claim.deputy == Some(claim.steward) {
            return Err(Refusal::DeputyIsSteward);
        }
        if self.iter().any(|other| other.starts_at == claim.starts_at) {
            return Err(Refusal::ClaimExists { estate: self.estate, starts_at: claim.starts_at });
        }
        if claim.starts_at < now.max(self.first.starts_at) {
            return Err(Refusal::ClaimBegun { estate: self.estate, starts_at: claim.starts_at });
        }
        Ok(EstateClaimed { estate: self.estate, claim })
    }

    /// Decides to take a planned claim back.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::FirstClaim`]; [`Refusal::ClaimBegun`] when it is in force or past.
    pub fn decide_withdraw(&self, starts_at: Moment, now: Moment) -> Result<(), Refusal> {
        if starts_at == self.first.starts_at {
            return Err(Refusal::FirstClaim { estate: self.estate });
        }
        if !self.later.iter().any(|claim| claim.starts_at == starts_at) {
            return Err(Refusal::NotFound);
        }
        if starts_at <= now {
            return Err(Refusal::ClaimBegun { estate: self.estate, starts_at });
        }
        Ok(())
    }

    /// Adds or replaces a claim.
    pub fn put(&mut self, claim: Claim) {
        if claim.starts_at == self.first.starts_at {
            self.first = claim;
            return;
        }
        self.later.retain(|other| other.starts_at != claim.starts_at);
        let at = self.later.partition_point(|other| other.starts_at < claim.starts_at);
        self.later.insert(at, claim);
    }

    /// Takes a planned claim away; the first one stays whatever is asked.
    pub fn withdraw(&mut self, starts_at: Moment) {
        self.later.retain(|claim| claim.starts_at != starts_at);
    }
}

/// The event of a new claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateClaimed {
    /// The estate.
    pub estate: EstateId,
    /// The claim.
    pub claim: Claim,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn claim(at: i64, who: u128) -> Claim {
        Claim {
            starts_at: Moment(at),
            steward: StaffId(Uuid::from_u128(who)),
            deputy: None,
            pact_signed_at: None,
        }
    }

    fn claims() -> Claims {
        Claims::first(EstateId(Uuid::from_u128(1)), claim(0, 1))
    }

    #[test]
    fn a_claim_ends_where_the_next_begins() {
        let mut claims = claims();
        claims.put(claim(100, 2));
        assert_eq!(claims.in_force(Moment(99)).steward, StaffId(Uuid::from_u128(1)));
        assert_eq!(claims.in_force(Moment(100)).steward, StaffId(Uuid::from_u128(2)));
    }

    #[test]
    fn nothing_is_claimed_before_the_estate_begins() {
        let estate = EstateId(Uuid::from_u128(1));
        let claims = Claims::first(estate, claim(100, 1));
        let early = Refusal::ClaimBegun { estate, starts_at: Moment(50) };
        assert_eq!(claims.decide_start(claim(50, 2), Moment(10)), Err(early));
    }

    #[test]
    fn what_is_claimed_in_the_same_millisecond_follows() {
        let mut claims = claims();
        assert_eq!(claims.free_from(Moment(0)), Moment(1));
        claims.put(claim(1, 2));
        assert_eq!(claims.free_from(Moment(0)), Moment(2));
        assert_eq!(claims.free_from(Moment(5)), Moment(5));
        assert_eq!(claims.free_from(Moment(-5)), Moment(2));
    }

    #[test]
    fn history_and_the_first_claim_stay() {
        let mut claims = claims();
        claims.put(claim(100, 2));
        let estate = claims.estate;
        assert_eq!(claims.decide_withdraw(Moment(0), Moment(-5)), Err(Refusal::FirstClaim { estate }));
        let begun = Refusal::ClaimBegun { estate, starts_at: Moment(100) };
        assert_eq!(claims.decide_withdraw(Moment(100), Moment(100)), Err(begun));
        assert_eq!(claims.decide_withdraw(Moment(100), Moment(99)), Ok(()));
        assert!(claims.decide_start(claim(50, 3), Moment(51)).is_err());
        assert!(claims.decide_start(claim(100, 3), Moment(51)).is_err());
    }

    proptest! {
        /// Whatever is planned and withdrawn, at every instant exactly one claim is in force: the one with the
        /// latest start, or the first.
        #[test]
        fn exactly_one_steward_at_any_instant(
            steps in prop::collection::vec((0i64..50, 1u128..6, any::<bool>()), 0..60),
            now in 0i64..50,
        ) {
            let mut claims = claims();
            for (at, who, start) in steps {
                if start {
                    if let Ok(event) = claims.decide_start(claim(at, who), Moment(now)) {
                        claims.put(event.claim);
                    }
                } else if claims.decide_withdraw(Moment(at), Moment(now)).is_ok() {
                    claims.withdraw(Moment(at));
                }
            }
            let starts: Vec<_> = claims.iter().map(|claim| claim.starts_at).collect();
            prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
            for at in 0..60 {
                let holding = claims.iter().filter(|claim| claim.starts_at <= Moment(at)).last();
                prop_assert_eq!(Some(claims.in_force(Moment(at))), holding);
            }
        }
    }
}
