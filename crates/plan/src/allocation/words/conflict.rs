//! Why there is no plan, as a sentence.

use super::{Text, rule};
use crate::allocation::case::Case;
use crate::allocation::conflict::Conflict;
use crate::allocation::rule::Rule;

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
            "no plan was found in time, which does not prove that there is none; give more --time-limit, or fewer \
             pinned, forbidden, max_changes",
        ),
    }
}

/// Several rules in one sentence.
fn rules(case: &Case, list: &[Rule]) -> Text {
    let each: Vec<Text> = list.iter().map(|one| rule(case, *one)).collect();
    let joined = |part: fn(&Text) -> &str, by: &str| each.iter().map(part).collect::<Vec<_>>().join(by);
    Text::new(joined(|one| &one.chinese, "；"), joined(|one| &one.english, "; "))
}
