//! Once a day: fields whose time is over are erased, without anybody asking. The ledger learns which field of which
//! card, never what it held.

use crate::error::Result;
use crate::import::Card;
use crate::office::App;
use guanjia_domain::card::{CardField, Due, ErasedFor};
use guanjia_domain::ids::ResidentId;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, HouseEvent, Role};
use guanjia_store::Tx;
use uuid::Uuid;

/// How many cards are looked at in one transaction.
const AT_ONCE: u32 = 200;

impl App {
    /// Erases what has had its time on every card of every community, and says on how many. Blocks.
    ///
    /// # Errors
    /// What the store says; what was done before it stays done.
    pub fn sweep_cards(&self) -> Result<u64> {
        let communities = self.db.read(|tx| -> Result<_> { Ok(tx.communities()?) })?;
        let mut swept = 0;
        for (community, _) in communities {
            let mut after = Some(ResidentId(Uuid::nil()));
            while let Some(from) = after {
                let app = self.clone();
                let done = self.db.write(community, move |tx| app.sweep_some(tx, community, from)).wait()?;
                (after, swept) = (done.0, swept + done.1);
            }
        }
        Ok(swept)
    }

    /// Looks at some cards; says where to go on and how many were swept.
    fn sweep_some(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        after: ResidentId,
    ) -> Result<(Option<ResidentId>, u64)> {
        let who = Principal::plain(Role::System, community, None);
        let ids = tx.cards_after(community, after, AT_ONCE)?;
        let mut swept = 0;
        for id in &ids {
            let Some((resident, mut card)) = self.card(tx, community, *id)? else { continue };
            let due = resident.due(&card.facts(), self.now());
            if !due.is_empty() {
                let events = events_of(&due, &mut card);
                self.record_card(tx, &who, community, resident, card, events)?;
                swept += 1;
            }
        }
        Ok((ids.last().copied().filter(|_| ids.len() == AT_ONCE as usize), swept))
    }
}

/// What is recorded; single tags are taken out here.
fn events_of(due: &Due, card: &mut Card) -> Vec<HouseEvent> {
    if due.all {
        return vec![HouseEvent::ResidentErased];
    }
    let erased = |why| {
        let of = due.fields.iter().filter(|(_, its)| *its == why).map(|(field, _)| *field);
        let fields: Vec<_> = of.collect();
        (!fields.is_empty()).then_some(HouseEvent::CardFieldsErased { fields, why })
    };
    let mut events: Vec<_> = [ErasedFor::Left, ErasedFor::NoConsent].into_iter().filter_map(erased).collect();
    let all_tags = due.fields.iter().any(|(field, _)| *field == CardField::CareTags);
    if !all_tags && !due.tags.is_empty() {
        card.care_tags.retain(|word| !due.tags.iter().any(|tag| tag.name() == word));
        let fields = vec![CardField::CareTags];
        events.push(HouseEvent::CardFieldsErased { fields, why: ErasedFor::Ended });
    }
    events
}
