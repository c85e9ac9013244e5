//! Medians, service areas and bands against brute force; seeds; stopping.

use super::brute::{cost, cost_to, groups, load, partitions, whole};
use super::sample::{Numbers, map, quick};
use guanjia_plan::grids::{
    Band, Centre, Distance, Effort, Objective, Problem, Strictness, Whole, check, design,
};

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6 * b.abs().max(1.0)
}

/// The least cost over all partitions into `count` groups that the rules allow.
fn best(problem: &Problem, count: usize, fits: &dyn Fn(&[usize]) -> bool) -> Option<f64> {
    let mut least: Option<f64> = None;
    partitions(problem.buildings.len(), count, &mut |of, found| {
        let groups = groups(of, found);
        if found == count && groups.iter().all(|it| fits(it)) {
            let cost = groups.iter().map(|it| cost(problem, it)).sum();
            least = Some(least.map_or(cost, |least: f64| least.min(cost)));
        }
    });
    least
}

#[test]
fn capacitated_medians_are_optimal_and_bounded() {
    let (mut solved, mut refused) = (0, 0);
    for seed in 0..24 {
        let mut problem = map(seed, 4, 2, 3);
        let count = 2 + seed as usize % 3;
        problem.contiguous = false;
        problem.keep_estates_whole = Whole::Never;
        problem.band = Strictness::Hard;
        problem.objective = if seed % 2 == 0 { Objective::Median } else { Objective::WeightedMedian };
        problem.grids = Some(count);
        let total: i64 = problem.buildings.iter().map(|it| it.households).sum();
        problem.households = Band { min: 0, max: total / count as i64 + 10 * (seed as i64 % 7) };
        let max = problem.households.max;
        match (quick(&problem), best(&problem, count, &|it| load(&problem, it) <= max)) {
            (Ok(plan), Some(least)) => {
                assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
                assert!(same(plan.cost, least), "seed {seed}: {} instead of {least}", plan.cost);
                assert!(
                    plan.lower_bound.is_none_or(|it| it <= least + 1e-6),
                    "seed {seed}: {:?}",
                    plan.lower_bound
                );
                solved += 1;
            }
            (Err(_), None) => refused += 1,
            (plan, least) => panic!("seed {seed}: {plan:?} but brute force {least:?}"),
        }
    }
    assert!(solved > 10 && refused > 0, "{solved} solved, {refused} refused: the sample is one-sided");
}

#[test]
fn hard_bands_are_kept_wherever_they_can_be() {
    let (mut solved, mut refused) = (0, 0);
    for seed in 0..24 {
        let mut problem = map(seed, 3, 3, 2);
        problem.keep_estates_whole = Whole::Never;
        problem.band = Strictness::Hard;
        let total: i64 = problem.buildings.iter().map(|it| it.households).sum();
        let count = 2 + seed as usize % 2;
        problem.grids = Some(count);
        let mean = total / count as i64;
        problem.households = Band { min: mean - 60, max: mean + 60 };
        let band = problem.households;
        let fits = |it: &[usize]| band.holds(load(&problem, it)) && whole(&problem, it);
        match (quick(&problem), best(&problem, count, &fits)) {
            (Ok(plan), Some(least)) => {
                assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
                assert!(same(plan.cost, least), "seed {seed}: {} instead of {least}", plan.cost);
                solved += 1;
            }
            (Err(_), None) => refused += 1,
            (plan, least) => panic!("seed {seed}: {plan:?} but brute force {least:?}"),
        }
    }
    assert!(solved > 5 && refused > 0, "{solved} solved, {refused} refused: the sample is one-sided");
}

#[test]
fn service_areas_are_optimal_and_hang_together() {
    let (mut solved, mut refused) = (0, 0);
    for seed in 0..24 {
        let mut problem = map(seed, 3, 3, 1);
        let mut numbers = Numbers(seed);
        let posts: Vec<usize> = vec![numbers.below(4) as usize, 5 + numbers.below(4) as usize];
        let total: i64 = problem.buildings.iter().map(|it| it.households).sum();
        let room = total / 2 + 20 * numbers.below(6) as i64;
        problem.band = Strictness::Hard;
        problem.keep_estates_whole = Whole::Never;
        problem.households = Band { min: 0, max: 1_000_000 };
        let centre = |&at: &usize| Centre { building: format!("b{at}"), max_households: room };
        problem.centres = Some(posts.iter().map(centre).collect());
        let mut least: Option<f64> = None;
        partitions(9, 2, &mut |of, found| {
            let groups = groups(of, found);
            if found < 2 {
                return;
            }
            let centre_of = |group: &Vec<usize>| {
                let inside: Vec<_> = posts.iter().filter(|it| group.contains(it)).collect();
                if let [only] = inside[..] { Some(*only) } else { None }
            };
            if groups
                .iter()
                .all(|it| centre_of(it).is_some() && load(&problem, it) <= room && whole(&problem, it))
            {
                let cost = groups.iter().map(|it| cost_to(&problem, it, centre_of(it).unwrap())).sum();
                least = Some(least.map_or(cost, |least: f64| least.min(cost)));
            }
        });
        match (quick(&problem), least) {
            (Ok(plan), Some(least)) => {
                assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
                assert!(same(plan.cost, least), "seed {seed}: {} instead of {least}", plan.cost);
                solved += 1;
            }
            (Err(_), None) => refused += 1,
            (plan, least) => panic!("seed {seed}: {plan:?} but brute force {least:?}"),
        }
    }
    assert!(solved > 5 && refused > 0, "{solved} solved, {refused} refused: the sample is one-sided");
}

#[test]
fn distances_by_table_and_on_the_globe_are_searched_too() {
    let mut problem = map(3, 4, 3, 3);
    problem.contiguous = false;
    problem.band = Strictness::Hard;
    problem.keep_estates_whole = Whole::Never;
    problem.households = Band { min: 0, max: 900 };
    problem.grids = Some(3);
    let mut numbers = Numbers(5);
    problem.distance = Distance::Matrix;
    problem.matrix = Some((0..12).map(|_| (0..12).map(|_| numbers.below(90) as f64).collect()).collect());
    let one_way = quick(&problem).unwrap();
    assert_eq!(check::objections(&problem, &one_way), Vec::<String>::new());
    for it in &mut problem.buildings {
        it.x = it.x.map(|x| 112.5 + x * 1e-5);
        it.y = it.y.map(|y| 37.8 + y * 1e-5);
    }
    problem.distance = Distance::Haversine;
    let globe = quick(&problem).unwrap();
    assert_eq!(check::objections(&problem, &globe), Vec::<String>::new());
    assert!(globe.cost > 1.0 && (globe.cost - one_way.cost).abs() > 1e-3);
}

#[test]
fn the_fewest_grids_are_found_where_none_are_asked_for() {
    let mut problem = map(5, 5, 4, 4);
    problem.band = Strictness::Hard;
    problem.keep_estates_whole = Whole::Never;
    problem.households = Band { min: 0, max: 500 };
    let plan = quick(&problem).unwrap();
    let total: i64 = problem.buildings.iter().map(|it| it.households).sum();
    assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
    assert!(
        (total + 499) / 500 <= plan.grids.len() as i64 && plan.grids.len() as i64 <= (total + 499) / 500 + 1
    );
}

#[test]
fn a_seed_gives_one_plan_and_stopping_gives_a_checked_one() {
    let mut problem = map(9, 8, 8, 12);
    problem.priority = guanjia_plan::grids::Priority::Band;
    let json = |plan| serde_json::to_string(&plan).unwrap();
    let run = |problem: &Problem, seed, stop_after: usize| {
        let mut asked = 0;
        let mut watch = |share: f64| {
            assert!((0.0..=1.0001).contains(&share), "{share}");
            asked += 1;
            asked > stop_after
        };
        design(problem, Effort { seed, seconds: 0.1 }, &mut watch).unwrap()
    };
    assert_eq!(json(run(&problem, 3, usize::MAX)), json(run(&problem, 3, usize::MAX)));
    let early = run(&problem, 3, 2);
    assert!(!early.finished);
    assert_eq!(check::objections(&problem, &early), Vec::<String>::new());
    problem.contiguous = false;
    problem.band = Strictness::Hard;
    problem.keep_estates_whole = Whole::Never;
    problem.households = Band { min: 0, max: 2000 };
    problem.grids = Some(5);
    assert_eq!(json(run(&problem, 4, usize::MAX)), json(run(&problem, 4, usize::MAX)));
    let early = run(&problem, 4, 40);
    assert!(!early.finished);
    assert_eq!(check::objections(&problem, &early), Vec::<String>::new());
}
