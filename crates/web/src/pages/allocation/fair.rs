//! How fair a plan is, in sentences and by name.

use super::said;
use crate::view::allocation::{Fairness, LoadLine};
use crate::words::Words;
use guanjia_app::allocation::Reasons;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::solve::Solution;

/// The fairness card of a certified plan.
pub(super) fn fairness(words: &Words, case: &Case, best: &Solution, reasons: Option<&Reasons>) -> Fairness {
    let mut says = sentences(words, case, best);
    says.extend(reasons.iter().flat_map(|it| &it.binding).map(|it| said::binding(words, case, best, it)));
    let mut loads: Vec<_> = (0..case.officers.len())
        .filter(|who| case.officers[*who].max_estates > 0)
        .map(|who| LoadLine {
            name: case.officers[who].name.clone(),
            estates: estates_of(words, case, best, who),
            load: whole(best.certificate.loads[who]),
            percent: share(case, best, who).round() as u32,
        })
        .collect();
    loads.sort_by(|one, other| one.name.cmp(&other.name));
    Fairness { says, loads }
}

/// What can be said without naming anybody: it stands on the notice board too.
pub(super) fn sentences(words: &Words, case: &Case, best: &Solution) -> Vec<String> {
    let [largest, inversions, spread, ..] = best.certificate.values;
    let mean = best.certificate.mean_share;
    let there = case.officers.iter().filter(|who| who.max_estates > 0).count().max(1);
    let mut says = Vec::new();
    let heaviest =
        (0..case.officers.len()).max_by(|a, b| share(case, best, *a).total_cmp(&share(case, best, *b)));
    if let Some(who) = heaviest {
        let (load, percent) = (whole(largest), whole(share(case, best, who)));
        let estates = estates_of(words, case, best, who);
        let args = [("load", load.as_str().into()), ("percent", percent.as_str().into())];
        let args = [args.to_vec(), vec![("estates", estates.as_str().into())]].concat();
        says.push(words.say_with("fair-largest", &args));
    }
    let (mean, apart) = (whole(mean), whole((spread / there as f64).sqrt()));
    says.push(
        words.say_with("fair-mean", &[("mean", mean.as_str().into()), ("spread", apart.as_str().into())]),
    );
    if inversions > 0.0 {
        says.push(words.say_with("fair-inversions", &[("n", (inversions as i64).into())]));
    }
    let bound = best.bounds[Objective::MaxLoad.place()];
    says.push(match bound {
        _ if best.proved => words.say("fair-proved").to_owned(),
        Some(bound) => words.say_with("fair-bound", &[("bound", whole(bound).as_str().into())]),
        None => words.say("fair-unknown").to_owned(),
    });
    says
}

/// A load in per cent of the mean share, for the working time.
pub(super) fn share(case: &Case, best: &Solution, who: usize) -> f64 {
    let mean = best.certificate.mean_share.max(f64::MIN_POSITIVE);
    100.0 * best.certificate.loads[who] / case.officers[who].capacity / mean
}

fn estates_of(words: &Words, case: &Case, best: &Solution, who: usize) -> String {
    let held = best.plan.iter().enumerate().filter(|(_, to)| **to == who);
    let held: Vec<&str> = held.map(|(place, _)| case.estates[place].name.as_str()).collect();
    if held.is_empty() { "—".to_owned() } else { held.join(words.say("list-comma")) }
}

/// A number of households' worth of work.
pub(super) fn whole(value: f64) -> String {
    format!("{value:.0}")
}
