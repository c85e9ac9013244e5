//! The checker against plans with a planted mistake, and against rules written down plainly.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

mod support;

use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::certify::{Breach, certify};
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::sample::{Draw, community};
use guanjia_plan::allocation::solve::{Options, solve};
use proptest::prelude::*;
use support::{plainly, random};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn it_agrees_with_plain_rules(seed in any::<u64>(), estates in 1_usize..9, officers in 1_usize..6) {
        let case = random(seed, estates, officers);
        prop_assume!(case.officers.iter().any(|who| who.max_estates > 0));
        let mut draw = Draw::new(seed ^ 1);
        let plan: Vec<usize> = (0..estates).map(|_| draw.below(officers)).collect();
        let (valid, values) = plainly(&case, &plan);
        let certificate = certify(&case, &plan);
        prop_assert_eq!(certificate.is_valid(), valid, "{:?}", certificate);
        for (one, other) in certificate.values.iter().zip(values) {
            prop_assert!((one - other).abs() <= 1e-9 * other.abs().max(1.0), "{:?} {:?}", certificate.values, values);
        }
    }
}

fn planned() -> (Case, Vec<usize>) {
    let mut case = Case::of(&community(13, 11, 7)).unwrap();
    let plan = solve(&case, Options::default(), &mut || false).unwrap().plan;
    case.pinned[0] = Some(plan[0]);
    case.forbidden[1] = (0..11).filter(|officer| *officer != plan[1]).collect();
    (case, plan)
}

#[test]
fn every_planted_mistake_is_named() {
    let (case, plan) = planned();
    assert!(certify(&case, &plan).is_valid());
    let names = |case: &Case, plan: &[usize], breach: &dyn Fn(&Breach) -> bool| {
        let certificate = certify(case, plan);
        assert!(certificate.breaches.iter().any(breach), "{certificate:?}");
    };
    let moved = |estate: usize| {
        let mut other = plan.clone();
        other[estate] = (0..11).find(|officer| *officer != plan[estate]).unwrap();
        other
    };
    names(&case, &moved(0), &|one| *one == Breach::Pinned { estate: 0 });
    names(&case, &moved(1), &|one| *one == Breach::Forbidden { estate: 1 });
    names(&case, &plan[1..], &|one| *one == Breach::Shape);
    names(&case, &[&plan[1..], &[11]].concat(), &|one| *one == Breach::Shape);
    names(&case, &[0; 13], &|one| matches!(one, Breach::Count { officer: 0, estates: 13 }));
    let kept = Case { max_changes: Some(0), ..case.clone() };
    names(&kept, &plan, &|one| matches!(one, Breach::Changes { .. }));
    let mut ranked: Vec<usize> = (0..13).collect();
    ranked.sort_by(|a, b| case.estates[*b].difficulty.total_cmp(&case.estates[*a].difficulty));
    let mut turned = plan.clone();
    turned.swap(ranked[0], ranked[12]);
    names(&case, &turned, &|one| matches!(one, Breach::Tier { .. }));
}

#[test]
fn a_bound_over_the_value_is_a_broken_promise() {
    let (case, plan) = planned();
    let certificate = certify(&case, &plan);
    let bound = certificate.values[2];
    assert!(certificate.clone().against(&[None, None, Some(bound), None, None]).is_valid());
    let broken = certificate.against(&[None, None, Some(bound * 1.01), None, None]);
    assert_eq!(broken.breaches, [Breach::Promise { objective: Objective::LoadSpread }]);
}
