//! What a page of numbers counts, in one walk over the facts of its period.

use super::{Period, Reach};
use crate::day::day_start;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::numbers::{Night, RateRule, Rates, Spells, curve};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use std::sync::Arc;

/// After so many milliseconds what was counted is counted again although no request has changed: limits run out.
const KEPT: i64 = 5 * 60 * 1_000;
const MINUTE: i64 = 60_000;
/// From here on, in minutes, how long something took is counted in quarters of an hour.
const LONG: i64 = 48 * 60;

/// What is counted of some requests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The measures, of what was reported in the period.
    pub rates: Rates,
    /// How long it took until the end, in minutes; what is open is cut off now. Without what counts in no rate.
    pub spells: Spells,
    /// What stayed overnight, whenever it was reported.
    pub night: Night,
}

impl Gathered {
    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: &Self) {
        self.rates.add(&other.rates);
        for (at, (ended, cut)) in &other.spells {
            let counts = self.spells.entry(*at).or_default();
            *counts = (counts.0 + ended, counts.1 + cut);
        }
        for (why, many) in &other.night.why {
            *self.night.why.entry(*why).or_default() += many;
        }
    }
}

impl App {
    /// What is counted in a community of those estates. Whether somebody may see it is [`App::numbers_reach`]'s to say.
    ///
    /// # Errors
    /// What the store says.
    pub fn gathered(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        reach: &Reach,
        period: Period,
    ) -> Result<Arc<Gathered>> {
        let rule = self.rate_rule(tx, community)?;
        let now = self.now();
        let mut key = remembered_at(now);
        key.extend(period.word().bytes());
        key.extend(reach.key());
        tx.of_the_work("numbers", community, &key, |tx| {
            self.gather(tx, community, reach, period, (&rule, now))
        })
    }

    fn gather(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        reach: &Reach,
        period: Period,
        (rule, now): (&RateRule, Moment),
    ) -> Result<Gathered> {
        let (mut found, morning) = (Gathered::default(), day_start(now));
        self.facts(tx, community, period.range(now), |fact| {
            if reach.holds(&fact) {
                found.rates.count(&fact, rule, now);
                if fact.exclusion().is_none() {
                    let (lasted, ended) = fact.lasted(now);
                    curve::add(&mut found.spells, (minutes(lasted), ended));
                }
            }
        })?;
        self.open_facts(tx, community, |fact| {
            if let Some(why) = Night::stayed(&fact, morning)
                && reach.holds(&fact)
            {
                found.night.count(why);
            }
        })?;
        Ok(found)
    }
}

/// A key under which something is remembered for a while.
pub(super) fn remembered_at(now: Moment) -> Vec<u8> {
    now.0.div_euclid(KEPT).to_be_bytes().to_vec()
}

/// Milliseconds as whole minutes, after two days as quarters of an hour, rounded up: nothing takes no time.
pub(super) fn minutes(millis: i64) -> i64 {
    let minutes = millis.div_euclid(MINUTE) + i64::from(millis.rem_euclid(MINUTE) > 0);
    if minutes <= LONG { minutes } else { (minutes + 14) / 15 * 15 }
}
