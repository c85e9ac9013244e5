//! Taking fields of a card, or all of it, out of the vault; that it happened stays in the ledger.

use crate::error::Result;
use crate::import::Card;
use crate::office::App;
use guanjia_domain::card::{ErasedFor, Resident};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Entity, Event, HouseEvent, Moment, Subject};
use guanjia_store::Tx;
use guanjia_store::erased::{ALL, Erased};
use uuid::Uuid;

/// What a field is called by in the list of what was erased: this, and its word.
pub(crate) const FIELD: &str = "field:";

/// An entry of that list.
pub(crate) fn erased(community: CommunityCode, owner: Uuid, kind: &str, n: u32, at: Moment) -> Erased {
    Erased { community, owner, kind: kind.to_owned(), n, at }
}

impl App {
    /// Records what was decided about a card and does to the vault what the events say.
    pub(crate) fn record_card(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        resident: Resident,
        mut card: Card,
        events: Vec<HouseEvent>,
    ) -> Result<Resident> {
        let (id, at, actor) = (resident.id, self.now(), who.actor());
        let mut gone = false;
        for event in &events {
            match event {
                HouseEvent::ResidentErased => gone = true,
                // Single tags that ended: whoever decided has taken them out, and a restored card ends them again.
                HouseEvent::CardFieldsErased { why: ErasedFor::Ended, .. } => {}
                HouseEvent::CardFieldsErased { fields, .. } => {
                    for field in fields {
                        card.clear(*field);
                        tx.note_erased(&erased(community, id.0, &format!("{FIELD}{}", field.name()), 0, at))?;
                    }
                }
                _ => {}
            }
        }
        let subject = Subject::Resident(id);
        let event = |body: HouseEvent| Event { at, actor, subject, body: body.into() };
        let events: Vec<_> = events.into_iter().map(event).collect();
        let after = tx.record(community, Some(Entity::Resident(resident)), &events)?;
        if gone {
            tx.erase_owner(community, id.0)?;
            tx.note_erased(&erased(community, id.0, ALL, 0, at))?;
        } else {
            self.put_card(tx, community, id, &card)?;
        }
        Self::as_resident(after)
    }
}
