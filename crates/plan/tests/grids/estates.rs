//! Estates first, against brute force over every plan of the kind.

use super::brute::{cost, groups, load, partitions, whole};
use super::sample::{map, places, quick};
use guanjia_plan::grids::{Priority, Problem, Strictness, Whole, check};
use std::collections::BTreeSet;

fn estates(problem: &Problem, group: &[usize]) -> BTreeSet<String> {
    let name = |&it: &usize| problem.buildings[it].estate.clone().unwrap_or(problem.buildings[it].id.clone());
    group.iter().map(name).collect()
}

fn members(problem: &Problem, estate: &str) -> Vec<usize> {
    let all = 0..problem.buildings.len();
    all.filter(|&it| estates(problem, &[it]).contains(estate)).collect()
}

/// Whether a plan keeps estates together: whole estates may share a grid within the band's most, and a large one is
/// cut into its needed pieces, which nobody shares.
fn is_integral(problem: &Problem, plan: &[Vec<usize>]) -> bool {
    let max = problem.households.max;
    let needed = |estate: &str| (load(problem, &members(problem, estate)) + max - 1) / max;
    let all = estates(problem, &(0..problem.buildings.len()).collect::<Vec<_>>());
    let pieces = |estate: &str| plan.iter().filter(|it| estates(problem, it).contains(estate)).count() as i64;
    all.iter().all(|it| pieces(it) == needed(it).min(members(problem, it).len() as i64).max(1))
        && plan.iter().all(|grid| {
            let here = estates(problem, grid);
            whole(problem, grid)
                && (here.len() == 1 || here.iter().all(|it| pieces(it) == 1) && load(problem, grid) <= max)
        })
}

fn share(problem: &Problem, plan: &[Vec<usize>]) -> f64 {
    plan.iter().filter(|it| problem.households.holds(load(problem, it))).count() as f64 / plan.len() as f64
}

#[test]
fn integrity_reaches_the_largest_share_in_the_band() {
    let mut shares = BTreeSet::new();
    for seed in 0..30 {
        let problem = map(seed, 4, 2, 2 + seed as usize % 4);
        let plan = quick(&problem).unwrap();
        assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
        let whole_estates = estates(&problem, &(0..8).collect::<Vec<_>>())
            .iter()
            .all(|it| whole(&problem, &members(&problem, it)));
        if !whole_estates {
            continue;
        }
        assert!(is_integral(&problem, &places(&problem, &plan)), "seed {seed}: {plan:?}");
        assert_eq!((plan.mixed_grids, plan.extra_pieces), (0, 0), "seed {seed}");
        let mut best = 0.0_f64;
        partitions(8, 8, &mut |of, count| {
            let groups = groups(of, count);
            if is_integral(&problem, &groups) {
                best = best.max(share(&problem, &groups));
            }
        });
        assert_eq!(plan.share_proved, Some(true), "seed {seed}");
        assert!((plan.in_band_share - best).abs() < 1e-9, "seed {seed}: {} of {best}", plan.in_band_share);
        shares.insert((best * 100.0) as i64);
    }
    assert!(shares.len() > 4, "the sample is one-sided: {shares:?}");
}

#[test]
fn whole_estates_are_merged_at_the_least_cost() {
    let (mut solved, mut refused) = (0, 0);
    for seed in 0..40 {
        let mut problem = map(seed, 4, 2, 4 + seed as usize % 4);
        problem.keep_estates_whole = Whole::Must;
        problem.band = Strictness::Hard;
        problem.households = guanjia_plan::grids::Band { min: 280, max: 460 };
        let mut best: Option<(usize, f64)> = None;
        partitions(8, 8, &mut |of, count| {
            let groups = groups(of, count);
            let fits = |it: &Vec<usize>| problem.households.holds(load(&problem, it)) && whole(&problem, it);
            let cut =
                |it: &str| groups.iter().filter(|group| estates(&problem, group).contains(it)).count() > 1;
            if groups.iter().all(fits)
                && !estates(&problem, &(0..8).collect::<Vec<_>>()).iter().any(|it| cut(it))
            {
                let now = (count, groups.iter().map(|it| cost(&problem, it)).sum());
                best = Some(best.map_or(now, |best| if now < best { now } else { best }));
            }
        });
        match (quick(&problem), best) {
            (Ok(plan), Some((count, least))) => {
                assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
                assert_eq!(plan.grids.len(), count, "seed {seed}");
                assert!(
                    (plan.cost - least).abs() < 1e-6 * least.max(1.0),
                    "seed {seed}: {} {least}",
                    plan.cost
                );
                solved += 1;
            }
            (Err(_), None) => refused += 1,
            (plan, best) => panic!("seed {seed}: {plan:?} but brute force {best:?}"),
        }
    }
    assert!(solved > 3 && refused > 3, "{solved} solved, {refused} refused: the sample is one-sided");
}

#[test]
fn band_first_brings_more_into_the_band_than_integrity_first() {
    for seed in 0..3 {
        let mut problem = map(seed, 12, 10, 24);
        let integrity = quick(&problem).unwrap();
        problem.priority = Priority::Balanced;
        let balanced = quick(&problem).unwrap();
        problem.priority = Priority::Band;
        let band = quick(&problem).unwrap();
        for plan in [&integrity, &balanced, &band] {
            assert_eq!(check::objections(&problem, plan), Vec::<String>::new(), "seed {seed}");
        }
        assert!(band.in_band_share > integrity.in_band_share, "seed {seed}");
        assert!(band.in_band_share > 0.9, "seed {seed}: {}", band.in_band_share);
        assert!(balanced.in_band_share >= integrity.in_band_share, "seed {seed}");
        assert!(balanced.mixed_grids <= band.mixed_grids + 2, "seed {seed}");
    }
}

#[test]
fn an_estate_that_cannot_be_whole_and_in_band_is_named_with_its_choices() {
    let mut problem = map(1, 3, 3, 1);
    for it in &mut problem.buildings {
        it.households = 60;
        it.estate = Some(String::from("枫林苑"));
    }
    let plan = quick(&problem).unwrap();
    assert_eq!(plan.unavoidable.len(), 1);
    let told = &plan.unavoidable[0];
    assert_eq!(told.estate, "枫林苑");
    assert!(told.reason.contains("540 households") && told.reason.contains("Choices"), "{}", told.reason);
    assert!(told.chinese().contains("540 户") && told.chinese().contains("可选"), "{}", told.chinese());
}
