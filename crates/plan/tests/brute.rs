//! The solver against trying everything, on small cases with every kind of rule.

mod support;

use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::explain::{Regret, regrets};
use guanjia_plan::allocation::replan::curve;
use guanjia_plan::allocation::solve::{Failure, Options, solve};
use proptest::prelude::*;
use support::{all_values, best_values, plainly, random};

fn case() -> impl Strategy<Value = (u64, Case)> {
    let sizes = prop_oneof![4 => (1_usize..=6, 1_usize..=4), 1 => (7_usize..=8, 1_usize..=3)];
    (any::<u64>(), sizes).prop_map(|(seed, (estates, officers))| (seed, random(seed, estates, officers)))
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * other.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_plan_is_better_in_the_order_of_the_objectives((_, case) in case()) {
        let all = all_values(&case);
        let found = solve(&case, Options::default(), &mut || false);
        if all.is_empty() {
            prop_assert_eq!(found.err(), Some(Failure::Impossible));
            return Ok(());
        }
        let found = found.unwrap();
        prop_assert!(found.proved && found.certificate.is_valid());
        let (valid, values) = plainly(&case, &found.plan);
        prop_assert!(valid);
        let stages = best_values(&case, all);
        for (place, (objective, best, most)) in stages.iter().enumerate() {
            let value = values[objective.place()];
            // The last objective has nothing behind it that its slack could serve.
            let most = if place + 1 == stages.len() { *best } else { *most };
            prop_assert!(value < most || near(value, most), "{:?}: {} over {}", objective, value, most);
            let bound = found.bounds[objective.place()];
            prop_assert!(bound.is_some_and(|bound| near(bound, *best) || most > *best), "{:?} {:?}", objective, bound);
        }
    }

    #[test]
    fn the_price_of_another_officer_is_what_the_best_plan_with_them_costs((_, case) in case()) {
        prop_assume!(case.estates.len() <= 5);
        let Ok(found) = solve(&case, Options::default(), &mut || false) else { return Ok(()) };
        let table = regrets(&case, &found, Options::default(), &mut || false);
        for (estate, row) in table.iter().enumerate() {
            for (officer, regret) in row.iter().enumerate() {
                let mut forced = case.clone();
                let pinned = forced.pinned[estate].replace(officer);
                let all = if pinned.is_some_and(|pin| pin != officer) { Vec::new() } else { all_values(&forced) };
                match regret {
                    Regret::Chosen => prop_assert_eq!(found.plan[estate], officer),
                    Regret::Unknown => prop_assert!(false, "nothing was to stop it"),
                    Regret::Impossible => prop_assert!(all.is_empty()),
                    Regret::Price(price) => {
                        let (first, best, most) = best_values(&forced, all)[0];
                        let value = found.certificate.values[first.place()] + price[first.place()];
                        prop_assert!(value <= most + 1e-6 * most.max(1.0) && value >= best - 1e-6 * best.max(1.0));
                    }
                }
            }
        }
    }

    #[test]
    fn more_changes_never_make_the_first_objective_worse((_, mut case) in case()) {
        case.slack = guanjia_plan::allocation::form::Slack::default();
        let Ok(points) = curve(&case, Options::default(), 20, &mut || false) else { return Ok(()) };
        let first = case.order[0].place();
        for pair in points.windows(2) {
            let [before, after] = [0, 1].map(|at| pair[at].solution.certificate.values[first]);
            prop_assert!(pair[0].changes < pair[1].changes);
            prop_assert!(after < before || near(after, before));
        }
        for point in &points {
            prop_assert!(point.solution.certificate.values[4] <= point.changes as f64);
        }
    }
}

proptest! {
    // Here steps of improvement are taken, which takes its time.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn without_the_exact_search_plans_are_valid_and_bounds_are_true((seed, mut case) in case()) {
        case.slack = guanjia_plan::allocation::form::Slack::default();
        let all = all_values(&case);
        let found = solve(&case, Options { seed, labels: Some(0) }, &mut || false);
        if all.is_empty() {
            prop_assert!(found.is_err());
            return Ok(());
        }
        // With so many rules it may find none, but what it finds is a plan.
        let Ok(found) = found else { return Ok(()) };
        let (valid, values) = plainly(&case, &found.plan);
        prop_assert!(valid && found.certificate.is_valid(), "{:?}", found);
        let least = |at: usize| all.iter().map(|one| one[at]).fold(f64::INFINITY, f64::min);
        if let Some(bound) = found.bounds[0] {
            prop_assert!(bound < least(0) || near(bound, least(0)), "{} over {}", bound, least(0));
        }
        let as_good = all.iter().filter(|one| one[0] <= values[0] + 1e-9).map(|one| one[2]);
        let as_good = as_good.fold(f64::INFINITY, f64::min);
        if let Some(bound) = found.bounds[2] {
            prop_assert!(bound < as_good || near(bound, as_good), "{} over {}", bound, as_good);
        }
        if found.proved {
            for (objective, best, _) in best_values(&case, all) {
                prop_assert!(near(values[objective.place()], best), "{:?}", objective);
            }
        }
    }
}
