//! The independent checker: from the checked input and a plan alone it says which rules are broken and what each
//! objective is worth. It shares no code with the solver, so that a mistake there cannot hide here.

mod breach;

use super::case::Case;
use super::form::{DistanceKind, TierOrder};
pub use breach::{Breach, Certificate};

/// Checks `plan`, which names for each estate its officer.
#[must_use]
pub fn certify(case: &Case, plan: &[usize]) -> Certificate {
    let mut breaches = Vec::new();
    let (estates, officers) = (case.estates.len(), case.officers.len());
    let mut certificate =
        Certificate { breaches: Vec::new(), values: [0.0; 5], loads: vec![0.0; officers], mean_share: 0.0 };
    if plan.len() != estates || plan.iter().any(|officer| *officer >= officers) {
        certificate.breaches.push(Breach::Shape);
        return certificate;
    }
    let mut held = vec![Vec::new(); officers];
    let mut changes = 0;
    for (estate, officer) in plan.iter().copied().enumerate() {
        held[officer].push(estate);
        certificate.loads[officer] += case.estates[estate].workload;
        if case.pinned[estate].is_some() && case.pinned[estate] != Some(officer) {
            breaches.push(Breach::Pinned { estate });
        }
        if case.forbidden[estate].contains(&officer) {
            breaches.push(Breach::Forbidden { estate });
        }
        changes += usize::from(case.current[estate].is_some() && case.current[estate] != Some(officer));
    }
    for (officer, who) in case.officers.iter().enumerate() {
        let count = held[officer].len();
        if count < who.min_estates || count > who.max_estates {
            breaches.push(Breach::Count { officer, estates: count });
        }
    }
    if case.max_changes.is_some_and(|most| changes > most) {
        breaches.push(Breach::Changes { changes });
    }
    let (inversions, example) = inversions(case, plan);
    if case.tier_order == TierOrder::Strict {
        breaches.extend(example.map(|(harder, easier)| Breach::Tier { harder, easier }));
    }
    let there = || case.officers.iter().zip(&certificate.loads).filter(|(who, _)| who.max_estates > 0);
    let work: f64 = case.estates.iter().map(|one| one.workload).sum();
    let mean = work / there().map(|(who, _)| who.capacity).sum::<f64>();
    let shares = there().map(|(who, load)| load / who.capacity);
    let largest = shares.clone().fold(0.0, f64::max);
    let spread = shares.map(|share| (share - mean) * (share - mean)).sum();
    let distance = held.iter().map(|list| apart(case, list)).sum();
    certificate.values = [largest, inversions as f64, spread, distance, changes as f64];
    certificate.mean_share = mean;
    certificate.breaches = breaches;
    certificate
}

/// How many pairs stand against the order of the tiers, and one of them.
fn inversions(case: &Case, plan: &[usize]) -> (u64, Option<(usize, usize)>) {
    if case.tier_order == TierOrder::Off {
        return (0, None);
    }
    let tier = |estate: usize| case.officers[plan[estate]].tier;
    // In the order of difficulty the estates that an estate can stand against come before it.
    let mut ranked: Vec<usize> = (0..plan.len()).collect();
    ranked.sort_by(|a, b| case.estates[*b].difficulty.total_cmp(&case.estates[*a].difficulty));
    let mut tiers: Vec<u32> = case.officers.iter().map(|who| who.tier).collect();
    tiers.sort_unstable();
    tiers.dedup();
    let mut seen = vec![(0_u64, None); tiers.len()];
    let (mut count, mut example, mut next) = (0, None, 0);
    for easier in ranked.iter().copied() {
        let least = case.estates[easier].difficulty + case.tie_tolerance;
        while case.estates[ranked[next]].difficulty > least {
            let harder = ranked[next];
            let place = tiers.partition_point(|one| *one < tier(harder));
            seen[place] = (seen[place].0 + 1, Some(harder));
            next += 1;
        }
        for (lower, (pairs, harder)) in tiers.iter().zip(&seen) {
            if *lower > tier(easier) {
                count += pairs;
                example = example.or(harder.map(|harder| (harder, easier)));
            }
        }
    }
    (count, example)
}

fn apart(case: &Case, list: &[usize]) -> f64 {
    let mut sum = 0.0;
    for (place, one) in list.iter().enumerate() {
        for other in &list[..place] {
            if let (Some(one), Some(other)) = (case.estates[*one].place, case.estates[*other].place) {
                sum += match case.distance {
                    DistanceKind::Euclidean => (one.0 - other.0).hypot(one.1 - other.1),
                    DistanceKind::Haversine => great_circle(one, other),
                };
            }
        }
    }
    sum
}

/// Metres on a sphere of the mean radius of the earth; points are (longitude, latitude) in degrees.
fn great_circle(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (from, to) = (one.1.to_radians(), other.1.to_radians());
    let (north, east) = ((to - from) / 2.0, (other.0 - one.0).to_radians() / 2.0);
    let half = north.sin().mul_add(north.sin(), from.cos() * to.cos() * east.sin().powi(2));
    2.0 * 6_371_008.8 * half.sqrt().min(1.0).asin()
}
