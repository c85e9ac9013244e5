//! A steward objects with a reason, the secretary answers; both texts lie in the vault under the objection's own id.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::allocation::Verdict;
use guanjia_domain::ids::{AllocationId, EstateId, ObjectionId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Kind, Slot, Tx};

/// The number of what was objected.
pub(super) const REASON: u32 = 0;
/// The number of the answer.
pub(super) const ANSWER: u32 = 1;

/// Where the words of an objection lie.
pub(super) const fn words_slot(community: CommunityCode, id: ObjectionId, n: u32) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Words, n }
}

impl App {
    /// Objects to what an allocation does with an estate; the secretary is told.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason.
    pub fn object(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, estate): (AllocationId, EstateId),
        reason: &str,
    ) -> Result<Answer<ObjectionId, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who, objection) = (self.clone(), who.clone(), ObjectionId(self.id()?));
        Ok(self.db.write(community, move |tx| {
            let it = app.allocation_for(tx, &who, community, id)?;
            let given_to = it.draft.officer_of(estate);
            let area = Self::area_of_allocation(community, &it);
            allow(&who, Action::Object, &Area { estate: Some(estate), given_to, ..area })?;
            let event = it.decide_object(objection, estate)?;
            app.keep_words(tx, &words_slot(community, objection, REASON), &reason)?;
            app.tell_secretary(tx, community, (id.0, "allocation_objected"))?;
            app.record_allocation(tx, &who, community, (id, Some(it)), event)?;
            Ok(objection)
        }))
    }

    /// Answers an objection; whoever objected is told.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without words.
    pub fn answer_objection(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, objection): (AllocationId, ObjectionId),
        (verdict, words): (Verdict, &str),
    ) -> Result<Answer<(), AppError>> {
        let words = Text::new("answer", words)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let it = app.allocation_to_change(tx, &who, community, id)?;
            let event = it.decide_answer(objection, verdict)?;
            let by = it.objection(objection).ok_or(Refusal::NotFound)?.by;
            app.keep_words(tx, &words_slot(community, objection, ANSWER), &words)?;
            if let Some(staff) = by.id {
                app.tell_staff(tx, community, StaffId(staff), (id.0, "allocation_answered"))?;
            }
            app.record_allocation(tx, &who, community, (id, Some(it)), event)
        }))
    }

    fn keep_words(&self, tx: &mut Tx, slot: &Slot, words: &Text) -> Result<()> {
        let sealed = self.vault.seal(slot, words.as_str().as_bytes())?;
        Ok(tx.keep(slot, &sealed)?)
    }
}
