//! The pace of the grids of a community, before and since each present claim began.

use super::Reach;
use super::gather::{minutes, remembered_at};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{EstateId, GridId};
use guanjia_domain::matter::find_class;
use guanjia_domain::numbers::{BACK, Fact, Group, Pace, Said, Side, Whose};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// The requests of one side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The estate.
    pub estate: EstateId,
    /// The grid.
    pub grid: GridId,
    /// The code of the class of matters.
    pub class: &'static str,
    /// Before the present claim began, or since.
    pub side: Side,
}

impl Compared {
    /// What is compared of a grid; `None` for a class that is none.
    #[must_use]
    pub fn new(estate: EstateId, grid: GridId, class: &str, side: Side) -> Option<Self> {
        find_class(class).map(|it| Self { estate, grid, class: it.code, side })
    }

    /// Whether a request that was reported in the window of its side is one of them: the same that [`App::pace`] takes.
    pub(super) fn holds(&self, fact: &Fact) -> bool {
        fact.estate == self.estate
            && fact.grid == Some(self.grid)
            && fact.class() == Some(self.class)
            && fact.exclusion().is_none()
    }
}

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
                if let (Some(grid), Some(class)) = (fact.grid, fact.class())
                    && reach.holds(&fact)
                    && fact.exclusion().is_none()
                {
                    let group = groups.entry((fact.estate, class.to_owned(), grid)).or_default();
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

    /// When the requests of a side were reported.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn compared_window(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        compared: &Compared,
    ) -> Result<Range<Moment>> {
        let now = self.now();
        let begun = begun(&*self.whose(tx, community)?, compared.estate, now);
        Ok(compared.side.window(begun, now))
    }
}

/// The spans to walk: before each beginning, and the present one; those that overlap are one.
fn spans(begun: impl Iterator<Item = Moment>, now: Moment) -> Vec<Range<Moment>> {
    let mut ends: Vec<_> = begun.chain([now]).collect();
    ends.sort_unstable();
    let mut spans: Vec<Range<Moment>> = Vec::new();
    for end in ends {
        let start = end.plus(-BACK);
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

/// Puts a request on its side of the beginning. What was open when the claim began is cut off there, so that what came
/// after says nothing of before.
fn put(group: &mut Group, fact: &Fact, begun: Moment, now: Moment) {
    for side in Side::ALL {
        if side.window(begun, now).contains(&fact.reported_at) {
            let (lasted, ended) = fact.lasted(side.cut(begun, now));
            let spell = (minutes(lasted), ended);
            match side {
                Side::Before => group.before.push(spell),
                Side::After => group.after.push(spell),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::DAY;

    #[test]
    fn a_claim_of_long_ago_is_walked_without_the_years_between() {
        let now = Moment(2_000 * DAY);
        let day = |n: i64| Moment(n * DAY);
        let of = |days: &[i64]| spans(days.iter().map(|n| day(*n)), now);
        assert_eq!(of(&[]), [now.plus(-BACK)..now]);
        assert_eq!(of(&[500, 1_990]), [day(500).plus(-BACK)..day(500), day(1_990).plus(-BACK)..now]);
    }
}
