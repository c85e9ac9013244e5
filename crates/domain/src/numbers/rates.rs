//! Shares with what they are shares of.

use super::fact::Fact;
use super::interval::wilson;
use super::measure::{Counted, Measure, Out};
use super::rule::RateRule;
use crate::moment::Moment;
use std::collections::BTreeMap;

/// A share: how many of how many, and who is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Hits, in hundredths: an answer that counts half adds 50.
    pub hundredths: u64,
    /// Requests that count as a hit, wholly or in part.
    pub hits: u32,
    /// Of how many.
    pub of: u32,
    /// How many are left out, and why.
    pub out: BTreeMap<Out, u32>,
}

impl Rate {
    /// Counts one more request.
    pub fn count(&mut self, counted: Counted) {
        match counted {
            Counted::Hit(percent) => {
                self.hundredths += u64::from(percent);
                self.hits += 1;
                self.of += 1;
            }
            Counted::Miss => self.of += 1,
            Counted::Out(why) => *self.out.entry(why).or_default() += 1,
        }
    }

    /// The share; `None` without anything counted.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| self.full() / f64::from(self.of))
    }

    /// Its interval at 95 %, see [`wilson`].
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        wilson(self.full(), self.of)
    }

    fn full(&self) -> f64 {
        self.hundredths as f64 / 100.0
    }

    /// Adds another count of the same measure.
    pub fn add(&mut self, other: &Self) {
        self.hundredths += other.hundredths;
        self.hits += other.hits;
        self.of += other.of;
        for (why, many) in &other.out {
            *self.out.entry(*why).or_default() += many;
        }
    }
}

/// Every measure of some requests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// How many requests there are in all.
    pub all: u32,
    /// Each measure.
    pub rates: BTreeMap<Measure, Rate>,
}

impl Rates {
    /// Counts one more request in every measure.
    pub fn count(&mut self, fact: &Fact, rule: &RateRule, now: Moment) {
        self.all += 1;
        for measure in Measure::ALL {
            self.rates.entry(*measure).or_default().count(measure.judge(fact, rule, now));
        }
    }

    /// Adds other requests.
    pub fn add(&mut self, other: &Self) {
        self.all += other.all;
        for (measure, rate) in &other.rates {
            self.rates.entry(*measure).or_default().add(rate);
        }
    }
}
