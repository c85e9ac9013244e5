//! By hand, and as the published scorer says for the same messages.

use super::*;

fn gold() -> Gold {
    let names = ["a", "a", "a", "a", "b", "b", "b", "", "", "", "c", "c"].map(ToOwned::to_owned);
    Gold::new(&names, &[vec![4, 7], vec![8, 9, 10]])
}

fn near(found: [f64; 3], wanted: [f64; 3]) {
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() < 5e-4, "{found} is not {wanted}");
    }
}

/// What `evaluate.py` says of these groups: precision, recall and F1 of pairs, B³ without the lonely, and events.
const PAIRS: [f64; 3] = [0.5714, 0.4, 0.4706];
const B3: [f64; 3] = [0.6667, 0.3333, 0.4444];
const EVENTS: [f64; 3] = [1.0; 3];

#[test]
fn as_the_scorer_of_the_texts() {
    let groups: Vec<Vec<usize>> =
        vec![vec![0, 1, 2, 8], vec![3], vec![4, 5, 7], vec![6], vec![9, 10], vec![11]];
    let score = score(&gold(), &groups);
    near(score.pairs, PAIRS);
    near(score.b3, B3);
    near(score.events, EVENTS);
}

#[test]
fn the_truth_is_perfect_and_nothing_is_nothing() {
    let gold = gold();
    let mut truth: Vec<Vec<usize>> = gold.events().to_vec();
    truth.extend((7..10).map(|one| vec![one]));
    let perfect = score(&gold, &truth);
    for figures in [perfect.pairs, perfect.b3, perfect.events] {
        near(figures, [1.0; 3]);
    }
    let alone: Vec<Vec<usize>> = (0..12).map(|one| vec![one]).collect();
    near(score(&gold, &alone).b3, [0.0; 3]);
}

#[test]
fn a_group_nobody_could_decide_is_not_counted() {
    let gold = gold();
    // 8, 9 and 10 are a family: the group says nothing against the precision of events.
    let mut groups: Vec<Vec<usize>> =
        vec![vec![0, 1, 2, 3], vec![4, 5, 6], vec![8, 9, 10], vec![7], vec![11]];
    near(score(&gold, &groups).events, [1.0; 3]);
    groups.swap_remove(2);
    groups.extend([vec![8], vec![9], vec![10]]);
    near(score(&gold, &groups).pairs, [1.0, 9.0 / 10.0, 18.0 / 19.0]);
}
