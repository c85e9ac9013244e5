//! Why an estate is with its officer, and what the next best would cost.

use super::fair::{share, whole};
use super::said::{amount, figure, goal};
use crate::words::Words;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::explain::Next;
use guanjia_plan::allocation::solve::Solution;

/// In two sentences.
pub(super) fn why(words: &Words, case: &Case, best: &Solution, (place, next): (usize, Next)) -> String {
    let (it, who) = (&case.estates[place], best.plan[place]);
    let harder = case.estates.iter().filter(|other| other.difficulty > it.difficulty).count();
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let percent = whole(share(case, best, who));
    let given = [
        ("rank", n(harder + 1).into()),
        ("count", n(case.estates.len()).into()),
        ("tier", i64::from(case.officers[who].tier).into()),
        ("percent", percent.as_str().into()),
    ];
    let locked = if case.pinned[place].is_some() { words.say("why-pinned") } else { "" };
    let by = if words.language() == crate::words::Language::ZhCn { "" } else { " " };
    let said = [locked.to_owned(), words.say_with("why-given", &given), alternative(words, case, best, next)];
    let said: Vec<_> = said.into_iter().filter(|it| !it.is_empty()).collect();
    said.join(by)
}

fn alternative(words: &Words, case: &Case, best: &Solution, next: Next) -> String {
    let (officer, regret) = match next {
        Next::Officer(officer, regret) => (officer, regret),
        Next::Nobody => return words.say("next-nobody").to_owned(),
        Next::Unknown => return words.say("next-unknown").to_owned(),
    };
    let name = ("name", case.officers[officer].name.as_str().into());
    match regret.first(&case.order) {
        None => words.say_with("next-same", &[name]),
        Some((what, more)) => {
            let more = figure(amount(case, best, what, more));
            let what = ("what", words.say(goal(what)).into());
            words.say_with("next-price", &[name, what, ("more", more.as_str().into())])
        }
    }
}
