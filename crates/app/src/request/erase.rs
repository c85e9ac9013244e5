//! Erasing: what somebody said and who they are is really gone; that something happened stays in the chain.

use super::act::Deed;
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::request::Command;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::Access;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many requests lost their texts, photos and contacts.
    pub requests: usize,
    /// How many photo files were removed.
    pub photos: usize,
}

impl App {
    /// Erases everything that belongs to a phone number: the texts, photos, contacts and search entries of every
    /// request reported with it. The events stay and the chain still verifies. Blocks.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`]; [`Refusal::NotFound`] when nothing belongs to it.
    pub fn erase_person(&self, who: &Principal, community: CommunityCode, phone: &str) -> Result<Erased> {
        let phone = phone.parse::<Phone>().map_err(|_| Refusal::BadPhone { field: "phone" })?;
        let person = Person { name: String::new(), phone: phone.as_str().to_owned() };
        let tokens = self.contact_tokens(community, &person);
        let (app, who) = (self.clone(), who.clone());
        let (owners, files) = self
            .db
            .write(community, move |tx| -> Result<(BTreeSet<Uuid>, Vec<Uuid>)> {
                allow(&who, Action::Erase, &Area::community(community, None))?;
                let mut owners = BTreeSet::new();
                for token in &tokens {
                    let found = tx.owners_of(community, token)?;
                    owners.extend(found.into_iter().filter(|(kind, _)| kind == "request").map(|(_, id)| id));
                }
                if owners.is_empty() {
                    return Err(Refusal::NotFound.into());
                }
                let mut files = Vec::new();
                for owner in &owners {
                    files.extend(app.erase_request(tx, &who, community, RequestId(*owner))?);
                }
                Ok((owners, files))
            })
            .wait()?;
        for owner in &owners {
            self.recent.forget(community, RequestId(*owner));
        }
        // The rows are gone; a file that cannot be removed now is swept later, because nothing lists it.
        let removed = files.iter().filter(|file| self.files.remove(community, **file).is_ok()).count();
        Ok(Erased { requests: owners.len(), photos: removed })
    }

    fn erase_request(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        request: RequestId,
    ) -> std::result::Result<Vec<Uuid>, AppError> {
        let deed = Deed { request, seen: None, command: Command::Erase, photos: vec![] };
        self.act_now(tx, who, community, &deed)?;
        let access = Access {
            at: self.now(),
            actor: who.actor(),
            action: "erase".into(),
            object: request.0,
            detail: "request".into(),
        };
        tx.log_access(community, &access)?;
        Ok(tx.erase_owner(community, request.0)?)
    }
}
