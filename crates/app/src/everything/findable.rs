//! What makes names and words findable is bound to the key: it is made anew for the new one.

use crate::card::{OWNER, RIGHTS};
use crate::error::Result;
use crate::import::Card;
use crate::office::{App, Person};
use guanjia_domain::ids::RequestId;
use guanjia_store::vault::pack;
use guanjia_store::{Kind, Slot, StoreError, Tx};
use std::collections::HashSet;
use uuid::Uuid;

/// Of what owners of texts are, as the ledger says.
#[derive(Default)]
pub(super) struct Subjects {
    requests: HashSet<Uuid>,
    residents: HashSet<Uuid>,
    rights: HashSet<Uuid>,
    projects: HashSet<Uuid>,
}

/// A filing that is sent once more after the move is no longer recognised by what it says, only by its id.
const NO_DIGEST: [u8; 16] = [0; 16];

impl Subjects {
    /// Takes what an event is about.
    pub(super) fn take(&mut self, kind: &str, id: Uuid) {
        match kind {
            "request" => drop(self.requests.insert(id)),
            "resident" => drop(self.residents.insert(id)),
            "rights" => drop(self.rights.insert(id)),
            "project" => drop(self.projects.insert(id)),
            _ => {}
        }
    }

    /// Makes a text of the vault findable, as it was when it was written.
    pub(super) fn index(&self, app: &App, tx: &mut Tx, slot: &Slot, plain: &[u8]) -> Result<()> {
        let (community, owner) = (slot.community, slot.owner);
        match slot.kind {
            Kind::Words if slot.n == 0 && self.requests.contains(&owner) => {
                let text = String::from_utf8_lossy(plain);
                let tokens = pack(&app.vault.index().tokens(community, &text));
                tx.index_request(community, RequestId(owner), &NO_DIGEST, &tokens)?;
            }
            Kind::Reporter if self.requests.contains(&owner) => {
                let person: Person = serde_json::from_slice(plain).map_err(StoreError::from)?;
                for token in app.contact_tokens(community, &person) {
                    tx.remember_contact(community, &token, "request", owner)?;
                }
            }
            Kind::Reporter if self.rights.contains(&owner) => {
                let person: Person = serde_json::from_slice(plain).map_err(StoreError::from)?;
                for token in app.contact_tokens(community, &person) {
                    tx.remember_contact(community, &token, RIGHTS, owner)?;
                }
            }
            Kind::Party => {
                let person: Person = serde_json::from_slice(plain).map_err(StoreError::from)?;
                let of = if self.projects.contains(&owner) { "project" } else { "mediation" };
                for token in app.contact_tokens(community, &person) {
                    tx.remember_contact(community, &token, of, owner)?;
                }
            }
            Kind::Card if self.residents.contains(&owner) => {
                let card: Card = serde_json::from_slice(plain).map_err(StoreError::from)?;
                for token in app.card_tokens(community, &card) {
                    tx.remember_contact(community, &token, OWNER, owner)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}
