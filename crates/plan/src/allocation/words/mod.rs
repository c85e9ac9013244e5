//! Findings as sentences, in both languages.

mod conflict;
mod reason;

use super::case::Case;
use super::objective::Objective;
use super::rule::Rule;
pub use conflict::conflict;
pub use reason::explanation;

/// A sentence in both languages, without its full stop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Text {
    fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }
}

/// What an objective is called.
#[must_use]
pub const fn objective(objective: Objective) -> (&'static str, &'static str) {
    match objective {
        Objective::MaxLoad => ("最大工作量", "the largest load"),
        Objective::TierInversions => ("与层级顺序不符的小区对数", "the pairs against the order of the tiers"),
        Objective::LoadSpread => ("工作量差异（平方和）", "the spread of the loads (sum of squares)"),
        Objective::Distance => ("两小区间距离之和", "the sum of distances"),
        Objective::Changes => ("更换管家的小区数", "the number of changes"),
    }
}

/// A rule with the rows that it stands in.
#[must_use]
pub fn rule(case: &Case, rule: Rule) -> Text {
    let estate = |place: usize| case.estates[place].name.as_str();
    let officer = |place: usize| case.officers[place].name.as_str();
    match rule {
        Rule::Tiers => {
            Text::new("tier_order：层级严格按难易排序", "tier_order: the strict order of the tiers")
        }
        Rule::MaxChanges => {
            let most = case.max_changes.unwrap_or(0);
            Text::new(
                format!("max_changes：最多更换 {most} 个小区"),
                format!("max_changes: at most {most} estates change hands"),
            )
        }
        Rule::Forbidden(place, who) => Text::new(
            format!("forbidden：“{}”不交给“{}”", estate(place), officer(who)),
            format!("forbidden: “{}” not to “{}”", estate(place), officer(who)),
        ),
        Rule::Pinned(place, who) => Text::new(
            format!("pinned：“{}”固定给“{}”", estate(place), officer(who)),
            format!("pinned: “{}” to “{}”", estate(place), officer(who)),
        ),
        Rule::MinEstates(who) => {
            let (name, least) = (officer(who), case.officers[who].min_estates);
            Text::new(
                format!("min_estates：“{name}”至少 {least} 个小区"),
                format!("min_estates: “{name}” at least {least}"),
            )
        }
        Rule::MaxEstates(who) => {
            let (name, most) = (officer(who), case.officers[who].max_estates);
            Text::new(
                format!("max_estates：“{name}”最多 {most} 个小区"),
                format!("max_estates: “{name}” at most {most}"),
            )
        }
    }
}
