//! The stream through the product's assignment.

use super::make::{DAY, Written};
use super::*;
use guanjia_discover::issues::{Constraints, Located, Request, Weights, discover};
use guanjia_discover::statistics::Chance;
use std::collections::BTreeSet;

#[test]
fn a_short_stream_is_found_and_no_copy_strays() {
    let stream = make::stream(3, 45, 5);
    let category = Category::of_matters();
    let parts = Parts { gate: true, text: true };
    let (_, all, strayed) = run(&stream, 5, &category, parts, true);
    assert_eq!(strayed, 0);
    assert!(all.injected > 0 && all.recall() > 0.6 && all.precision() > 0.6, "{all:?}");
    let (_, again, _) = run(&stream, 5, &category, parts, true);
    assert_eq!(format!("{all:?}"), format!("{again:?}"));
    let (_, mute, _) = run(&stream, 5, &category, Parts { text: false, ..parts }, true);
    assert!(mute.precision() < all.precision(), "words earn their place: {mute:?}");
}

/// Groups as the ids of their members.
fn groups(written: &[Written]) -> BTreeSet<Vec<&str>> {
    let requests: Vec<Request> = written
        .iter()
        .map(|one| Request {
            id: &one.id,
            at: one.at,
            text: &one.text,
            reporter: Some(&one.household),
            place: Located::chosen(Some(&one.estate.to_string()), None, None),
            ..Request::default()
        })
        .collect();
    let together: Vec<usize> = (0..written.len()).filter(|at| written[*at].issue == Some(0)).collect();
    let together = together.iter().skip(1).map(|one| (together[0], *one)).collect();
    let constraints = Constraints { together, apart: Vec::new() };
    let found = discover(&requests, &constraints, &Weights::default(), |_, _| {});
    let names = |members: Vec<usize>| {
        let mut names: Vec<&str> = members.into_iter().map(|one| written[one].id.as_str()).collect();
        names.sort_unstable();
        names
    };
    found.issues.into_iter().map(|issue| names(issue.members)).collect()
}

#[test]
fn the_hour_and_the_order_inside_a_day_change_no_group() {
    let stream = make::stream(5, 40, 4);
    let expected = groups(&stream.written);
    assert!(expected.len() > 1);
    for seed in 0..6 {
        let mut chance = Chance::new(seed);
        let mut other = stream.written.clone();
        for one in &mut other {
            // The stream begins at midnight in China, so a day of it is a day there.
            let midnight = one.at - (one.at + 8 * 3_600_000).rem_euclid(DAY);
            one.at = midnight + chance.below(DAY as usize) as i64;
        }
        chance.shuffle(&mut other);
        assert_eq!(groups(&other), expected, "seed {seed}");
    }
}
