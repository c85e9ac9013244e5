//! Random small cases with every kind of rule, and the best plan by trying all.

#![allow(dead_code, reason = "each test uses its part")]

use guanjia_plan::allocation::case::{Case, Estate, Officer};
use guanjia_plan::allocation::form::{DistanceKind, Slack, TierOrder};
use guanjia_plan::allocation::index::Card;
use guanjia_plan::allocation::objective::{Objective, Values};
use guanjia_plan::allocation::sample::Draw;

/// A case of at most eight estates; small whole numbers, so that there are many ties.
pub fn random(seed: u64, estates: usize, officers: usize) -> Case {
    let mut draw = Draw::new(seed);
    let pick = |draw: &mut Draw, list: &[f64]| list[draw.below(list.len())];
    let with_places = draw.below(4) > 0;
    let coarse = draw.below(2) == 0;
    let estate = |draw: &mut Draw, place: usize| Estate {
        id: format!("e{place}"),
        name: format!("e{place}"),
        difficulty: if coarse { draw.below(5) as f64 } else { draw.below(90) as f64 / 10.0 },
        workload: if coarse { 1.0 + draw.below(6) as f64 } else { 100.0 + draw.below(9000) as f64 / 10.0 },
        place: with_places.then(|| (draw.below(8) as f64, draw.below(8) as f64)),
    };
    let parts = [1.0, 1.0, 1.0, 0.5];
    let uneven = draw.below(3) == 0;
    let wide = draw.below(3) == 0;
    let officer = |draw: &mut Draw, place: usize| {
        let max = if wide { 1 + draw.below(4) } else { 2 };
        Officer {
            id: format!("o{place}"),
            name: format!("o{place}"),
            tier: 1 + draw.below(3) as u32,
            min_estates: if draw.below(4) == 0 { 0 } else { 1.min(max) },
            max_estates: if draw.below(12) == 0 { 0 } else { max },
            capacity: if uneven { pick(draw, &parts) } else { 1.0 },
        }
    };
    let list: Vec<_> = (0..estates).map(|place| estate(&mut draw, place)).collect();
    let mut people: Vec<_> = (0..officers).map(|place| officer(&mut draw, place)).collect();
    people.iter_mut().filter(|one| one.max_estates == 0).for_each(|one| one.min_estates = 0);
    let seldom = |draw: &mut Draw, share: usize| (draw.below(share) == 0).then(|| draw.below(officers));
    let pinned: Vec<_> = (0..estates).map(|_| seldom(&mut draw, 8)).collect();
    let current: Vec<_> =
        (0..estates).map(|_| seldom(&mut draw, 2).or_else(|| seldom(&mut draw, 3))).collect();
    let forbidden = (0..estates)
        .map(|estate| seldom(&mut draw, 4).into_iter().filter(|who| pinned[estate] != Some(*who)).collect())
        .collect();
    let mut order = Objective::ALL.to_vec();
    if draw.below(3) == 0 {
        for place in (1..order.len()).rev() {
            order.swap(place, draw.below(place + 1));
        }
    }
    let slack = [0.0, 0.0, 0.05, 0.3];
    Case {
        cards: vec![Card::default(); estates],
        estates: list,
        officers: people,
        tier_order: [TierOrder::Strict, TierOrder::Strict, TierOrder::Prefer, TierOrder::Off][draw.below(4)],
        tie_tolerance: pick(&mut draw, &[0.0, 0.0, 1.0]),
        distance: DistanceKind::Euclidean,
        current,
        pinned,
        forbidden,
        max_changes: (draw.below(5) == 0).then(|| draw.below(estates + 1)),
        order,
        slack: Slack {
            max_load: pick(&mut draw, &slack),
            tier_inversions: pick(&mut draw, &slack),
            load_spread: pick(&mut draw, &slack),
            distance: pick(&mut draw, &slack),
            changes: 0.0,
        },
    }
}

/// The values of all plans that keep the rules.
pub fn all_values(case: &Case) -> Vec<Values> {
    let mut values = Vec::new();
    let mut plan = vec![0; case.estates.len()];
    loop {
        let (valid, worth) = plainly(case, &plan);
        if valid {
            values.push(worth);
        }
        let Some(place) = plan.iter().position(|officer| officer + 1 < case.officers.len()) else {
            return values;
        };
        plan[place] += 1;
        plan[..place].fill(0);
    }
}

/// The best value of each objective under the bounds of the earlier ones, and what may be taken of it.
pub fn best_values(case: &Case, mut values: Vec<Values>) -> Vec<(Objective, f64, f64)> {
    let mut found = Vec::new();
    for objective in &case.order {
        let at = objective.place();
        let best = values.iter().map(|one| one[at]).fold(f64::INFINITY, f64::min);
        let most = best * (1.0 + objective.slack(&case.slack));
        values.retain(|one| one[at] <= most + 1e-7 * most.abs().max(1.0));
        found.push((*objective, best, most));
    }
    found
}

/// Whether a plan keeps the rules, and its values, written down as plainly as can be.
pub fn plainly(case: &Case, plan: &[usize]) -> (bool, Values) {
    let mut valid = true;
    let (mut largest, mut inversions, mut spread, mut distance, mut changes) = (0.0_f64, 0.0, 0.0, 0.0, 0);
    let work: f64 = case.estates.iter().map(|one| one.workload).sum();
    let capacity: f64 = case.officers.iter().filter(|who| who.max_estates > 0).map(|who| who.capacity).sum();
    for (place, who) in case.officers.iter().enumerate() {
        let held: Vec<usize> = (0..plan.len()).filter(|estate| plan[*estate] == place).collect();
        valid &= held.len() >= who.min_estates && held.len() <= who.max_estates;
        let share = held.iter().map(|estate| case.estates[*estate].workload).sum::<f64>() / who.capacity;
        if who.max_estates > 0 {
            largest = largest.max(share);
            spread += (share - work / capacity).powi(2);
        }
        for one in &held {
            for other in held.iter().filter(|other| *other < one) {
                if let Some(((x, y), (u, v))) = case.estates[*one].place.zip(case.estates[*other].place) {
                    distance += ((x - u).powi(2) + (y - v).powi(2)).sqrt();
                }
            }
        }
    }
    for (one, officer) in plan.iter().enumerate() {
        valid &= case.pinned[one].is_none() || case.pinned[one] == Some(*officer);
        valid &= !case.forbidden[one].contains(officer);
        changes += usize::from(case.current[one].is_some_and(|now| now != *officer));
        for (other, second) in plan.iter().enumerate() {
            let harder = case.estates[one].difficulty > case.estates[other].difficulty + case.tie_tolerance;
            let lower = case.officers[*officer].tier > case.officers[*second].tier;
            inversions += f64::from(u8::from(harder && lower));
        }
    }
    valid &= case.max_changes.is_none_or(|most| changes <= most);
    match case.tier_order {
        TierOrder::Strict => valid &= inversions == 0.0,
        TierOrder::Prefer => {}
        TierOrder::Off => inversions = 0.0,
    }
    (valid, [largest, inversions, spread, distance, changes as f64])
}
