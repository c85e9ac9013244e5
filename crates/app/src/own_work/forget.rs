//! Forgetting a mediation: when the time for which it is kept is over, or when a party wishes it.

use crate::error::Result;
use crate::office::App;
use crate::rights::HeldMediation;
use guanjia_domain::ids::MediationId;
use guanjia_domain::own_work::{Work, WorkEvent, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;
use uuid::Uuid;

/// The kind of the timer that looks whether a mediation is to be forgotten.
pub(crate) const FORGET_TIMER: &str = "forget_mediation";

impl App {
    /// Erases names, phones and texts of a mediation; says whether there was anything. The caller has asked whether
    /// that is allowed.
    pub(crate) fn forget_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: MediationId,
    ) -> Result<bool> {
        let Some(work) = tx.work(community, WorkKind::Mediation, id.0)? else { return Ok(false) };
        if matches!(&work, Work::Mediation(file) if file.forgotten) {
            return Ok(false);
        }
        let (key, event) = ((WorkKind::Mediation, id.0), WorkEvent::MediationForgotten);
        self.record_work(tx, who, community, key, Some(work), event)?;
        tx.erase_owner(community, id.0)?;
        Ok(true)
    }

    /// Forgets a mediation whose time is over.
    pub(crate) fn forget_if_due(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: MediationId,
        now: Moment,
    ) -> Result<()> {
        let Some(Work::Mediation(file)) = tx.work(community, WorkKind::Mediation, id.0)? else {
            return Ok(());
        };
        if file.forgets_at().is_some_and(|at| at <= now) {
            let program = Principal::plain(Role::System, community, None);
            self.forget_now(tx, &program, community, id)?;
        }
        Ok(())
    }

    /// What the rights desk says of a mediation.
    pub(crate) fn held_mediation(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
    ) -> Result<Option<HeldMediation>> {
        let Some(Work::Mediation(file)) = tx.work(community, WorkKind::Mediation, owner)? else {
            return Ok(None);
        };
        if file.forgotten {
            return Ok(None);
        }
        let estates = self.estates_of(tx, community, &file)?;
        Ok(Some(HeldMediation { id: file.id, estates, since: file.opened_at.0 }))
    }
}
