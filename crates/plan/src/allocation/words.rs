//! Findings as sentences, in both languages.

use super::case::Case;
use super::conflict::Conflict;
use super::explain::Next;
use super::objective::Objective;
use super::rule::Rule;
use super::solve::Solution;

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

/// Several rules in one sentence.
fn rules(case: &Case, list: &[Rule]) -> Text {
    let each: Vec<Text> = list.iter().map(|one| rule(case, *one)).collect();
    let joined = |part: fn(&Text) -> &str, by: &str| each.iter().map(part).collect::<Vec<_>>().join(by);
    Text::new(joined(|one| &one.chinese, "；"), joined(|one| &one.english, "; "))
}

/// Why there is no plan, and what would help.
#[must_use]
pub fn conflict(case: &Case, found: &Conflict) -> Text {
    match found {
        Conflict::Room { estates, room } => {
            let more = estates - room;
            Text::new(
                format!(
                    "officers：{estates} 个小区，而 max_estates 合计只有 {room}；请把若干人的 max_estates 合计提高 {more}，或增加人员"
                ),
                format!(
                    "officers: {estates} estates, but max_estates add up to {room}; raise them by {more} in all, or add an officer"
                ),
            )
        }
        Conflict::TooFew { estates, least } => {
            let less = least - estates;
            Text::new(
                format!("officers：只有 {estates} 个小区，而 min_estates 合计 {least}；请合计降低 {less}"),
                format!(
                    "officers: only {estates} estates, but min_estates add up to {least}; lower them by {less} in all"
                ),
            )
        }
        Conflict::Rules { rules: list, relax } => {
            let (rows, cure) = (rules(case, list), rules(case, relax));
            Text::new(
                format!(
                    "以下规定不能同时满足：{}。最小的放宽：取消（或上限加一）{}",
                    rows.chinese, cure.chinese
                ),
                format!(
                    "these cannot all be met: {}. The smallest relaxation: drop (or raise by one) {}",
                    rows.english, cure.english
                ),
            )
        }
        Conflict::NotProved => Text::new(
            "在限定时间内没有找到可行方案（未证明无解）；请延长 --time-limit，或减少 pinned、forbidden、max_changes",
            "no plan was found in time, which does not prove that there is none; give more --time-limit, or fewer pinned, \
             forbidden, max_changes",
        ),
    }
}

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
            "{}difficulty {:.1} (number {rank} of {count}), with “{}” of tier {}, whose load is {load:.0}, {share:.0} % of \
             the mean share. {en_next}",
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
