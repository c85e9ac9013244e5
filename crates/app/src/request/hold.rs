//! Notices that wait: at night for the morning, and many at once for each other. Somebody who finds forty messages
//! reads none of them, so more than a few become one.

use super::reminders::about;
use crate::call::{CALL_DUE_TIMER, CALL_OVERDUE_TIMER};
use crate::error::Result;
use crate::office::App;
use crate::project::LOOK_AGAIN_TIMER;
use guanjia_domain::ids::{CallId, ProjectId, RequestId};
use guanjia_domain::limit::Measure;
use guanjia_domain::request::ClockMotion;
use guanjia_domain::timetable::Quiet;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::timers::{Notice, Timer};
use uuid::Uuid;

/// The timer at which held notices are told.
pub(crate) const RELEASE_TIMER: &str = "release";
/// The kind of notice that stands for several.
pub(crate) const DIGEST: &str = "digest";
/// So many are told one by one.
const A_FEW: usize = 3;

impl App {
    /// The quiet hours of a community.
    pub(crate) fn quiet_hours(&self, tx: &mut Tx, community: CommunityCode) -> Result<Option<Quiet>> {
        let quiet = tx.of_the_house("quiet hours", community, &[], |tx| -> Result<_> {
            Ok(tx.community(community)?.and_then(|it| it.timetable.quiet))
        })?;
        Ok(*quiet)
    }

    /// When quiet hours end that hold now; `None` when somebody may be disturbed.
    pub(crate) fn quiet_until(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        now: Moment,
    ) -> Result<Option<Moment>> {
        Ok(self.quiet_hours(tx, community)?.and_then(|it| it.ends(now)))
    }

    /// Keeps a notice until `release`, when [`App::release`] tells it.
    pub(crate) fn hold(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        inbox: &str,
        (notice, release): (&Notice, Moment),
    ) -> Result<()> {
        tx.hold_notice(community, inbox, notice, release)?;
        let timer = Timer { rings_at: release, subject: Uuid::nil(), kind: RELEASE_TIMER.into() };
        Ok(tx.set_timer(community, &timer)?)
    }

    /// Tells what was held until now: a few one by one, more as one digest for each inbox.
    ///
    /// Where the server was away until it became quiet again, they wait once more; a limit that was met meanwhile is
    /// not spoken of.
    pub(crate) fn release(&self, tx: &mut Tx, community: CommunityCode, now: Moment) -> Result<()> {
        if let Some(end) = self.quiet_until(tx, community, now)? {
            let timer = Timer { rings_at: end, subject: Uuid::nil(), kind: RELEASE_TIMER.into() };
            return Ok(tx.set_timer(community, &timer)?);
        }
        for inbox in tx.held_inboxes(community, now)? {
            let mut held = Vec::new();
            for it in tx.held_notices(community, &inbox, now)? {
                if self.is_pointless(tx, community, &it)? {
                    tx.release_notice(community, &inbox, it.id)?;
                } else {
                    held.push(it);
                }
            }
            if held.len() <= A_FEW {
                for it in held {
                    tx.release_notice(community, &inbox, it.id)?;
                    tx.notify(community, &inbox, &it)?;
                }
                continue;
            }
            let id = self.ids.next(now)?;
            for it in held {
                tx.put_into_digest(community, &inbox, it.id, id)?;
            }
            let digest = Notice { id, at: now, kind: DIGEST.into(), subject: id, read_at: None };
            tx.notify(community, &inbox, &digest)?;
        }
        Ok(())
    }

    /// Whether a reminder has nothing left to remind of.
    fn is_pointless(&self, tx: &mut Tx, community: CommunityCode, notice: &Notice) -> Result<bool> {
        match notice.kind.as_str() {
            kind @ (CALL_DUE_TIMER | CALL_OVERDUE_TIMER) => {
                let (call, today) = (tx.call(community, CallId(notice.subject))?, self.today());
                // A day that was moved meanwhile says nothing.
                let still_late = |due| if kind == CALL_DUE_TIMER { due <= today } else { due < today };
                return Ok(
                    !call.is_some_and(|it| it.is_open() && it.answered_at.is_none() && still_late(it.due()))
                );
            }
            LOOK_AGAIN_TIMER => {
                let project = tx.project(community, ProjectId(notice.subject))?;
                let today = self.today();
                return Ok(project.is_none_or(|it| it.not_now.is_none_or(|not_now| not_now.until > today)));
            }
            _ => {}
        }
        let Some((measure, _)) = about(&notice.kind) else { return Ok(false) };
        let request = tx.request(community, RequestId(notice.subject))?;
        Ok(request.is_none_or(|it| {
            let met = measure != Measure::Done && it.unmet().all(|(unmet, _)| unmet != measure);
            it.state.clock() != ClockMotion::Runs || met
        }))
    }
}
