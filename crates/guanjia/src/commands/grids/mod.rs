//! `guanjia grids`: buildings in, grids out, checked before anybody sees them.

mod ground;

use crate::args::GridsArgs;
use crate::failure::Failure;
use crate::form;
use crate::interrupt::Interrupt;
use crate::language::Language;
use crate::output::{answer, tell};
use crate::progress::Progress;
use guanjia_plan::grids::{Effort, Fault, Plan, Problem, check, design};
use serde::Serialize;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Most faults that are told one by one.
const MOST_TOLD: usize = 20;

/// The answer: the plan and how long it took.
#[derive(Serialize)]
struct Reply<'a> {
    #[serde(flatten)]
    plan: &'a Plan,
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<Value>,
    seconds: f64,
}

/// Designs grids for a file.
pub fn run(asked: &GridsArgs, language: Language) -> Result<(), Failure> {
    let began = Instant::now();
    let limit = time_limit(asked.time_limit)?;
    let mut problem: Problem = form::read(&asked.input, "grids", language)?;
    let ground = match &asked.lines {
        Some(file) => Some(ground::laid(file, &mut problem, language)?),
        None => None,
    };
    let effort = Effort {
        seed: asked.seed,
        seconds: limit.map_or_else(|| Effort::usual_seconds(&problem), |limit| 0.9 * limit.as_secs_f64()),
    };
    let interrupt = Interrupt::listen();
    let mut bar = Progress::new(language.pick("划分网格", "Designing grids"));
    let mut watch = |share: f64| {
        bar.show((share * 1000.0) as u64, Some(1000));
        // A little time is kept for the check and for writing the answer.
        interrupt.came() || limit.is_some_and(|limit| began.elapsed() > limit.mul_f64(0.93))
    };
    let found = design(&problem, effort, &mut watch);
    drop(bar);
    let mut plan = found.map_err(|faults| refused(&faults, language))?;
    certify(&problem, &plan)?;
    if language == Language::Chinese {
        plan.unavoidable.iter_mut().for_each(|it| it.reason = it.chinese().to_owned());
    }
    if interrupt.came() {
        tell(language.pick("已中断：这是目前最好的方案。", "Interrupted: this is the best plan so far."));
    }
    let seconds = began.elapsed().as_secs_f64();
    if asked.json {
        let reply =
            serde_json::to_string(&Reply { plan: &plan, ground: ground.as_ref().map(ground::json), seconds });
        return answer(&reply.map_err(|error| Failure::output(&error.into()))?);
    }
    let of_ground = ground.iter().flat_map(|it| ground::told(it, language));
    for line in lines(&plan, seconds, language).into_iter().chain(of_ground) {
        answer(&line)?;
    }
    Ok(())
}

fn time_limit(asked: Option<f64>) -> Result<Option<Duration>, Failure> {
    let Some(seconds) = asked else { return Ok(None) };
    let limit = Duration::try_from_secs_f64(seconds).ok().filter(|it| !it.is_zero());
    limit.map(Some).ok_or_else(|| {
        Failure::usage(
            format!("--time-limit {seconds} 不是正的秒数。请写 10 这样的数。"),
            format!("--time-limit {seconds} is no positive number of seconds. Write one like 10."),
        )
    })
}

fn refused(faults: &[Fault], language: Language) -> Failure {
    for fault in faults.iter().take(MOST_TOLD) {
        tell(&language.pick(fault.chinese(), fault.to_string()));
    }
    let count = faults.len();
    Failure::refused(
        format!("有 {count} 个问题，没有划分网格。请改正后再试。"),
        format!("{count} problems: no grids were designed. Correct them and try again."),
    )
}

/// A plan that its check objects to is never shown.
fn certify(problem: &Problem, plan: &Plan) -> Result<(), Failure> {
    let objections = check::objections(problem, plan);
    let Some(first) = objections.first() else { return Ok(()) };
    let count = objections.len();
    Err(Failure::refused(
        format!("方案没有通过独立核验（{count} 处）：{first}。请把输入文件交给开发者。"),
        format!(
            "The plan did not pass its independent check ({count}): {first}. Hand the input to the developers."
        ),
    ))
}

fn lines(plan: &Plan, seconds: f64, language: Language) -> Vec<String> {
    let (share, walk, count) = (100.0 * plan.in_band_share, plan.walk_m, plan.grids.len());
    let mut lines = vec![language.pick(
        format!("{count} 个网格，{share:.1} % 达标，平均步行 {walk:.1}，用时 {seconds:.1} 秒"),
        format!("{count} grids, {share:.1} % in the band, mean walk {walk:.1}, {seconds:.1} s"),
    )];
    lines.push(language.pick(
        format!("混合网格 {}，多出的片段 {}", plan.mixed_grids, plan.extra_pieces),
        format!("mixed grids {}, extra pieces {}", plan.mixed_grids, plan.extra_pieces),
    ));
    lines.push(match plan.lower_bound {
        Some(bound) => language.pick(
            format!("目标值 {:.2}，下界 {bound:.2}", plan.cost),
            format!("cost {:.2}, lower bound {bound:.2}", plan.cost),
        ),
        None => language.pick(
            format!("目标值 {:.2}，为已找到的最好值", plan.cost),
            format!("cost {:.2}, the best found", plan.cost),
        ),
    });
    for grid in &plan.grids {
        let (id, households, centre) = (&grid.id, grid.households, &grid.centre);
        let size = grid.buildings.len();
        lines.push(language.pick(
            format!("{id}\t{households} 户\t{size} 栋\t中心 {centre}\t{}", grid.buildings.join(" ")),
            format!(
                "{id}\t{households} households\t{size} buildings\tcentre {centre}\t{}",
                grid.buildings.join(" ")
            ),
        ));
    }
    for it in &plan.unavoidable {
        lines.push(language.pick(
            format!("无法避免：小区 {}：{}", it.estate, it.reason),
            format!("unavoidable: estate {}: {}", it.estate, it.reason),
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_positive() {
        assert!(time_limit(Some(0.0)).is_err() && time_limit(Some(f64::NAN)).is_err());
        assert!(time_limit(Some(-1.0)).is_err() && time_limit(None).is_ok_and(|it| it.is_none()));
        assert!(time_limit(Some(1.5)).is_ok_and(|it| it == Some(Duration::from_millis(1500))));
    }
}
