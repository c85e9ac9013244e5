//! How long something takes when not all of it has ended (Kaplan–Meier).

use super::interval::Z;
use std::collections::BTreeMap;

/// A time and whether it ended then; what had not ended by then is counted as open until then (censored).
pub type Spell = (i64, bool);

/// Spells added up: how many ended after that time, and how many were cut off then.
pub type Spells = BTreeMap<i64, (u32, u32)>;

/// Adds a spell.
pub fn add(spells: &mut Spells, (at, ended): Spell) {
    let counts = spells.entry(at).or_default();
    if ended { counts.0 += 1 } else { counts.1 += 1 }
}

/// A step of the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// After how long, in the unit of the spells.
    pub at: i64,
    /// How many were still open just before.
    pub open: u32,
    /// How many ended then.
    pub ended: u32,
    /// The share that is still open after it.
    pub share: f64,
    /// Its standard error, after Greenwood; 0 once the share is 0.
    pub error: f64,
}

/// The share still open after each time at which anything ended. (E. L. Kaplan, P. Meier, Nonparametric estimation
/// from incomplete observations, JASA 53, 1958, 457–481.)
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The steps, by time.
    pub steps: Vec<Step>,
    /// How many there are in all.
    pub all: u32,
    /// How many of them have ended.
    pub ended: u32,
    /// The longest time seen.
    pub last: i64,
}

impl Curve {
    /// The curve of spells in any order. At equal times what ended is counted before what was cut off.
    #[must_use]
    pub fn of(spells: &[Spell]) -> Self {
        let mut sum = Spells::new();
        spells.iter().for_each(|spell| add(&mut sum, *spell));
        Self::counted(&sum)
    }

    /// The same of spells that were added up.
    #[must_use]
    pub fn counted(spells: &Spells) -> Self {
        let all = spells.values().map(|(ended, cut)| ended + cut).sum();
        let mut curve = Self { all, ..Self::default() };
        let (mut share, mut sum, mut open) = (1.0, 0.0, all);
        for (at, (ended, cut)) in spells {
            if *ended > 0 {
                let (n, d) = (f64::from(open), f64::from(*ended));
                share *= (n - d) / n;
                sum += d / (n * (n - d));
                let error = if open == *ended { 0.0 } else { share * sum.sqrt() };
                curve.steps.push(Step { at: *at, open, ended: *ended, share, error });
                curve.ended += ended;
            }
            open -= ended + cut;
            curve.last = *at;
        }
        curve
    }

    /// The share still open at a time.
    #[must_use]
    pub fn share(&self, at: i64) -> f64 {
        self.before(at).map_or(1.0, |step| step.share)
    }

    /// The interval of that share at 95 %, on the scale of the log of its log, so that it never leaves 0 to 1; `None`
    /// where the share is 0 or 1. (J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data.)
    #[must_use]
    pub fn interval(&self, at: i64) -> Option<(f64, f64)> {
        self.before(at).and_then(Step::interval)
    }

    fn before(&self, at: i64) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.at <= at)
    }

    /// The time by which half has ended; `None` while fewer than half have.
    #[must_use]
    pub fn median(&self) -> Option<i64> {
        // Products of shares such as 9/10 · 8/9 must not miss the half by a hair.
        self.steps.iter().find(|step| step.share <= 0.5 + 1e-12).map(|step| step.at)
    }

    /// The interval of the median at 95 %: all times at which the interval of the share holds one half. Its upper
    /// end is not known while too many are open. (R. Brookmeyer, J. Crowley, A confidence interval for the median
    /// survival time, Biometrics 38, 1982, 29–41.)
    #[must_use]
    pub fn median_interval(&self) -> Option<(i64, Option<i64>)> {
        let below = |end: fn((f64, f64)) -> f64| {
            self.steps.iter().find(|step| step.interval().map_or(step.share <= 0.5, |it| end(it) <= 0.5))
        };
        let low = below(|it| it.0)?.at;
        Some((low, below(|it| it.1).map(|step| step.at)))
    }
}

impl Step {
    /// See [`Curve::interval`].
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        if self.share <= 0.0 || self.share >= 1.0 {
            return None;
        }
        let log = self.share.ln();
        let wide = (Z * self.error / (self.share * log)).abs();
        Some((self.share.powf(wide.exp()), self.share.powf((-wide).exp())))
    }
}
