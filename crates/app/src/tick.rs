//! Working off timers: every server may do it, each timer is taken once, in order, and none is skipped.

use crate::error::Result;
use crate::import::{UPLOAD_TIMER, UploadId};
use crate::office::App;
use crate::own_work::FORGET_TIMER;
use crate::survey::FORGET_SURVEY_TIMER;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::{ClockMotion, Request, State};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::timers::Timer;

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
            loop {
                let waiting = self.db.read(|tx| -> Result<_> { Ok(tx.rung(community, self.now(), 1)?) })?;
                if waiting.is_empty() {
                    break;
                }
                let app = self.clone();
                done += self.db.write(community, move |tx| app.work_off(tx, community)).wait()?;
            }
        }
        Ok(done)
    }

    fn work_off(&self, tx: &mut Tx, community: CommunityCode) -> Result<u64> {
        let now = self.now();
        let mut done = 0;
        for timer in tx.rung(community, now, AT_ONCE)? {
            if tx.take_timer(community, &timer)? {
                self.ring(tx, community, &timer, now)?;
                done += 1;
            }
        }
        Ok(done)
    }

    /// A timer only says "look": the state says whether there is anything to tell.
    fn ring(&self, tx: &mut Tx, community: CommunityCode, timer: &Timer, now: Moment) -> Result<()> {
        if timer.kind == UPLOAD_TIMER {
            return self.discard_upload(tx, community, UploadId(timer.subject));
        }
        if timer.kind == FORGET_TIMER {
            return self.forget_if_due(tx, community, timer.subject.into(), now);
        }
        if timer.kind == FORGET_SURVEY_TIMER {
            return self.forget_survey_if_due(tx, community, timer.subject.into(), now);
        }
        let Some(request) = tx.request(community, RequestId(timer.subject))? else { return Ok(()) };
        if is_still_due(&request, timer) {
            self.tell_of_timer(tx, community, &request, &timer.kind, now)?;
        }
        Ok(())
    }
}

/// Whether what a timer was set for still holds: limits move, and requests end.
fn is_still_due(request: &Request, timer: &Timer) -> bool {
    let runs = request.state.clock() == ClockMotion::Runs;
    match timer.kind.as_str() {
        "due_soon" => runs && timer.rings_at <= request.due_at(),
        "overdue" => runs && timer.rings_at > request.due_at(),
        "look_again" => request.state == State::Suspended && request.suspended_until == Some(timer.rings_at),
        _ => false,
    }
}
