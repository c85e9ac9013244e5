//! How often each role did what, week by week: counted from the ledger press by press, persons left out.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::burden::{Deeds, Presses};
use guanjia_domain::{Actor, CommunityCode, Moment};

/// The machine's clock may have been set back by so much between two entries of the ledger.
const SLACK: i64 = 24 * 60 * 60 * 1_000;

impl Tx<'_> {
    /// What was done from `from` until before `until`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn deeds(&mut self, community: CommunityCode, from: Moment, until: Moment) -> Result<Vec<Deeds>> {
        let first = self.seq_about(community, from.plus(-SLACK))?;
        let mut presses = Presses::default();
        self.each(
            "SELECT at, actor, subject_id, kind FROM event
             WHERE community_id = ?1 AND seq >= ?2 AND at >= ?3 AND at < ?4 ORDER BY seq",
            values![community, first, from, until],
            |row| {
                // Of a role that this program does not know nothing is asked.
                if let Ok(actor) = row.get::<String>(1)?.parse::<Actor>() {
                    presses.take(row.get(0)?, actor, row.get(2)?, &row.get::<String>(3)?);
                }
                Ok(())
            },
        )?;
        Ok(presses.deeds())
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
