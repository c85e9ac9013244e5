//! Rules, conflicts and changes in the reader's words.

use crate::words::Words;
use guanjia_app::allocation::Drift;
use guanjia_plan::allocation::binding::Binding;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::conflict::Conflict;
use guanjia_plan::allocation::objective::Objective;
use guanjia_plan::allocation::rule::Rule;
use guanjia_plan::allocation::solve::Solution;

/// A rule with the rows that it stands in.
pub(super) fn rule(words: &Words, case: &Case, it: Rule) -> String {
    let estate = |place: usize| ("estate", case.estates[place].name.as_str().into());
    let name = |place: usize| ("name", case.officers[place].name.as_str().into());
    let n = |count: usize| ("n", i64::try_from(count).unwrap_or(i64::MAX).into());
    match it {
        Rule::Tiers => words.say("rule-tiers").to_owned(),
        Rule::MaxChanges => words.say_with("rule-max-changes", &[n(case.max_changes.unwrap_or(0))]),
        Rule::Forbidden(place, who) => words.say_with("rule-forbidden", &[estate(place), name(who)]),
        Rule::Pinned(place, who) => words.say_with("rule-pinned", &[estate(place), name(who)]),
        Rule::MinEstates(who) => {
            words.say_with("rule-min-estates", &[name(who), n(case.officers[who].min_estates)])
        }
        Rule::MaxEstates(who) => {
            words.say_with("rule-max-estates", &[name(who), n(case.officers[who].max_estates)])
        }
    }
}

/// Why there is no plan: the rows that cannot hold together, and the smallest relaxation.
pub(super) fn conflict(words: &Words, case: &Case, it: &Conflict) -> Vec<String> {
    let n = |name, count: usize| (name, i64::try_from(count).unwrap_or(i64::MAX).into());
    let rules = |key: &str, list: &[Rule]| {
        let by = if words.language() == crate::words::Language::ZhCn { "；" } else { "; " };
        let each: Vec<_> = list.iter().map(|one| rule(words, case, *one)).collect();
        words.say_with(key, &[("rules", each.join(by).as_str().into())])
    };
    match it {
        Conflict::Room { estates, room } => vec![words.say_with(
            "conflict-room",
            &[n("estates", *estates), n("room", *room), n("n", estates.saturating_sub(*room))],
        )],
        Conflict::TooFew { estates, least } => vec![words.say_with(
            "conflict-too-few",
            &[n("estates", *estates), n("least", *least), n("n", least.saturating_sub(*estates))],
        )],
        Conflict::Rules { rules: list, relax } => {
            vec![rules("conflict-rules", list), rules("conflict-relax", relax)]
        }
        Conflict::NotProved => vec![words.say("conflict-not-proved").to_owned()],
    }
}

/// What a goal is called.
pub(super) const fn goal(it: Objective) -> &'static str {
    match it {
        Objective::MaxLoad => "goal-max-load",
        Objective::TierInversions => "goal-tier-inversions",
        Objective::LoadSpread => "goal-load-spread",
        Objective::Distance => "goal-distance",
        Objective::Changes => "goal-changes",
    }
}

/// By how much a goal differs, as people read it: of the spread its root mean square, as on the fairness card.
pub(super) fn amount(case: &Case, best: &Solution, what: Objective, more: f64) -> f64 {
    if what != Objective::LoadSpread {
        return more;
    }
    let there = case.officers.iter().filter(|who| who.max_estates > 0).count().max(1) as f64;
    let spread = best.certificate.values[what.place()];
    ((spread + more).max(0.0) / there).sqrt() - (spread / there).sqrt()
}

/// Whole where it is large, with its tenths where it is small.
pub(super) fn figure(value: f64) -> String {
    if value.abs() < 10.0 && value.fract().abs() > 0.05 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

/// A rule that costs something.
pub(super) fn binding(words: &Words, case: &Case, best: &Solution, it: &Binding) -> String {
    let rule = rule(words, case, it.rule);
    let gain = figure(amount(case, best, it.objective, -it.gain).abs());
    let what = words.say(goal(it.objective));
    let args = [("rule", rule.as_str().into()), ("what", what.into()), ("gain", gain.as_str().into())];
    words.say_with("fair-binding", &args)
}

/// What has changed since a draft.
pub(super) fn drift(words: &Words, it: &Drift) -> String {
    let say = |key: &str, args: &[(&str, &String)]| {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        words.say_with(key, &args)
    };
    match it {
        Drift::Added { estate } => say("drift-added", &[("estate", estate)]),
        Drift::Gone { estate } => say("drift-gone", &[("estate", estate)]),
        Drift::Steward { estate, from, to } => {
            say("drift-steward", &[("estate", estate), ("from", from), ("to", to)])
        }
        Drift::Figures { estate } => say("drift-figures", &[("estate", estate)]),
        Drift::Left { officer } => say("drift-left", &[("name", officer)]),
    }
}
