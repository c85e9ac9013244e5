//! The secretary changes what is asked, lays the draft before the officers, or drops it.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::Ask;
use guanjia_domain::ids::AllocationId;
use guanjia_domain::permission::Principal;
use guanjia_store::Answer;

impl App {
    /// Drafts anew what somebody asks differently. Blocks.
    ///
    /// # Errors
    /// What [`Ask::check`] and [`guanjia_domain::allocation::Allocation::must_be`] say.
    pub fn redraft(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, revision): (AllocationId, u32),
        change: impl FnOnce(&mut Ask) -> Result<()>,
    ) -> Result<Answer<(), AppError>> {
        let draft = self.db.read(|tx| {
            let it = self.allocation_to_change(tx, who, community, id)?;
            it.must_be(revision)?;
            let mut ask = it.draft.ask;
            change(&mut ask)?;
            self.draft_of(tx, community, ask)
        })?;
        let draft = self.solved(draft);
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let it = app.allocation_to_change(tx, &who, community, id)?;
            let event = it.decide_draft(draft.clone(), revision)?;
            app.record_allocation(tx, &who, community, (id, Some(it)), event)
        }))
    }

    /// Lays a draft before the officers, who are told.
    pub fn lay_allocation(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, revision): (AllocationId, u32),
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let it = app.allocation_to_change(tx, &who, community, id)?;
            let event = it.decide_lay(revision)?;
            for seat in it.draft.ask.seats.iter().filter(|seat| Some(seat.staff.0) != who.id) {
                app.tell_staff(tx, community, seat.staff, (id.0, "allocation_laid"))?;
            }
            app.record_allocation(tx, &who, community, (id, Some(it)), event)
        })
    }

    /// Drops a draft.
    pub fn drop_allocation(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, revision): (AllocationId, u32),
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let it = app.allocation_to_change(tx, &who, community, id)?;
            let event = it.decide_drop(revision)?;
            app.record_allocation(tx, &who, community, (id, Some(it)), event)
        })
    }
}
