//! Loud cells, quiet cells, and how often quiet ones alarm.

use super::*;
use crate::statistics::Chance;

#[test]
fn six_households_where_hardly_one_is_usual() {
    let cell = Cell { households: 6, days: 14.0, before: 10, days_before: 350.0 };
    let quiet = Cell { households: 1, days: 14.0, before: 20, days_before: 350.0 };
    let out = unusual(&[cell, quiet]);
    assert!((out[0].usual - 0.4).abs() < 1e-12);
    // P(X ≥ 6) of 16 trials at 14/364.
    assert!((out[0].chance / 1.855999748e-05 - 1.0).abs() < 1e-8, "{}", out[0].chance);
    assert!(out[0].corrected > out[0].chance && out[0].corrected < 1e-3);
    assert!(out[1].chance > 0.5);
    assert_eq!(out[0].cells, 2);
}

#[test]
fn no_past_no_alarm() {
    let out = unusual(&[Cell { households: 9, days: 14.0, before: 0, days_before: 0.0 }]);
    assert!((out[0].chance - 1.0).abs() < 1e-15);
}

#[test]
fn quiet_streams_hardly_ever_alarm() {
    let mut chance = Chance::new(11);
    let cells: Vec<Cell> = (0..4_000)
        .map(|_| Cell {
            households: chance.poisson(0.4),
            days: 14.0,
            before: chance.poisson(10.0),
            days_before: 350.0,
        })
        .collect();
    let out = unusual(&cells);
    let raw = out.iter().filter(|one| one.chance <= 0.05).count();
    assert!(raw <= 200, "an exact test is never wrong more often than it says: {raw}");
    assert_eq!(out.iter().filter(|one| one.corrected <= 0.05).count(), 0);
}
