//! The solver against trying everything, and the checker against plans with a planted mistake.

mod support;

use guanjia_plan::allocation::certify::certify;
use guanjia_plan::allocation::solve::{Options, solve};

#[test]
fn stages_debug() {
    for seed in 0..3000_u64 {
        let case = support::random(seed, 2 + (seed % 5) as usize, 1 + (seed / 5 % 4) as usize);
        let all = support::all_values(&case);
        let found = solve(&case, Options::default(), &mut || false);
        assert_eq!(found.is_err(), all.is_empty(), "seed {seed}");
        if all.is_empty() { continue; }
        let found = found.unwrap();
        assert!(found.proved, "seed {seed}");
        let plan = found.plan;
        let cert = certify(&case, &plan);
        assert!(cert.is_valid(), "seed {seed} {cert:?}");
        for (objective, best, most) in support::best_values(&case, all) {
            let value = cert.values[objective.place()];
            assert!(value <= most + 1e-6 * most.abs().max(1.0), "seed {seed} {objective:?} {value} {best} {most} {:?}", case.order);
        }
    }
}
