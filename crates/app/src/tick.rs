//! Working off timers: every server may do it, each timer is taken once, in order, and none is skipped.

use crate::call::{CALL_DUE_TIMER, CALL_OVERDUE_TIMER};
use crate::error::Result;
use crate::import::{UPLOAD_TIMER, UploadId};
use crate::issue::{FIND_TIMER, REVIEW_TIMER};
use crate::office::App;
use crate::own_work::FORGET_TIMER;
use crate::project::LOOK_AGAIN_TIMER;
use crate::request::{RELEASE_TIMER, is_still_due};
use crate::survey::FORGET_SURVEY_TIMER;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::timers::Timer;
use std::collections::BTreeMap;

/// How many timers are taken in one transaction.
const AT_ONCE: u32 = 200;

impl App {
    /// Works off every timer that has rung in every community, and says how many. Blocks.
    ///
    /// # Errors
    /// What the store says; what was done before it stays done.
    pub fn tick(&self) -> Result<u64> {
        let communities = self.db.read(|tx| -> Result<_> { Ok(tx.communities()?) })?;
        let mut done = 0;
        for (community, _) in communities {
            match self.db.catch_up(community) {
                Ok(0) => {}
                Ok(caught_up) => tracing::warn!(
                    %community, caught_up, "an older version writes beside this one: bring it up to date"
                ),
                // Whoever counts makes such lines from the events; no reminder waits for a row that is damaged.
                Err(error) => {
                    tracing::error!(%community, %error, "lines that are behind stay so: guanjia verify");
                }
            }
            loop {
                let waiting = self.db.read(|tx| -> Result<_> { Ok(tx.rung(community, self.now(), 1)?) })?;
                if waiting.is_empty() {
                    break;
                }
                let app = self.clone();
                let (worked, looks) =
                    self.db.write(community, move |tx| app.work_off(tx, community)).wait()?;
                done += worked;
                for (estate, at_night) in looks {
                    // What a server that falls over now has not looked at is looked at in the night.
                    self.look_for_issues(community, estate, at_night)?;
                }
            }
        }
        Ok(done)
    }

    /// Says how many it was, and at which estates to look for common issues afterwards, outside of the transaction.
    fn work_off(&self, tx: &mut Tx, community: CommunityCode) -> Result<(u64, BTreeMap<EstateId, bool>)> {
        let now = self.now();
        let (mut done, mut looks) = (0, BTreeMap::new());
        for timer in tx.rung(community, now, AT_ONCE)? {
            if tx.take_timer(community, &timer)? {
                let (estate, at_night) = (EstateId(timer.subject), timer.kind == REVIEW_TIMER);
                if at_night || timer.kind == FIND_TIMER {
                    *looks.entry(estate).or_default() |= at_night;
                    if !at_night {
                        self.look_at_night(tx, community, estate, now)?;
                    }
                } else {
                    self.ring(tx, community, &timer, now)?;
                }
                done += 1;
            }
        }
        Ok((done, looks))
    }

    /// A timer only says "look": the state says whether there is anything to tell.
    fn ring(&self, tx: &mut Tx, community: CommunityCode, timer: &Timer, now: Moment) -> Result<()> {
        if timer.kind == UPLOAD_TIMER {
            return self.discard_upload(tx, community, UploadId(timer.subject));
        }
        if timer.kind == RELEASE_TIMER {
            return self.release(tx, community, now);
        }
        if timer.kind == FORGET_TIMER {
            return self.forget_if_due(tx, community, timer.subject.into(), now);
        }
        if matches!(timer.kind.as_str(), CALL_DUE_TIMER | CALL_OVERDUE_TIMER) {
            return self.remind_of_call(tx, community, timer);
        }
        if timer.kind == LOOK_AGAIN_TIMER {
            return self.look_again_at_project(tx, community, timer.subject.into());
        }
        if timer.kind == FORGET_SURVEY_TIMER {
            return self.forget_survey_if_due(tx, community, timer.subject.into(), now);
        }
        let Some(request) = tx.request(community, RequestId(timer.subject))? else { return Ok(()) };
        let quiet = self.quiet_hours(tx, community)?;
        if is_still_due(&request, timer, quiet, now) {
            self.tell_of_timer(tx, community, &request, &timer.kind, now)?;
        }
        Ok(())
    }
}
