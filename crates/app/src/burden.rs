//! The burden ledger: what was asked of each role in the past weeks.

use crate::day::DAY;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::burden::{Deeds, monday_of};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::report::day_of;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use jiff::civil::Date;

/// The most weeks that are looked back on.
pub const MOST_WEEKS: u32 = 26;

/// The deeds of some weeks, the present one included.
#[derive(Clone, Debug)]
pub struct Burden {
    /// The Mondays, the present week first.
    pub weeks: Vec<Date>,
    /// What was done.
    pub deeds: Vec<Deeds>,
}

impl App {
    /// What was done in the last `weeks` weeks, 1 to [`MOST_WEEKS`], by role.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal`] for whoever has nothing to do with it.
    pub fn burden(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        weeks: u32,
    ) -> Result<Burden> {
        allow(who, Action::ReadBurden, &Area::community(community, None))?;
        let (now, weeks) = (self.now(), i64::from(weeks.clamp(1, MOST_WEEKS)));
        let monday = monday_of(now);
        let past = i64::from(day_of(now).since(monday).map_or(0, |span| span.get_days()));
        let start = crate::day::day_start(now).plus(-past * DAY);
        let from = start.plus(-(weeks - 1) * 7 * DAY);
        let mondays = (0..weeks).map(|n| monday_of(start.plus(-n * 7 * DAY))).collect();
        Ok(Burden { weeks: mondays, deeds: tx.deeds(community, from, Moment(i64::MAX))? })
    }
}
