//! The curve and the test on the data on acute myelogenous leukaemia (R. G. Miller, Survival Analysis, 1981, p. 49;
//! `survival::aml` in R, whose `survfit` and `survdiff` give the values here), and against brute force.

use crate::numbers::compare::{log_rank, ratio};
use crate::numbers::{Curve, Spell};
use proptest::prelude::*;

const MAINTAINED: [Spell; 11] = [
    (9, true),
    (13, true),
    (13, false),
    (18, true),
    (23, true),
    (28, false),
    (31, true),
    (34, true),
    (45, false),
    (48, true),
    (161, false),
];
const NOT_MAINTAINED: [Spell; 12] = [
    (5, true),
    (5, true),
    (8, true),
    (8, true),
    (12, true),
    (16, false),
    (23, true),
    (27, true),
    (30, true),
    (33, true),
    (43, true),
    (45, true),
];

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 6e-4
}

#[test]
fn the_curve_is_the_published_one() {
    let first = Curve::of(&MAINTAINED);
    let told: Vec<_> = first.steps.iter().map(|it| (it.at, it.open, it.ended)).collect();
    assert_eq!(told, [(9, 11, 1), (13, 10, 1), (18, 8, 1), (23, 7, 1), (31, 5, 1), (34, 4, 1), (48, 2, 1)]);
    let shares = [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184];
    let errors = [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535];
    for ((step, share), error) in first.steps.iter().zip(shares).zip(errors) {
        assert!(near(step.share, share) && near(step.error, error), "{step:?}");
    }
    let second = Curve::of(&NOT_MAINTAINED);
    let shares = [0.8333, 0.6667, 0.5833, 0.4861, 0.3889, 0.2917, 0.1944, 0.0972, 0.0];
    let errors = [0.1076, 0.1361, 0.1423, 0.1481, 0.1470, 0.1387, 0.1219, 0.0919, 0.0];
    for ((step, share), error) in second.steps.iter().zip(shares).zip(errors) {
        assert!(near(step.share, share) && near(step.error, error), "{step:?}");
    }
    assert_eq!((first.median(), second.median()), (Some(31), Some(23)));
}

/// `survfit(..., conf.type = "log-log")`.
#[test]
fn the_interval_is_the_published_one() {
    let curve = Curve::of(&MAINTAINED);
    for (at, low, high) in [(9, 0.5081, 0.987), (13, 0.4474, 0.951), (31, 0.1673, 0.753), (48, 0.0117, 0.525)]
    {
        let (l, h) = curve.interval(at).unwrap();
        assert!(near(l, low) && near(h, high), "{at}: {l} to {h}");
    }
    assert_eq!(curve.median_interval(), Some((13, None)));
    assert_eq!(curve.interval(3), None);
}

/// `survdiff(Surv(time, status) ~ x, aml)`: expected 10.69 and 7.31, chi-square 3.4, p = 0.0653.
#[test]
fn the_test_is_the_published_one() {
    let test = log_rank(&MAINTAINED, &NOT_MAINTAINED).unwrap();
    assert!((test.expected - 10.69).abs() < 5e-3, "{test:?}");
    assert!((test.chi_square - 3.396).abs() < 5e-3 && near(test.chance, 0.0653), "{test:?}");
}

#[test]
fn little_is_said_of_little() {
    assert_eq!(log_rank(&[], &[(3, true)]), None);
    assert_eq!(Curve::of(&[]), Curve::default());
    let open = Curve::of(&[(5, false), (6, false)]);
    assert_eq!((open.median(), open.median_interval()), (None, None));
    assert!(ratio(&open, &Curve::of(&MAINTAINED)).is_none());
}

/// The share still open, counted one by one from the definition.
fn by_hand(spells: &[Spell], at: i64) -> f64 {
    let mut times: Vec<_> = spells.iter().filter(|it| it.1 && it.0 <= at).map(|it| it.0).collect();
    times.sort_unstable();
    times.dedup();
    times.iter().fold(1.0, |share, time| {
        let open = spells.iter().filter(|it| it.0 >= *time).count() as f64;
        let ended = spells.iter().filter(|it| it.0 == *time && it.1).count() as f64;
        share * (1.0 - ended / open)
    })
}

fn spells() -> impl Strategy<Value = Vec<Spell>> {
    prop::collection::vec((0i64..40, any::<bool>()), 0..40)
}

proptest! {
    #[test]
    fn the_curve_is_what_its_definition_says(spells in spells(), at in 0i64..50) {
        prop_assert!((Curve::of(&spells).share(at) - by_hand(&spells, at)).abs() < 1e-9);
    }

    /// Where nothing is cut off, the curve is the plain share of those that took longer.
    #[test]
    fn nothing_is_lost_without_open_ones(times in prop::collection::vec(0i64..40, 1..40), at in 0i64..50) {
        let spells: Vec<_> = times.iter().map(|time| (*time, true)).collect();
        let longer = times.iter().filter(|time| **time > at).count() as f64 / times.len() as f64;
        prop_assert!((Curve::of(&spells).share(at) - longer).abs() < 1e-9);
    }

    /// Which group is named first changes nothing but the side; a group beside itself shows nothing.
    #[test]
    fn the_test_looks_both_ways(one in spells(), other in spells()) {
        let (there, back) = (log_rank(&one, &other), log_rank(&other, &one));
        prop_assert_eq!(there.is_some(), back.is_some());
        if let (Some(there), Some(back)) = (there, back) {
            prop_assert!((there.chi_square - back.chi_square).abs() < 1e-6 * (1.0 + there.chi_square));
            prop_assert!((0.0..=1.0).contains(&there.chance));
        }
        prop_assert!(log_rank(&one, &one).is_none_or(|same| same.chi_square < 1e-9));
    }

    /// The interval of a ratio holds it, and turned round it is the other one upside down.
    #[test]
    fn the_ratio_lies_in_its_interval(one in spells(), other in spells()) {
        let (one, other) = (Curve::of(&one), Curve::of(&other));
        if let Some(it) = ratio(&one, &other) {
            prop_assert!(it.low <= it.ratio * (1.0 + 1e-9));
            prop_assert!(it.high.is_none_or(|high| it.ratio <= high * (1.0 + 1e-9)));
            if let Some(back) = ratio(&other, &one) {
                prop_assert!((it.ratio * back.ratio - 1.0).abs() < 1e-9);
                prop_assert!(it.high.is_none_or(|high| (high * back.low - 1.0).abs() < 1e-9));
            }
        }
    }
}
