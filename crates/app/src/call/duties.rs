//! The community's duty list.

use crate::error::AppError;
use crate::office::{App, allow};
use guanjia_domain::call::DutyEntry;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::Answer;

/// Which entry is put.
#[derive(Clone, Debug)]
pub enum DutyAt {
    /// The one with this code.
    Code(String),
    /// A new one.
    New,
}

impl App {
    /// Puts an entry on the duty list, or another title or basis, or retires it.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for a code that is none; what
    /// [`guanjia_domain::call::DutyList::decide`] says.
    pub fn set_duty_entry(
        &self,
        who: &Principal,
        community: CommunityCode,
        at: DutyAt,
        entry: DutyEntry,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        let DutyEntry { zh, en, basis, leads, retired } = entry;
        let (zh, en, basis) = (clean_line(&zh), clean_line(&en), clean_line(&basis));
        let entry = DutyEntry { zh, en, basis, leads, retired };
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangeDutyList, &Area::community(community, None))?;
            let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
            let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
            let code = match &at {
                DutyAt::Code(code) => code.clone(),
                DutyAt::New => it.duties.next_code(entry.leads)?,
            };
            let present = it.duties.get(&code);
            match (&at, &present) {
                (DutyAt::Code(_), None) => return Err(Refusal::NotFound.into()),
                (_, Some(present)) if *present == entry => return Ok(()),
                _ => it.duties.decide(&code, &entry)?,
            }
            let event = HouseEvent::DutyEntrySet { code, entry: entry.clone() };
            app.record_house(tx, &who, community, Subject::Community, Some(before), event)
        })
    }
}
