//! The answer for a person: loads, objectives, reasons.

use super::Answer;
use crate::language::Language;
use guanjia_plan::allocation::form::Form;
use guanjia_plan::allocation::index::sensitivity;
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::words;

/// The share by which each weight is changed to see which ranks hang on it.
const CHANGE: f64 = 0.1;
/// The most lines of reasons and of turned ranks.
const MOST_REASONS: usize = 60;

/// The lines of an answer.
pub fn lines(answer: &Answer, form: &Form, language: Language) -> Vec<String> {
    let mut lines = loads(answer, language);
    lines.push(String::new());
    lines.extend(objectives(answer, language));
    lines.push(String::new());
    lines.extend(reasons(answer, language));
    lines.extend(rules(answer, language));
    lines.extend(flips(answer, form, language));
    lines.extend(curve(answer, language));
    lines
}

fn loads(answer: &Answer, language: Language) -> Vec<String> {
    let (case, solution) = (&answer.case, &answer.solution);
    let mean = solution.certificate.mean_share.max(f64::MIN_POSITIVE);
    let mut order: Vec<usize> = (0..case.officers.len()).collect();
    order.sort_by_key(|who| case.officers[*who].tier);
    let one = |who: usize| {
        let officer = &case.officers[who];
        let held = solution.plan.iter().enumerate().filter(|(_, to)| **to == who);
        let held: Vec<&str> = held.map(|(place, _)| case.estates[place].name.as_str()).collect();
        let load = solution.certificate.loads[who];
        let share = 100.0 * load / officer.capacity / mean;
        let names = if held.is_empty() { "–".to_owned() } else { held.join(language.pick("、", ", ")) };
        language.pick(
            format!(
                "第{}层级  {}  工作量 {load:.0}（平均的 {share:.0}%）  {names}",
                officer.tier, officer.name
            ),
            format!(
                "tier {}  {}  load {load:.0} ({share:.0} % of the mean)  {names}",
                officer.tier, officer.name
            ),
        )
    };
    order.into_iter().map(one).collect()
}

fn objectives(answer: &Answer, language: Language) -> Vec<String> {
    let solution = &answer.solution;
    let value = |one: &Objective| {
        let (zh, en) = words::objective(*one);
        let value = solution.certificate.values[one.place()];
        let bound = solution.bounds[one.place()];
        let bound = match bound {
            Some(bound) if (value - bound).abs() <= 1e-9 * bound.abs().max(1.0) => {
                language.pick("（已证明最优）".to_owned(), " (proved the least)".to_owned())
            }
            Some(bound) => language.pick(format!("（下界 {bound:.1}）"), format!(" (bound {bound:.1})")),
            None => language.pick("（下界未知）".to_owned(), " (bound not known)".to_owned()),
        };
        format!("{}: {value:.1}{bound}", language.pick(zh, en))
    };
    let mut lines: Vec<String> = answer.case.order.iter().map(value).collect();
    let seconds = answer.seconds;
    lines.push(match solution.proved {
        true => language.pick(
            format!("已证明全部目标最优，用时 {seconds:.3} 秒。"),
            format!("All objectives proved, in order, in {seconds:.3} s."),
        ),
        false => language.pick(
            format!("方案已核验，但未证明最优，用时 {seconds:.3} 秒。"),
            format!("The plan is certified but not proved the best; {seconds:.3} s."),
        ),
    });
    lines
}

fn reasons(answer: &Answer, language: Language) -> Vec<String> {
    let case = &answer.case;
    let mut order: Vec<usize> = (0..case.estates.len()).collect();
    order.sort_by(|a, b| case.estates[*b].difficulty.total_cmp(&case.estates[*a].difficulty));
    let one = |place: usize| {
        let text = words::explanation(case, &answer.solution, place, &answer.next[place]);
        format!("{}: {}", case.estates[place].name, language.pick(text.chinese, text.english))
    };
    let mut lines: Vec<String> = order.iter().take(MOST_REASONS).map(|place| one(*place)).collect();
    if order.len() > MOST_REASONS {
        let more = order.len() - MOST_REASONS;
        lines.push(
            language.pick(format!("还有 {more} 个小区，见 --json。"), format!("{more} more: see --json.")),
        );
    }
    lines
}

fn rules(answer: &Answer, language: Language) -> Vec<String> {
    let one = |binding: &guanjia_plan::allocation::binding::Binding| {
        let rule = words::rule(&answer.case, binding.rule);
        let (zh, en) = words::objective(binding.objective);
        language.pick(
            format!("若取消“{}”：{zh}减少 {:.1}。", rule.chinese, binding.gain),
            format!("Without “{}”: {en} falls by {:.1}.", rule.english, binding.gain),
        )
    };
    answer.binding.iter().map(one).collect()
}

fn flips(answer: &Answer, form: &Form, language: Language) -> Vec<String> {
    let name = |place: usize| answer.case.estates[place].name.as_str();
    let found = sensitivity(form, CHANGE);
    let one = |flip: &guanjia_plan::allocation::index::Flip| {
        let (indicator, percent) = (flip.indicator, 100.0 * flip.change);
        let (harder, easier) = (name(flip.harder), name(flip.easier));
        language.pick(
            format!("权重 {indicator} {percent:+.0}%：“{easier}”会排到“{harder}”之前。"),
            format!("Weight of {indicator} {percent:+.0} %: “{easier}” would rank before “{harder}”."),
        )
    };
    found.iter().take(MOST_REASONS).map(one).collect()
}

fn curve(answer: &Answer, language: Language) -> Vec<String> {
    let one = |point: &guanjia_plan::allocation::replan::Point| {
        let [largest, _, spread, ..] = point.solution.certificate.values;
        let changes = point.changes;
        language.pick(
            format!("最多更换 {changes} 个：最大工作量 {largest:.0}，差异 {spread:.0}。"),
            format!("At most {changes} changes: largest load {largest:.0}, spread {spread:.0}."),
        )
    };
    answer.curve.iter().map(one).collect()
}
