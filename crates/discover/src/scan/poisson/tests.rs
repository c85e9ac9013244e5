//! Planted clusters and ordinary worlds.

use super::*;
use crate::scan::Distance;

fn five() -> Zones {
    Zones::nearest(&[(0.0, 0.0), (1.0, 0.0), (2.1, 0.0), (3.3, 0.0), (9.0, 0.0)], 3, Distance::Plane)
}

#[test]
fn the_planted_cluster_is_found() {
    let (periods, mut counts) = (6, vec![2.0; 30]);
    for place in [1, 2] {
        for period in [4, 5] {
            counts[place * periods + period] = 9.0;
        }
    }
    let data = Counts { periods, counts, expected: vec![2.0; 30] };
    let cluster = poisson_scan(&data, &five(), 6, 199, 3);
    assert_eq!((cluster.places.as_slice(), cluster.duration), ([1, 2].as_slice(), 2));
    assert!((cluster.score - (36.0 * 4.5_f64.ln() + 8.0 - 36.0)).abs() < 1e-12);
    assert!((cluster.chance - 0.005).abs() < 1e-12);
}

#[test]
fn an_ordinary_world_is_not_rare() {
    let mut chance = Chance::new(5);
    let counts: Vec<f64> = (0..30).map(|_| chance.poisson(2.0) as f64).collect();
    let data = Counts { periods: 6, counts, expected: vec![2.0; 30] };
    assert!(poisson_scan(&data, &five(), 6, 199, 3).chance > 0.05);
}

#[test]
fn baselines_follow_population_and_growth() {
    let past: Vec<_> =
        (0..4).flat_map(|t| [100.0, 300.0].map(|p| (p * 0.1 * 1.5_f64.powi(t), p, f64::from(t)))).collect();
    let out = baselines(&past, &[(200.0, 4.0)]).unwrap();
    assert!((out[0] - 20.0 * 1.5_f64.powi(4)).abs() < 1e-4, "{}", out[0]);
}
