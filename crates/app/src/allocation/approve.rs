//! The secretary's word: from a day on the plan holds, by claims like any others.

use super::case::{Named, form, solution};
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use crate::place::NewClaim;
use guanjia_domain::allocation::Allocation;
use guanjia_domain::ids::{AllocationId, EstateId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_plan::allocation::case::Case;
use guanjia_store::{Answer, Tx};

impl App {
    /// Approves an allocation from a moment (`None` is now), perhaps only until another: then everybody has back what
    /// they had. Only estates that change hands get claims.
    pub fn approve_allocation(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, revision): (AllocationId, u32),
        (starts_at, until): (Option<Moment>, Option<Moment>),
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let it = app.allocation_to_change(tx, &who, community, id)?;
            let now = app.now();
            let event = it.decide_approve(revision, (starts_at.unwrap_or(now), until), now)?;
            if !app.drift(tx, community, &it.draft)?.is_empty() || !certified(&it) {
                return Err(Refusal::AllocationStale.into());
            }
            let moves: Vec<_> = it.draft.moves().collect();
            for (estate, _, to) in moves {
                app.claim_for(tx, &who, community, (estate, to), (starts_at, until), &it)?;
                app.tell_staff(tx, community, to, (id.0, "allocation_approved"))?;
            }
            app.record_allocation(tx, &who, community, (id, Some(it)), event)
        })
    }

    /// Writes the claim of an estate, and the one with which it comes back.
    fn claim_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (estate, steward): (EstateId, StaffId),
        (starts_at, until): (Option<Moment>, Option<Moment>),
        it: &Allocation,
    ) -> Result<()> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let present = tx.claim_in_force(community, estate, starts_at.unwrap_or_else(|| self.now()))?;
        let present = present.ok_or(Refusal::NotFound)?;
        let away =
            |staff: StaffId| it.draft.ask.seats.iter().any(|seat| seat.staff == staff && seat.most == 0);
        let deputy = present.deputy.filter(|deputy| *deputy != steward && !away(*deputy));
        let claim = NewClaim { estate, steward, deputy, starts_at, pact_signed: false };
        self.claim_now(tx, who, community, &claim)?;
        if until.is_some() {
            let (steward, deputy) = (present.steward, present.deputy);
            let back = NewClaim { estate, steward, deputy, starts_at: until, pact_signed: false };
            self.claim_now(tx, who, community, &back)?;
        }
        Ok(())
    }
}

/// Whether the checker certifies the plan once more.
fn certified(it: &Allocation) -> bool {
    let draft = &it.draft;
    let case = Case::of(&form(&draft.ask, &draft.basis, &Named::new())).ok();
    case.zip(draft.found.as_ref()).and_then(|(case, found)| solution(&draft.ask, &case, found)).is_some()
}
