//! Grids: invented towns and published instances, each within its time, each plan checked.

use super::Asked;
use super::best::Best;
use super::family::Family;
use super::instance::{Instance, instances};
use super::judge::Judge;
use super::others::{input, measures, worth};
use super::rivals::Rivals;
use super::row::Row;
use super::stopwatch::Stopwatch;
use super::town::town;
use crate::bench::figures::{Figures, Wanted};
use crate::failure::Failure;
use guanjia_plan::grids::{Effort, Fault, Plan, Priority, Problem, check, design};
use serde_json::json;
use std::path::Path;

/// A search is asked to stop here, so that it has ended at its time.
const STOP_AT: f64 = 0.97;

/// What came of the instances of a family.
#[derive(Default)]
struct Worst {
    run: usize,
    gap: f64,
    late: usize,
}

/// Towns that no folder holds: the same families from a fresh seed.
pub fn invented(asked: &Asked, figures: &mut Figures) -> Result<(), Failure> {
    let sizes: &[(usize, Family)] =
        &[(2_000, Family::Integrity), (2_000, Family::Band), (20_000, Family::Integrity)];
    for &(size, family) in sizes.iter().take(if asked.quick { 2 } else { sizes.len() }) {
        let priority = if family == Family::Band { Priority::Band } else { Priority::Integrity };
        let problem = town(size, asked.seed, priority);
        let name = format!("town of {size}, {}", family.name());
        let (plan, seconds) = solved(&problem, family, asked.seed)?;
        let mut row = row(&name, &problem, &plan, (family, seconds));
        row.judges.push("own checker");
        estates_first(&name, &plan, family, figures);
        figures.add(format!("{name}: time"), seconds, "s", Wanted::AtMost(family.seconds()));
        figures.add(format!("{name}: objections"), row.objections.len() as f64, "", Wanted::AtMost(0.0));
        figures.row(row);
    }
    if asked.quick {
        figures.not_run("town of 20000: quick");
    }
    Ok(())
}

/// The instances of a folder, by families.
pub fn published(
    asked: &Asked,
    folder: &Path,
    (judge, rivals): (&Judge, &mut Rivals),
    figures: &mut Figures,
) -> Result<(), Failure> {
    let best = Best::of(folder)?;
    let (all, mut objections) = (instances(folder)?, 0);
    for family in Family::ALL {
        let members: Vec<&Instance> = all.iter().filter(|it| it.family == family).collect();
        if members.is_empty() || family.seconds() > asked.longest() {
            let why = if members.is_empty() { "none in the folder" } else { "its time is over the limit" };
            let names: Vec<&str> = members.iter().map(|it| it.name.as_str()).collect();
            figures.not_run(format!("{}: {why} {}", family.name(), names.join(" ")).trim_end().to_owned());
            continue;
        }
        let few = if asked.quick { 1 } else { members.len() };
        let mut worst = Worst::default();
        for &instance in members.iter().take(few) {
            let (plan, seconds) = solved(&instance.problem, family, asked.seed)?;
            let mut row = row(&instance.name, &instance.problem, &plan, (family, seconds));
            row.judges.push("own checker");
            (row.value, row.bound) = (row.value / instance.unit, row.bound.map(|it| it / instance.unit));
            row.best = best.value(&instance.name);
            if let Some(found) = judge.objections(&instance.path, &json!(plan), row.value)? {
                row.judges.push("instance.py");
                row.objections.extend(found);
            }
            let measure = |groups: &[Vec<u32>]| worth(instance, groups);
            row.others = rivals.plans(&input(&instance.problem), family.seconds(), &measure)?;
            objections += row.objections.len();
            worst.run += 1;
            worst.gap = worst.gap.max(row.gap().unwrap_or(0.0));
            worst.late += usize::from(seconds > family.seconds());
            if family.gap().is_none() {
                estates_first(&instance.name, &plan, family, figures);
            }
            figures.row(row);
        }
        let name = family.name();
        if let Some(gap) = family.gap() {
            figures.add(format!("{name}: widest gap of {}", worst.run), worst.gap, "%", Wanted::AtMost(gap));
        }
        figures.add(format!("{name}: over their time"), worst.late as f64, "", Wanted::AtMost(0.0));
        let left: Vec<&str> = members.iter().skip(few).map(|it| it.name.as_str()).collect();
        if !left.is_empty() {
            figures.not_run(format!("{name}: quick leaves out {}", left.join(" ")));
        }
    }
    figures.add("objections of all judges", objections as f64, "", Wanted::AtMost(0.0));
    Ok(())
}

/// A plan with as much work as `guanjia grids` does, and how many seconds of one core it took.
fn solved(problem: &Problem, family: Family, seed: u64) -> Result<(Plan, f64), Failure> {
    let effort = Effort { seed, seconds: Effort::usual_seconds(problem) };
    let watch = Stopwatch::start();
    let found = design(problem, effort, &mut |_| watch.is_over(STOP_AT * family.seconds()));
    let seconds = watch.seconds();
    let plan = found.map_err(|faults| {
        let first = |told: fn(&Fault) -> String| faults.first().map(told).unwrap_or_default();
        Failure::refused(first(Fault::chinese), first(ToString::to_string))
    })?;
    Ok((plan, seconds))
}

fn row(name: &str, problem: &Problem, plan: &Plan, (family, seconds): (Family, f64)) -> Row {
    let mut told = Vec::new();
    if family.gap().is_none() {
        told.push(measures(plan));
    }
    if !plan.finished {
        told.push("stopped at its time".to_owned());
    }
    Row {
        instance: name.to_owned(),
        value: plan.cost,
        best: None,
        bound: plan.lower_bound,
        seconds,
        limit: family.seconds(),
        told: told.join("; "),
        judges: Vec::new(),
        objections: check::objections(problem, plan),
        others: Vec::new(),
    }
}

/// What is wanted where there is no single value.
fn estates_first(name: &str, plan: &Plan, family: Family, figures: &mut Figures) {
    let mixed = plan.mixed_grids as f64;
    if family == Family::Integrity {
        figures.add(format!("{name}: mixed"), mixed, "", Wanted::AtMost(0.0));
        figures.add(format!("{name}: extra pieces"), plan.extra_pieces as f64, "", Wanted::AtMost(0.0));
        let proved = f64::from(u8::from(plan.share_proved == Some(true)));
        figures.add(format!("{name}: share proved"), proved, "", Wanted::AtLeast(1.0));
        return;
    }
    let share = 100.0 * plan.in_band_share;
    // The published plan of METIS for 2 000 buildings reaches this share; a small town has no such measure.
    let wanted = if plan.grids.len() > 100 { Wanted::AtLeast(98.6) } else { Wanted::Told };
    let few = if plan.grids.len() > 100 { Wanted::AtMost(10.0) } else { Wanted::Told };
    figures.add(format!("{name}: in band"), share, "%", wanted);
    figures.add(format!("{name}: mixed"), mixed, "", few);
}
