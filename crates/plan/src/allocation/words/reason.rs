//! Why an estate is with its officer, as a sentence.

use super::{Text, objective};
use crate::allocation::case::Case;
use crate::allocation::explain::Next;
use crate::allocation::solve::Solution;

/// Why an estate is with its officer, and what the next best would cost.
#[must_use]
pub fn explanation(case: &Case, solution: &Solution, estate: usize, next: &Next) -> Text {
    let officer = solution.plan[estate];
    let (one, who) = (&case.estates[estate], &case.officers[officer]);
    let rank = 1 + case.estates.iter().filter(|other| other.difficulty > one.difficulty).count();
    let count = case.estates.len();
    let load = solution.certificate.loads[officer];
    let share = 100.0 * load / who.capacity / solution.certificate.mean_share.max(f64::MIN_POSITIVE);
    let why =
        if case.pinned[estate] == Some(officer) { ("固定在此，", "pinned here, ") } else { ("", "") };
    let (zh_next, en_next) = next_sentence(case, next);
    Text::new(
        format!(
            "{}难易度 {:.1}（{count} 个中第 {rank}），由第 {} 层级的“{}”负责，其工作量 {load:.0}，为平均份额的 {share:.0}%。{zh_next}",
            why.0, one.difficulty, who.tier, who.name
        ),
        format!(
            "{}difficulty {:.1} (number {rank} of {count}), with “{}” of tier {}, whose load is {load:.0}, \
             {share:.0} % of the mean share. {en_next}",
            why.1, one.difficulty, who.name, who.tier
        ),
    )
}

fn next_sentence(case: &Case, next: &Next) -> (String, String) {
    let (officer, regret) = match next {
        Next::Officer(officer, regret) => (*officer, regret),
        Next::Nobody => {
            return ("按现有规定没有其他人选。".to_owned(), "The rules allow nobody else.".to_owned());
        }
        Next::Unknown => {
            return (
                "其他人选的代价未计算。".to_owned(),
                "What another officer would cost was not worked out.".to_owned(),
            );
        }
    };
    let name = &case.officers[officer].name;
    match regret.first(&case.order) {
        Some((what, more)) => {
            let (zh, en) = objective(what);
            (format!("其次是“{name}”：{zh} {more:+.1}。"), format!("Next best is “{name}”: {en} {more:+.1}."))
        }
        None => (
            format!("“{name}”同样好，按固定次序选定。"),
            format!("“{name}” would be as good; the fixed order of the input decides."),
        ),
    }
}
