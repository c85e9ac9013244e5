//! The expectation-based Poisson scan: Neill, "Expectation-based scan statistics for monitoring spatial time series",
//! *International Journal of Forecasting* 25 (2009).

use super::{ByDuration, Cluster, Zones};
use crate::alarms::{Observation, fit};
use crate::statistics::Chance;

/// Counts of places over periods.
#[derive(Clone, Debug)]
pub struct Counts {
    /// How many periods.
    pub periods: usize,
    /// Counts, place by place, each with its periods in order.
    pub counts: Vec<f64>,
    /// What was expected, in the same order; above 0.
    pub expected: Vec<f64>,
}

/// What is expected of each of `wanted` (population, time) after the growth of the rate in `past` (count, population,
/// time). `None` where the past cannot be fitted.
#[must_use]
pub fn baselines(past: &[(f64, f64, f64)], wanted: &[(f64, f64)]) -> Option<Vec<f64>> {
    let data: Vec<Observation> = past
        .iter()
        .filter(|(_, population, _)| *population > 0.0)
        .map(|(count, population, time)| Observation {
            count: *count,
            time: *time,
            offset: population.ln(),
            weight: 1.0,
        })
        .collect();
    let several = data.iter().any(|one| (one.time - data[0].time).abs() > 0.0);
    let fit = fit(&data, several)?;
    Some(wanted.iter().map(|(population, time)| fit.at(*time, population.ln(), 1.0).0).collect())
}

/// The most likely cluster that lasts until the latest period, for at most `longest` periods; its chance from
/// `worlds` made by chance.
#[must_use]
pub fn poisson_scan(data: &Counts, zones: &Zones, longest: usize, worlds: u32, seed: u64) -> Cluster {
    let at = |place: usize, period: usize| place * data.periods + period;
    let table = |numbers: &[f64]| {
        ByDuration::new(zones.places, data.periods, longest, |place, period| numbers[at(place, period)])
    };
    let expected = table(&data.expected);
    let by_zone: Vec<f64> = zones
        .zones
        .iter()
        .flat_map(|zone| (0..expected.durations).map(|duration| expected.of(zone, duration)))
        .collect();
    let mut best = highest(&table(&data.counts), &by_zone, zones);
    if best.duration == 0 {
        return best;
    }
    let mut chance = Chance::new(seed);
    let mut as_high = 1_u32;
    for _ in 0..worlds {
        let made: Vec<f64> = data.expected.iter().map(|mean| chance.poisson(*mean) as f64).collect();
        as_high += u32::from(highest(&table(&made), &by_zone, zones).score >= best.score);
    }
    best.chance = f64::from(as_high) / f64::from(worlds + 1);
    best
}

/// The highest score; of equal ones the first zone and the shortest duration.
fn highest(counts: &ByDuration, expected: &[f64], zones: &Zones) -> Cluster {
    let mut best = (0.0, 0, 0, 0.0, 0.0);
    for (index, zone) in zones.zones.iter().enumerate() {
        for duration in 0..counts.durations {
            let (count, mean) = (counts.of(zone, duration), expected[index * counts.durations + duration]);
            if count > mean && mean > 0.0 {
                let score = count * (count / mean).ln() + mean - count;
                if score > best.0 {
                    best = (score, index, duration + 1, count, mean);
                }
            }
        }
    }
    let (score, zone, duration, observed, expected) = best;
    if duration == 0 {
        return Cluster::none();
    }
    Cluster { score, places: zones.zones[zone].clone(), duration, observed, expected, chance: 1.0 }
}

#[cfg(test)]
mod tests;
