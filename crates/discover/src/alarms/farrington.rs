//! Farrington's method, plain and flexible: the same weeks of past years predict this one.
//!
//! Farrington, Andrews, Beale and Catchpole, *J. R. Statist. Soc. A* 159 (1996); Noufaily, Enki, Farrington,
//! Garthwaite, Andrews and Charlett, *Statistics in Medicine* 32 (2013). Defaults and order of steps are those of R's
//! package `surveillance`, with three years of history.

use super::{Fit, Observation, Verdict, fit};
use crate::statistics::{normal_quantile, student_two_sided};

/// The method's settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Farrington {
    /// How many past years are the base, from 1.
    pub years: usize,
    /// How many weeks on either side of the same week belong to it.
    pub half_window: usize,
    /// Weeks in a year.
    pub period: usize,
    /// The share of false alarms, two-sided for the plain method and one-sided for the flexible.
    pub alpha: f64,
    /// The flexible method: fewer weeks are taken for past outbreaks, the bound is one-sided.
    pub flexible: bool,
}

impl Farrington {
    /// The method of 1996.
    #[must_use]
    pub const fn plain() -> Self {
        Self { years: 3, half_window: 3, period: 52, alpha: 0.01, flexible: false }
    }

    /// The method of 2013.
    #[must_use]
    pub const fn flexible() -> Self {
        Self { flexible: true, ..Self::plain() }
    }

    /// Standardised residuals above this belong to past outbreaks and weigh less.
    const fn outbreak(&self) -> f64 {
        if self.flexible { 2.58 } else { 1.0 }
    }

    /// The normal quantile of the bound.
    fn quantile(&self) -> f64 {
        normal_quantile(1.0 - if self.flexible { self.alpha } else { self.alpha / 2.0 })
    }
}

/// Fewer cases than the first in as many weeks as the second are never an alarm.
const ENOUGH: (u64, usize) = (5, 4);

/// The verdict on each week, in order. Weeks with too few cases around them have the threshold 0 with the plain method
/// and none with the flexible, as in the reference implementation; neither alarms.
#[must_use]
pub fn farrington(counts: &[u64], settings: &Farrington) -> Vec<Verdict> {
    (0..counts.len()).map(|week| verdict(counts, week, settings)).collect()
}

fn verdict(counts: &[u64], week: usize, settings: &Farrington) -> Verdict {
    let Some(limit) = base(counts, week, settings).and_then(|base| threshold(&base, week, settings)) else {
        return Verdict::default();
    };
    let recent: u64 = counts[(week + 1).saturating_sub(ENOUGH.1)..=week].iter().sum();
    if recent < ENOUGH.0 {
        return Verdict { threshold: (!settings.flexible).then_some(0.0), alarm: false };
    }
    Verdict { threshold: Some(limit), alarm: counts[week] as f64 > limit }
}

/// The weeks of past years that are the base; `None` where the series does not reach back so far.
fn base(counts: &[u64], week: usize, settings: &Farrington) -> Option<Vec<Observation>> {
    let mut base = Vec::with_capacity(settings.years * (2 * settings.half_window + 1));
    for year in (1..=settings.years).rev() {
        let middle = week.checked_sub(year * settings.period)?;
        for past in middle.checked_sub(settings.half_window)?..=middle + settings.half_window {
            let count = *counts.get(past)? as f64;
            base.push(Observation { count, time: past as f64, offset: 0.0, weight: 1.0 });
        }
    }
    Some(base)
}

fn threshold(base: &[Observation], week: usize, settings: &Farrington) -> Option<f64> {
    let week = week as f64;
    let most = base.iter().map(|one| one.count).fold(0.0, f64::max);
    // A trend counts if it is significant, predicts nothing beyond what was seen, and three years speak for it.
    let with_trend = reweighted(base, true, settings).filter(|(fit, _)| {
        settings.years >= 3
            && student_two_sided(fit.growth_t(spread_of(fit, settings)), fit.freedom) < 0.05
            && fit.at(week, 0.0, 1.0).0 <= most
    });
    let (fit, dispersion) = match with_trend {
        Some(found) => found,
        None => reweighted(base, false, settings)?,
    };
    let of_error = if settings.flexible { fit.relative_dispersion } else { dispersion };
    let (mean, error) = fit.at(week, 0.0, of_error);
    // The 2/3 power makes a Poisson number nearly symmetric.
    let spread = (4.0 / 9.0 * mean.cbrt() * (dispersion + error * error / mean)).sqrt();
    let limit = (mean.powf(2.0 / 3.0) + settings.quantile() * spread).powf(1.5);
    limit.is_finite().then_some(limit)
}

/// The dispersion that standard errors are made of. The reference implementation of the flexible method takes the
/// relative one; it is followed, so that both give the same thresholds.
const fn spread_of(fit: &Fit, settings: &Farrington) -> f64 {
    if settings.flexible { fit.relative_dispersion } else { fit.dispersion }
}

/// Fits, gives past outbreaks less weight, and fits again. The dispersion is at least 1.
fn reweighted(base: &[Observation], growth: bool, settings: &Farrington) -> Option<(Fit, f64)> {
    let first = fit(base, growth)?;
    let dispersion = first.dispersion.max(1.0);
    let residuals: Vec<f64> = base
        .iter()
        .zip(first.means.iter().zip(&first.leverages))
        .map(|(one, (mean, leverage))| anscombe(one.count, *mean) / (dispersion * (1.0 - leverage)).sqrt())
        .collect();
    let raw = |residual: f64| if residual > settings.outbreak() { residual.powi(-2) } else { 1.0 };
    let scale = base.len() as f64 / residuals.iter().map(|one| raw(*one)).sum::<f64>();
    let weighed: Vec<Observation> = base
        .iter()
        .zip(&residuals)
        .map(|(one, residual)| Observation { weight: scale * raw(*residual), ..*one })
        .collect();
    let fit = fit(&weighed, growth)?;
    let dispersion = fit.dispersion.max(1.0);
    Some((fit, dispersion))
}

/// Anscombe's residual of a Poisson number.
fn anscombe(count: f64, mean: f64) -> f64 {
    1.5 * (count.powf(2.0 / 3.0) * mean.powf(-1.0 / 6.0) - mean.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four years of a steady four or five a week, with a peak in the last.
    fn series() -> Vec<u64> {
        let mut counts: Vec<u64> = (0..208).map(|week| 4 + week % 2).collect();
        counts[200] = 15;
        counts
    }

    #[test]
    fn only_the_peak_alarms() {
        for settings in [Farrington::plain(), Farrington::flexible()] {
            let verdicts = farrington(&series(), &settings);
            let alarms: Vec<_> = (0..208).filter(|week| verdicts[*week].alarm).collect();
            assert_eq!(alarms, [200], "{settings:?}");
            assert_eq!(verdicts[158].threshold, None, "the history begins at week 159");
            assert!(verdicts[159].threshold.is_some());
        }
    }

    #[test]
    fn a_past_outbreak_weighs_little() {
        let mut counts = series();
        counts[200] = 5;
        let before = farrington(&counts, &Farrington::plain())[200].threshold.unwrap();
        counts[96] = 60;
        let after = farrington(&counts, &Farrington::plain())[200].threshold.unwrap();
        let mean_with_it = counts[93..=99].iter().sum::<u64>() as f64 / 7.0;
        assert!(after < 2.0 * before && mean_with_it > 2.0 * 4.5, "{before} {after}");
    }

    #[test]
    fn few_cases_never_alarm() {
        let mut counts = vec![0; 208];
        counts[30] = 1;
        counts[200] = 4;
        assert!(farrington(&counts, &Farrington::plain()).iter().all(|verdict| !verdict.alarm));
    }
}
