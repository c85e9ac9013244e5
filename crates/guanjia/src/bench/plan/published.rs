//! Published instances of the allocation: the largest load against the one that is proved.

use super::allocation::{case, timed};
use super::judge::Judge;
use super::rivals::Rivals;
use super::row::Row;
use super::{Asked, files, not_an_instance, text};
use crate::bench::figures::{Figures, Wanted};
use crate::failure::Failure;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::certify::certify;
use guanjia_plan::allocation::form::{EstateForm, Form, OfficerForm};
use guanjia_plan::allocation::objective::Objective;
use serde_json::{Value, json};
use std::path::Path;

/// Seconds up to 20 estates, and beyond.
const TIMES: [f64; 2] = [0.005, 0.3];

/// Solves the instances in the folder `p1`.
pub fn allocations(
    asked: &Asked,
    folder: &Path,
    (judge, rivals): (&Judge, &mut Rivals),
    figures: &mut Figures,
) -> Result<(), Failure> {
    let mut missed = 0;
    let files = files(folder, "p1", &[".json"])?;
    if files.is_empty() {
        figures.not_run("published allocations: the folder has no p1/*.json");
        return Ok(());
    }
    for path in files.iter().take(if asked.quick { 1 } else { usize::MAX }) {
        let value = serde_json::from_str::<Value>(&text(path)?).ok();
        let (form, best) = value.as_ref().and_then(instance).ok_or_else(|| not_an_instance(path))?;
        let case = case(&form)?;
        let (milliseconds, solution) = timed(&case)?;
        let largest = Objective::MaxLoad.place();
        let value = solution.certificate.values[largest];
        let pairs = solution.plan.iter().zip(&form.estates);
        let assignments: Vec<Value> = pairs
            .map(|(who, estate)| json!({ "estate": estate.id, "officer": form.officers[*who].id }))
            .collect();
        let theirs = judge.objections(path, &json!({ "assignments": assignments }), value)?;
        let limit = TIMES[usize::from(form.estates.len() > 20)];
        let others = rivals.plans(&input(&form), limit, &|groups| worth(&case, groups))?;
        let judges = ["own checker"].into_iter().chain(theirs.is_some().then_some("instance.py"));
        let row = Row {
            instance: format!("p1/{}", path.file_name().unwrap_or_default().to_string_lossy()),
            value,
            best: Some(best),
            bound: solution.bounds[largest],
            seconds: milliseconds / 1_000.0,
            limit,
            told: if solution.proved { "all objectives proved" } else { "not all objectives proved" }
                .to_owned(),
            judges: judges.collect(),
            objections: theirs.unwrap_or_default(),
            others,
        };
        let is_short = row.gap().is_none_or(|gap| gap > 1e-6) || !row.objections.is_empty();
        missed += u32::from(is_short || row.seconds > row.limit);
        figures.row(row);
    }
    figures.add("published allocations missed", f64::from(missed), "", Wanted::AtMost(0.0));
    if asked.quick {
        figures.not_run(format!("{} of the published allocations: quick", files.len() - 1));
    }
    Ok(())
}

/// An instance: estates with `id`, `diff`, `w`, `x`, `y`, the `tiers` of the officers, and the least largest load.
fn instance(value: &Value) -> Option<(Form, f64)> {
    let estate = |one: &Value| EstateForm {
        id: format!("e{}", one["id"]),
        difficulty: one["diff"].as_f64(),
        workload: one["w"].as_f64(),
        x: one["x"].as_f64(),
        y: one["y"].as_f64(),
        ..EstateForm::default()
    };
    let officer = |(place, tier): (usize, &Value)| OfficerForm {
        id: format!("o{place}"),
        tier: tier.as_u64().and_then(|tier| u32::try_from(tier).ok()),
        ..OfficerForm::default()
    };
    let form = Form {
        estates: value["estates"].as_array()?.iter().map(estate).collect(),
        officers: value["tiers"].as_array()?.iter().enumerate().map(officer).collect(),
        ..Form::default()
    };
    Some((form, value["opt_max_load_strict_tier"].as_f64()?))
}

/// What other solvers are given.
fn input(form: &Form) -> Value {
    let estate = |it: &EstateForm| json!({ "difficulty": it.difficulty, "workload": it.workload });
    let tiers: Vec<_> = form.officers.iter().map(|it| it.tier).collect();
    json!({ "estates": form.estates.iter().map(estate).collect::<Vec<_>>(), "tiers": tiers })
}

/// The largest load of another solver's plan, the estates of each officer, if it keeps the rules.
fn worth(case: &Case, groups: &[Vec<u32>]) -> (Option<f64>, String) {
    let mut plan = vec![usize::MAX; case.estates.len()];
    for (officer, estates) in groups.iter().enumerate() {
        for estate in estates {
            if let Some(place) = plan.get_mut(*estate as usize) {
                *place = officer;
            }
        }
    }
    let certificate = certify(case, &plan);
    if certificate.is_valid() {
        (Some(certificate.values[Objective::MaxLoad.place()]), "the largest load alone".to_owned())
    } else {
        (None, "its plan breaks a rule".to_owned())
    }
}
