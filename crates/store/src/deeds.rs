//! How often each role did what, week by week: counted from the ledger, persons left out.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::burden::{Deeds, monday_of};
use guanjia_domain::{Actor, CommunityCode, Moment};
use std::collections::BTreeMap;

/// The machine's clock may have been set back by so much between two entries of the ledger.
const SLACK: i64 = 24 * 60 * 60 * 1_000;
/// A week, in milliseconds.
const WEEK: i64 = 7 * SLACK;
/// From Monday, 29 December 1969, at midnight in China to 1970 in UTC: the weeks are counted from there.
const SINCE_MONDAY: i64 = 3 * SLACK + SLACK / 3;

impl Tx<'_> {
    /// What was done from `from` until before `until`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn deeds(&mut self, community: CommunityCode, from: Moment, until: Moment) -> Result<Vec<Deeds>> {
        let first = self.seq_about(community, from.plus(-SLACK))?;
        let rows = self.query(
            "SELECT (at + ?5) / ?6, actor, kind, count(*) FROM event
             WHERE community_id = ?1 AND seq >= ?2 AND at >= ?3 AND at < ?4 GROUP BY 1, 2, 3",
            values![community, first, from, until, SINCE_MONDAY, WEEK],
            |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<String>(2)?, row.get::<u64>(3)?)),
        )?;
        let mut deeds: BTreeMap<_, u64> = BTreeMap::new();
        for (week, actor, event, count) in rows {
            let week = monday_of(Moment(week * WEEK - SINCE_MONDAY));
            let Ok(Actor { role, .. }) = actor.parse() else { continue };
            *deeds.entry((week, role, event)).or_default() += count;
        }
        Ok(deeds.into_iter().map(|((week, role, event), count)| Deeds { week, role, event, count }).collect())
    }

    /// The first entry of the ledger that may be of a moment or later: entries stand in the order of their times, as
    /// far as the clock went on.
    fn seq_about(&mut self, community: CommunityCode, at: Moment) -> Result<u64> {
        let last = "SELECT max(seq) FROM event WHERE community_id = ?1";
        let last = self.first(last, values![community], |row| row.get::<Option<u64>>(0))?.flatten();
        let (mut low, mut high) = (1, last.unwrap_or(0) + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let found = "SELECT at FROM event WHERE community_id = ?1 AND seq = ?2";
            let found = self.first(found, values![community, middle], |row| row.get::<Moment>(0))?;
            if found.is_some_and(|found| found < at) { low = middle + 1 } else { high = middle }
        }
        Ok(low)
    }
}
