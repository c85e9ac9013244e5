//! Allocation: invented communities of five sizes from fresh seeds.

use super::Asked;
use crate::bench::figures::{Figures, Wanted};
use crate::failure::Failure;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::explain::regrets;
use guanjia_plan::allocation::form::Form;
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::sample::community;
use guanjia_plan::allocation::solve::{Options, Solution, largest_load, solve};
use std::time::Instant;

/// A size with the names of its figures and what is wanted: milliseconds, and per cent over the bound of the spread.
struct Size {
    estates: usize,
    officers: usize,
    times: &'static str,
    gaps: &'static str,
    milliseconds: f64,
    percent: f64,
}

const SIZES: [Size; 5] = [
    Size {
        estates: 13,
        officers: 11,
        times: "13 × 11",
        gaps: "13 × 11 gap",
        milliseconds: 5.0,
        percent: 1e-6,
    },
    Size {
        estates: 20,
        officers: 13,
        times: "20 × 13",
        gaps: "20 × 13 gap",
        milliseconds: 300.0,
        percent: 1e-6,
    },
    Size {
        estates: 100,
        officers: 60,
        times: "100 × 60",
        gaps: "100 × 60 gap",
        milliseconds: 300.0,
        percent: 1e-6,
    },
    Size {
        estates: 1_000,
        officers: 600,
        times: "1000 × 600",
        gaps: "1000 × 600 gap",
        milliseconds: 10_000.0,
        percent: 0.5,
    },
    Size {
        estates: 5_000,
        officers: 3_000,
        times: "5000 × 3000",
        gaps: "5000 × 3000 gap",
        milliseconds: 60_000.0,
        percent: 1.0,
    },
];

/// Measures communities of each size, each from seeds of its own.
pub fn invented(asked: &Asked, figures: &mut Figures) -> Result<(), Failure> {
    let (seed, sizes) = (asked.seed, if asked.quick { &SIZES[..4] } else { &SIZES });
    for size in sizes {
        let (mut slowest, mut widest) = (0.0_f64, 0.0_f64);
        for seed in seed..seed + asked.seeds.max(1) {
            let (milliseconds, solution) = timed(&case(&community(size.estates, size.officers, seed))?)?;
            slowest = slowest.max(milliseconds);
            widest = widest.max(gap(&solution));
        }
        figures.add(size.times, slowest, "ms", Wanted::AtMost(size.milliseconds));
        figures.add(size.gaps, widest, "%", Wanted::AtMost(size.percent));
    }
    let thousand = case(&community(1_000, 600, seed))?;
    let began = Instant::now();
    let proved = largest_load(&thousand).is_some_and(|(bound, value)| bound == value);
    figures.add("1000 × 600 largest load", milliseconds(began), "ms", Wanted::AtMost(10.0));
    figures.add("1000 × 600 largest load proved", f64::from(u8::from(proved)), "", Wanted::AtLeast(1.0));
    let small = case(&community(13, 11, seed))?;
    let (_, solution) = timed(&small)?;
    let began = Instant::now();
    let _table = regrets(&small, &solution, Options::default(), &mut || false);
    figures.add("13 × 11 regret table", milliseconds(began), "ms", Wanted::AtMost(1_000.0));
    if asked.quick {
        figures.not_run("allocation 5000 × 3000: quick");
    }
    Ok(())
}

/// A form as a case.
pub fn case(form: &Form) -> Result<Case, Failure> {
    let told = |faults: Vec<guanjia_plan::allocation::fault::Fault>| {
        let first =
            faults.first().map(|fault| format!("{}: {}", fault.path, fault.english)).unwrap_or_default();
        Failure::refused(first.clone(), first)
    };
    Case::of(form).map_err(told)
}

/// Milliseconds and the plan.
pub fn timed(case: &Case) -> Result<(f64, Solution), Failure> {
    let began = Instant::now();
    let found = solve(case, Options::default(), &mut || false);
    let milliseconds = milliseconds(began);
    match found {
        Ok(solution) if solution.certificate.is_valid() => Ok((milliseconds, solution)),
        _ => Err(Failure::refused("没有得到有效方案。", "There is no valid plan.")),
    }
}

fn milliseconds(began: Instant) -> f64 {
    1_000.0 * began.elapsed().as_secs_f64()
}

/// Per cent of the spread over its bound; endless where the largest load is not proved.
fn gap(solution: &Solution) -> f64 {
    let (values, bounds) = (&solution.certificate.values, &solution.bounds);
    let [largest, spread] = [Objective::MaxLoad, Objective::LoadSpread].map(Objective::place);
    match (bounds[largest], bounds[spread]) {
        (Some(most), Some(bound)) if values[largest] <= most + 1e-6 => {
            100.0 * (values[spread] / bound - 1.0).max(0.0)
        }
        _ => f64::INFINITY,
    }
}
