//! The pace of the grids of a community, before and since each present claim began.

use super::gather::{minutes, remembered_at};
use super::{Period, Reach};
use crate::day::DAY;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::numbers::{Fact, Group, Pace, Said, Whose};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// How far is looked back, and from a claim's beginning how far before it, in days.
const BACK: i64 = 180;

/// A pair of grids with names.
#[derive(Clone, Debug)]
pub struct PaceLine {
    /// What is said.
    pub pace: Pace,
    /// The name of the estate.
    pub estate: String,
    /// The names of the grids.
    pub grids: [String; 2],
    /// Since when the present steward looks after the estate.
    pub since: Moment,
}

/// The pace of all grids.
#[derive(Clone, Debug, Default)]
pub struct PaceSheet {
    /// Pairs of which something can be said, the surest difference first.
    pub lines: Vec<PaceLine>,
    /// How many pairs have too few finished requests to say anything.
    pub few: u32,
}

impl PaceSheet {
    /// The pairs that differ now by more than chance.
    pub fn apart(&self) -> impl Iterator<Item = &PaceLine> {
        self.lines.iter().filter(|line| matches!(&line.pace.after, Said::Enough(it) if it.differ()))
    }
}

impl App {
    /// How the grids of each estate compare, for one kind of matter at a time. Whether somebody may see it is
    /// [`App::numbers_reach`]'s to say.
    ///
    /// # Errors
    /// What the store says.
    pub fn pace(&self, tx: &mut Tx, community: CommunityCode, reach: &Reach) -> Result<Arc<PaceSheet>> {
        let mut key = remembered_at(self.now());
        key.extend(reach.key());
        tx.of_the_work("pace", community, &key, |tx| self.pace_now(tx, community, reach))
    }

    fn pace_now(&self, tx: &mut Tx, community: CommunityCode, reach: &Reach) -> Result<PaceSheet> {
        let now = self.now();
        let whose = self.whose(tx, community)?;
        let names: HashMap<EstateId, String> = tx.estate_names(community)?.iter().cloned().collect();
        let grids: HashMap<_, _> =
            tx.drawings(community)?.iter().map(|grid| (grid.id, grid.name.clone())).collect();
        let since = |estate| begun(&whose, estate, now);
        let mut groups: BTreeMap<_, Group> = BTreeMap::new();
        for span in spans(names.keys().map(|estate| since(*estate)), now) {
            self.facts(tx, community, span, |fact| {
                if let (Some(grid), Some(class)) = (fact.grid, class(&fact))
                    && reach.holds(&fact)
                    && fact.exclusion().is_none()
                {
                    let group = groups.entry((fact.estate, class, grid)).or_default();
                    put(group, &fact, since(fact.estate), now);
                }
            })?;
        }
        let mut sheet = PaceSheet::default();
        for pace in Pace::of(&groups.into_iter().collect::<Vec<_>>()) {
            if matches!((&pace.before, &pace.after), (Said::Few(..), Said::Few(..))) {
                sheet.few += 1;
                continue;
            }
            let name = |at: usize| grids.get(&pace.grids[at]).cloned().unwrap_or_default();
            let estate = names.get(&pace.estate).cloned().unwrap_or_default();
            let (grids, since) = ([name(0), name(1)], since(pace.estate));
            sheet.lines.push(PaceLine { pace, estate, grids, since });
        }
        let chance = |it: &PaceLine| match &it.pace.after {
            Said::Enough(sides) => sides.chance,
            Said::Few(..) => 2.0,
        };
        sheet.lines.sort_by(|one, other| chance(one).total_cmp(&chance(other)));
        Ok(sheet)
    }

    /// The period of the list behind the page of the pace.
    #[must_use]
    pub fn pace_period(&self) -> Period {
        Period::Days(365)
    }
}

/// The spans to walk: before each beginning, and the present one; those that overlap are one.
fn spans(begun: impl Iterator<Item = Moment>, now: Moment) -> Vec<Range<Moment>> {
    let mut ends: Vec<_> = begun.chain([now]).collect();
    ends.sort_unstable();
    let mut spans: Vec<Range<Moment>> = Vec::new();
    for end in ends {
        let start = end.plus(-BACK * DAY);
        match spans.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end,
            None => spans.push(start..end),
        }
    }
    spans
}

/// Since when the present steward looks after an estate.
fn begun(whose: &Whose, estate: EstateId, now: Moment) -> Moment {
    whose.claims(estate).map_or(now, |claims| claims.since(now))
}

/// The class of the matter.
fn class(fact: &Fact) -> Option<String> {
    fact.matter.as_deref().and_then(|code| code.get(..2)).map(str::to_owned)
}

/// Puts a request on its side of the beginning. What was open when the claim began is cut off there, so that what came
/// after says nothing of before.
fn put(group: &mut Group, fact: &Fact, begun: Moment, now: Moment) {
    let (far, near) = (begun.plus(-BACK * DAY), now.plus(-BACK * DAY));
    if fact.reported_at >= begun.max(near) {
        let (lasted, ended) = fact.lasted(now);
        group.after.push((minutes(lasted), ended));
    } else if fact.reported_at < begun && fact.reported_at >= far {
        let (lasted, ended) = fact.lasted(begun);
        group.before.push((minutes(lasted), ended));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_of_long_ago_is_walked_without_the_years_between() {
        let now = Moment(2_000 * DAY);
        let day = |n: i64| Moment(n * DAY);
        let of = |days: &[i64]| spans(days.iter().map(|n| day(*n)), now);
        assert_eq!(of(&[]), [day(2_000 - BACK)..now]);
        assert_eq!(of(&[500, 1_990]), [day(500 - BACK)..day(500), day(1_990 - BACK)..now]);
    }
}
