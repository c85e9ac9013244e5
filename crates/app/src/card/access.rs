//! Who may do what with which card: what may be done in one of a person's homes may be done with the card.

use super::OWNER;
use crate::error::Result;
use crate::import::Card;
use crate::office::App;
use guanjia_domain::card::Resident;
use guanjia_domain::ids::{ResidentId, RoomId};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Entity, Refusal, Subject};
use guanjia_store::places::RoomPlace;
use guanjia_store::{Kind, Slot, Tx};

/// Where a card lies.
pub(super) const fn card_slot(community: CommunityCode, id: ResidentId) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Card, n: 0 }
}

/// The area of a room.
pub(super) fn room_area(community: CommunityCode, place: &RoomPlace) -> Area {
    Area {
        estate: Some(place.estate),
        building: Some(place.building),
        unit: Some(place.unit),
        ..Area::community(community, None)
    }
}

/// Whether one of the areas allows it, as a refusal.
pub(super) fn allow_in(who: &Principal, action: Action, areas: &[Area]) -> std::result::Result<(), Refusal> {
    let verdicts: Vec<_> = areas.iter().map(|area| permit(who, action, area)).collect();
    if verdicts.contains(&Verdict::Allowed) {
        Ok(())
    } else if verdicts.contains(&Verdict::Forbidden) {
        Err(Refusal::Forbidden)
    } else {
        Err(Refusal::NotFound)
    }
}

impl App {
    /// A resident with the card and the areas of the homes.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] also once it was erased; what the permission function says.
    pub(super) fn card_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        action: Action,
        community: CommunityCode,
        id: ResidentId,
    ) -> Result<(Resident, Card, Vec<Area>)> {
        let (resident, card) = self.card(tx, community, id)?.ok_or(Refusal::NotFound)?;
        let areas = self.areas_of(tx, community, &resident)?;
        allow_in(who, action, &areas)?;
        Ok((resident, card, areas))
    }

    /// A resident with the card; `None` when there is none, or it was erased.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn card(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ResidentId,
    ) -> Result<Option<(Resident, Card)>> {
        let Some(Entity::Resident(resident)) = tx.entity(community, Subject::Resident(id))? else {
            return Ok(None);
        };
        let card = self.opened(tx, &card_slot(community, id))?;
        Ok(card.filter(|_| !resident.erased).map(|card| (resident, card)))
    }

    /// The areas of somebody's homes; of the last one once they have left.
    pub(super) fn areas_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        resident: &Resident,
    ) -> Result<Vec<Area>> {
        let last = [(resident.estate, resident.room)];
        let homes: Vec<_> = resident.homes.iter().map(|home| (home.estate, home.room)).collect();
        let homes = if homes.is_empty() { last.to_vec() } else { homes };
        let mut areas = Vec::new();
        for (estate, room) in homes {
            let place = room.map(|room| tx.room_place(community, room, self.now())).transpose()?.flatten();
            let outdoors = Area { estate: Some(estate), ..Area::community(community, None) };
            areas.push(place.map_or(outdoors, |place| room_area(community, &place)));
        }
        Ok(areas)
    }

    /// A room that somebody may do this in.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; what the permission function says.
    pub(super) fn room_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        action: Action,
        community: CommunityCode,
        room: RoomId,
    ) -> Result<RoomPlace> {
        let place = tx.room_place(community, room, self.now())?.ok_or(Refusal::NotFound)?;
        allow_in(who, action, &[room_area(community, &place)])?;
        Ok(place)
    }

    /// Seals a card, and makes it findable by what stands on it now and by nothing else.
    pub(super) fn put_card(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ResidentId,
        card: &Card,
    ) -> Result<()> {
        let slot = card_slot(community, id);
        let sealed = self.sealed(&slot, card)?;
        tx.keep(&slot, &sealed)?;
        tx.forget_contacts(community, id.0)?;
        for token in self.card_tokens(community, card) {
            tx.remember_contact(community, &token, OWNER, id.0)?;
        }
        Ok(())
    }
}
