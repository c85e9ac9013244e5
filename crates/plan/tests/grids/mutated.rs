//! The checker finds what is wrong with plans that were right.

use super::sample::{map, quick};
use guanjia_plan::grids::{Plan, Problem, Strictness, Whole, check};

fn sound() -> (Problem, Plan) {
    let problem = map(4, 8, 6, 10);
    let plan = quick(&problem).unwrap();
    assert_eq!(check::objections(&problem, &plan), Vec::<String>::new());
    (problem, plan)
}

fn objects(change: impl Fn(&mut Problem, &mut Plan), words: &str) {
    let (mut problem, mut plan) = sound();
    change(&mut problem, &mut plan);
    let found = check::objections(&problem, &plan);
    assert!(found.iter().any(|it| it.contains(words)), "wanted “{words}”, found {found:?}");
}

#[test]
fn buildings_lost_doubled_invented_or_moved() {
    objects(|_, plan| drop(plan.grids[0].buildings.remove(0)), "is in no grid");
    objects(
        |_, plan| {
            let id = plan.grids[0].buildings[0].clone();
            plan.grids[1].buildings.push(id);
        },
        "is in two grids",
    );
    objects(|_, plan| plan.grids[0].buildings.push(String::from("b999")), "does not exist");
    objects(
        |_, plan| {
            let largest = (0..plan.grids.len()).max_by_key(|&it| plan.grids[it].buildings.len()).unwrap();
            let centre = plan.grids[largest].centre.clone();
            let at = plan.grids[largest].buildings.iter().position(|it| *it != centre).unwrap();
            let id = plan.grids[largest].buildings.remove(at);
            let other = (largest + plan.grids.len() / 2) % plan.grids.len();
            plan.grids[other].buildings.push(id);
        },
        "households, not",
    );
}

#[test]
fn grids_empty_apart_or_without_their_centre() {
    objects(
        |_, plan| {
            let gone = plan.grids.pop().unwrap();
            plan.grids[0].buildings.extend(gone.buildings);
        },
        "does not hang together",
    );
    objects(|_, plan| plan.grids[0].centre = plan.grids[1].centre.clone(), "does not hold its centre");
    objects(|_, plan| plan.grids[0].buildings.clear(), "is empty");
    objects(|problem, _| problem.grids = Some(1), "grids instead of");
}

#[test]
fn figures_that_are_not_true() {
    objects(|_, plan| plan.cost *= 1.001, "the cost is");
    objects(|_, plan| plan.grids[0].cost += 1.0, "the cost of grid");
    objects(|_, plan| plan.grids[0].households += 1, "households, not");
    objects(|_, plan| plan.walk_m += 0.5, "the walk is");
    objects(|_, plan| plan.in_band_share += 0.01, "the share in the band");
    objects(|_, plan| plan.mixed_grids += 1, "mixed grids");
    objects(|_, plan| plan.extra_pieces += 1, "extra pieces");
    objects(|_, plan| plan.lower_bound = Some(plan.cost * 1.1), "the bound above the cost");
}

#[test]
fn hard_rules_that_are_broken() {
    objects(
        |problem, _| {
            problem.band = Strictness::Hard;
            problem.households.min = 490;
            problem.households.max = 495;
        },
        "the most is",
    );
    objects(
        |problem, _| {
            problem.keep_estates_whole = Whole::Must;
            problem.buildings.iter_mut().for_each(|it| it.estate = Some(String::from("one")));
        },
        "estate one is cut",
    );
}
