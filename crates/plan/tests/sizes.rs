//! Larger communities: what is proved, what is certified, and that the same input gives the same plan.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::form::{EstateForm, Form, OfficerForm, PairForm};
use guanjia_plan::allocation::sample::community;
use guanjia_plan::allocation::solve::{Options, Solution, largest_load, solve};

fn solved(form: &Form) -> Solution {
    let found = solve(&Case::of(form).unwrap(), Options { seed: 3, labels: None }, &mut || false).unwrap();
    assert!(found.certificate.is_valid(), "{:?}", found.certificate.breaches);
    found
}

#[test]
fn communities_are_proved_in_every_objective() {
    for seed in 0..12 {
        for (estates, officers) in [(13, 11), (20, 13), (40, 25), (100, 60)] {
            let found = solved(&community(estates, officers, seed));
            assert!(found.proved || estates > 60, "{estates} × {officers}, seed {seed}");
            assert_eq!(found.bounds[0], Some(found.certificate.values[0]));
            let (spread, bound) = (found.certificate.values[2], found.bounds[2].unwrap());
            assert!(
                spread <= bound * (1.0 + 1e-9),
                "{estates} × {officers}, seed {seed}: {spread} over {bound}"
            );
        }
    }
}

#[test]
fn a_thousand_estates_are_certified() {
    let form = community(1_000, 600, 5);
    let (bound, value) = largest_load(&Case::of(&form).unwrap()).unwrap();
    assert_eq!(bound, value);
    let found = solved(&form);
    assert_eq!(found.certificate.values[0], value);
    assert!(found.certificate.values[2] <= 1.005 * found.bounds[2].unwrap());
}

#[test]
fn rules_of_single_officers_are_kept_in_large_cases() {
    let mut form = community(100, 60, 2);
    let plan = solved(&form).plan;
    // Two neighbours in the ranking change officers, one officer works half time, one estate is kept from somebody.
    let mut ranked: Vec<usize> = (0..100).collect();
    ranked.sort_by(|a, b| form.estates[*b].difficulty.partial_cmp(&form.estates[*a].difficulty).unwrap());
    let pair = |estate: usize, officer: usize| PairForm {
        estate: format!("e{estate}"),
        officer: format!("o{officer}"),
    };
    form.pinned = vec![pair(ranked[30], plan[ranked[31]]), pair(ranked[31], plan[ranked[30]])];
    form.forbidden = vec![pair(ranked[50], plan[ranked[50]])];
    form.officers[20].capacity = Some(0.5);
    let found = solved(&form);
    assert_eq!(found.plan[ranked[30]], plan[ranked[31]]);
    assert!(found.certificate.values[0] >= found.bounds[0].unwrap());
}

#[test]
fn the_same_input_and_seed_give_the_same_plan() {
    let mut form = community(80, 50, 4);
    form.slack.load_spread = 0.05;
    let (one, other) = (solved(&form), solved(&form));
    assert_eq!(one.plan, other.plan);
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let form = form.clone();
            std::thread::spawn(move || solved(&form).plan)
        })
        .collect();
    assert!(threads.into_iter().all(|thread| thread.join().unwrap() == one.plan));
}

#[test]
fn once_told_to_stop_it_gives_the_best_plan_so_far() {
    let mut form = community(300, 180, 4);
    form.slack.load_spread = 0.05;
    let mut asked = 0;
    let mut stop = || {
        asked += 1;
        asked > 200
    };
    let found = solve(&Case::of(&form).unwrap(), Options::default(), &mut stop).unwrap();
    assert!(found.certificate.is_valid() && !found.proved);
}

/// Instances with a published optimum, in the folder `bench/p1` of GUANJIA_SHARED where that is set.
#[test]
fn published_instances_are_matched() {
    let shared = std::env::var("GUANJIA_SHARED").unwrap_or_default();
    let Ok(files) = std::fs::read_dir(format!("{shared}/bench/p1")) else { return };
    for file in files {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let instance: serde_json::Value = serde_json::from_str(&text).unwrap();
        let estate = |one: &serde_json::Value| EstateForm {
            id: format!("e{}", one["id"]),
            difficulty: one["diff"].as_f64(),
            workload: one["w"].as_f64(),
            x: one["x"].as_f64(),
            y: one["y"].as_f64(),
            ..EstateForm::default()
        };
        let officer = |(place, tier): (usize, &serde_json::Value)| OfficerForm {
            id: format!("o{place}"),
            tier: tier.as_u64().map(|tier| tier as u32),
            ..OfficerForm::default()
        };
        let form = Form {
            estates: instance["estates"].as_array().unwrap().iter().map(estate).collect(),
            officers: instance["tiers"].as_array().unwrap().iter().enumerate().map(officer).collect(),
            ..Form::default()
        };
        let found = solved(&form);
        assert_eq!(
            found.certificate.values[0],
            instance["opt_max_load_strict_tier"].as_f64().unwrap(),
            "{path:?}"
        );
        assert!(found.proved, "{path:?}");
    }
}
