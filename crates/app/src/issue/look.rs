//! The program looks for common issues: a few seconds after a request came in, and over the whole estate at night.

use super::steps::Step;
use crate::day::{DAY, day_start};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::timers::Timer;

/// The kind of the timer that looks where a new request belongs.
pub(crate) const FIND_TIMER: &str = "find_issues";
/// The kind of the timer that looks at an estate at night, and proposes to merge and to divide.
pub(crate) const REVIEW_TIMER: &str = "review_issues";
/// Requests that come in within so many milliseconds are looked at together.
const TOGETHER: i64 = 4_000;
/// At night: this long after midnight in China.
const AT_NIGHT: i64 = 2 * 60 * 60 * 1_000;

impl App {
    /// A request came in: soon somebody looks where it belongs.
    pub(crate) fn look_soon(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        now: Moment,
    ) -> Result<()> {
        let rings_at = Moment(now.0 - now.0.rem_euclid(TOGETHER) + TOGETHER);
        Ok(tx.set_timer(community, &Timer { rings_at, subject: estate.0, kind: FIND_TIMER.into() })?)
    }

    /// The night's look at an estate where something came in today.
    pub(crate) fn look_at_night(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        now: Moment,
    ) -> Result<()> {
        let rings_at = day_start(now).plus(DAY + AT_NIGHT);
        Ok(tx.set_timer(community, &Timer { rings_at, subject: estate.0, kind: REVIEW_TIMER.into() })?)
    }

    /// Looks for common issues in an estate and records what changed; says how much that was. At night it also
    /// proposes to merge and to divide. The comparing is done outside of any transaction. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn look_for_issues(
        &self,
        community: CommunityCode,
        estate: EstateId,
        at_night: bool,
    ) -> Result<usize> {
        let desk = self.db.read(|tx| self.issue_desk(tx, community, estate, &[]))?;
        let steps: Vec<Step> = if at_night { desk.steps_at_night() } else { desk.steps() };
        if steps.is_empty() {
            return Ok(0);
        }
        let app = self.clone();
        self.db.write(community, move |tx| app.carry_out(tx, community, estate, &steps)).wait()
    }
}
