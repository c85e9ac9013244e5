//! The space-time permutation scan: no population needed, only places and days of cases. Kulldorff, Heffernan, Hartman,
//! Assunção and Mostashari, *PLoS Medicine* 2 (2005).

use super::{ByDuration, Cluster, Zones};
use crate::statistics::Chance;

/// A case: one household that reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Index of its place.
    pub place: usize,
    /// Its period, from 0; the latest period is the last that is looked at.
    pub period: usize,
}

/// The most likely cluster that lasts until period `periods − 1`, for at most `longest` periods. `worlds` others are
/// made by dealing the times out to the places anew. Cases of unknown places and later periods are left out.
#[must_use]
pub fn permutation_scan(
    cases: &[Case],
    periods: usize,
    zones: &Zones,
    longest: usize,
    worlds: u32,
    seed: u64,
) -> Cluster {
    let cases = cases.iter().filter(|case| case.place < zones.places && case.period < periods);
    let (places, mut times): (Vec<usize>, Vec<usize>) = cases.map(|case| (case.place, case.period)).unzip();
    let expected = Expected::new(&places, &times, periods, zones, longest);
    let mut best = highest(&places, &times, &expected, zones);
    if best.duration == 0 {
        return best;
    }
    let mut chance = Chance::new(seed);
    let mut as_high = 1_u32;
    for _ in 0..worlds {
        chance.shuffle(&mut times);
        as_high += u32::from(highest(&places, &times, &expected, zones).score >= best.score);
    }
    best.chance = f64::from(as_high) / f64::from(worlds + 1);
    best
}

/// What every world has in common: dealing out changes neither the cases of a place nor those of a time.
struct Expected {
    periods: usize,
    longest: usize,
    all: f64,
    by_zone: Vec<f64>,
    by_duration: Vec<f64>,
}

impl Expected {
    fn new(places: &[usize], times: &[usize], periods: usize, zones: &Zones, longest: usize) -> Self {
        let mut by_place = vec![0.0; zones.places];
        for place in places {
            by_place[*place] += 1.0;
        }
        let within = |latest: usize| times.iter().filter(|time| *time + latest >= periods).count() as f64;
        Self {
            periods,
            longest,
            all: places.len() as f64,
            by_zone: zones.zones.iter().map(|zone| zone.iter().map(|place| by_place[*place]).sum()).collect(),
            by_duration: (1..=longest.min(periods)).map(within).collect(),
        }
    }
}

fn highest(places: &[usize], times: &[usize], expected: &Expected, zones: &Zones) -> Cluster {
    let mut counts = vec![0.0; zones.places * expected.periods];
    for (place, time) in places.iter().zip(times) {
        counts[place * expected.periods + time] += 1.0;
    }
    let table = ByDuration::new(zones.places, expected.periods, expected.longest, |place, period| {
        counts[place * expected.periods + period]
    });
    let mut best = Cluster::none();
    for (index, zone) in zones.zones.iter().enumerate() {
        for duration in 0..table.durations {
            let count = table.of(zone, duration);
            let mean = expected.by_zone[index] * expected.by_duration[duration] / expected.all;
            let score = ratio(count, mean, expected.all);
            if score > best.score {
                best = Cluster {
                    score,
                    places: zone.clone(),
                    duration: duration + 1,
                    observed: count,
                    expected: mean,
                    chance: 1.0,
                };
            }
        }
    }
    best
}

/// The logarithm of the generalised likelihood ratio of `count` among `all` where `mean` was expected.
fn ratio(count: f64, mean: f64, all: f64) -> f64 {
    if count <= mean || mean <= 0.0 {
        return 0.0;
    }
    let rest = all - count;
    let outside = if rest > 0.0 { rest * (rest / (all - mean)).ln() } else { 0.0 };
    count * (count / mean).ln() + outside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Distance;

    fn line() -> Zones {
        let points: Vec<_> =
            (0..8_u8).map(|place| (f64::from(place) + f64::from(place * place) / 100.0, 0.0)).collect();
        Zones::nearest(&points, 4, Distance::Plane)
    }

    /// Every place has a case every third day.
    fn even() -> Vec<Case> {
        (0..8)
            .flat_map(|place| (place % 3..42).step_by(3).map(move |period| Case { place, period }))
            .collect()
    }

    #[test]
    fn neighbours_in_the_last_days_are_found() {
        let mut cases = even();
        cases.extend((0..4).flat_map(|_| [4, 5].map(|place| Case { place, period: 41 })));
        cases.extend([4, 5].map(|place| Case { place, period: 40 }));
        let cluster = permutation_scan(&cases, 42, &line(), 14, 199, 1);
        assert_eq!(cluster.places, [4, 5]);
        assert!(cluster.duration <= 2 && cluster.chance <= 0.01, "{cluster:?}");
    }

    #[test]
    fn more_everywhere_is_no_cluster() {
        let mut cases = even();
        cases.extend((0..8).map(|place| Case { place, period: 41 }));
        assert!(permutation_scan(&cases, 42, &line(), 14, 199, 1).chance > 0.05);
    }

    #[test]
    fn no_cases_no_cluster() {
        assert_eq!(permutation_scan(&[], 10, &line(), 5, 99, 1), Cluster::none());
    }
}
