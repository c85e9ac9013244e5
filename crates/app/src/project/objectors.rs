//! Who objected, where they left a name or phone to be answered: read with a reason, found and erased by the rights
//! desk.

use crate::error::{AppError, Result};
use crate::office::{App, Person};
use crate::own_work::texts::words_slot;
use crate::rights::HeldObjection;
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Access;
use guanjia_store::{Answer, Kind, Slot, Tx};
use uuid::Uuid;

/// Where the name and phone of whoever objected lie; the number is that of the objection's text.
pub(crate) const fn objector_slot(community: CommunityCode, id: ProjectId, words: u32) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Party, n: words }
}

impl App {
    /// Who objected, in clear. The reason goes sealed into the vault, the fact into the access log.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason.
    pub fn reveal_objector(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, n): (ProjectId, u32),
        reason: &str,
    ) -> Result<Answer<Person, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let project = app.project_for(tx, &who, Action::KeepProject, community, id)?;
            let objection = project.objections.get(n as usize).ok_or(Refusal::NotFound)?;
            let access = Access {
                at: app.now(),
                actor: who.actor(),
                action: "reveal".into(),
                object: id.0,
                detail: "objector".into(),
            };
            let seq = tx.log_access(community, &access)?;
            let at = u32::try_from(seq).unwrap_or(u32::MAX);
            let slot = Slot { community, owner: id.0, kind: Kind::Reason, n: at };
            let sealed = app.vault.seal(&slot, reason.as_str().as_bytes())?;
            tx.keep(&slot, &sealed)?;
            let person = app.opened(tx, &objector_slot(community, id, objection.words))?;
            Ok(person.unwrap_or_default())
        }))
    }

    /// What somebody with this phone said against a project.
    pub(crate) fn held_objections(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
    ) -> Result<Vec<HeldObjection>> {
        let id = ProjectId(owner);
        let Some(project) = tx.project(community, id)? else { return Ok(Vec::new()) };
        let title = self.work_text(tx, community, owner, 0)?;
        let mut held = Vec::new();
        for it in project.objections.iter().filter(|it| it.contact) {
            let person: Option<Person> = self.opened(tx, &objector_slot(community, id, it.words))?;
            if person.is_some_and(|person| person.phone == phone.as_str()) {
                let words = self.work_text(tx, community, owner, it.words)?;
                held.push(HeldObjection {
                    project: id,
                    title: title.clone(),
                    n: it.words,
                    words,
                    at: it.at.0,
                });
            }
        }
        Ok(held)
    }

    /// Takes out what somebody said against a project, who they are, and what found them.
    pub(crate) fn erase_objection(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ProjectId,
        words: u32,
    ) -> Result<bool> {
        let slot = objector_slot(community, id, words);
        let person: Option<Person> = self.opened(tx, &slot)?;
        tx.erase_item(&slot)?;
        tx.erase_item(&words_slot(community, id.0, words))?;
        for token in person.iter().flat_map(|person| self.contact_tokens(community, person)) {
            tx.forget_contact(community, &token, "project", id.0)?;
        }
        Ok(person.is_some())
    }
}
