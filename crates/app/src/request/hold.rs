//! Notices that wait: at night for the morning, and many at once for each other. Somebody who finds forty messages
//! reads none of them, so more than a few become one.

use crate::error::Result;
use crate::office::App;
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
    /// When quiet hours end that hold now; `None` when somebody may be disturbed.
    pub(crate) fn quiet_until(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        now: Moment,
    ) -> Result<Option<Moment>> {
        let quiet = tx.of_the_house("quiet hours", community, &[], |tx| -> Result<_> {
            Ok(tx.community(community)?.and_then(|it| it.timetable.quiet))
        })?;
        Ok(quiet.and_then(|it| it.ends(now)))
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
    pub(crate) fn release(&self, tx: &mut Tx, community: CommunityCode, now: Moment) -> Result<()> {
        for inbox in tx.held_inboxes(community, now)? {
            let held = tx.held_notices(community, &inbox, now)?;
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
}
