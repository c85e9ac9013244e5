//! A card comes to exist, is put right, and a field of it is emptied.

use super::CardInput;
use crate::error::{AppError, Result};
use crate::import::Card;
use crate::office::App;
use guanjia_domain::card::{CardField, ErasedFor, Home, Resident, Stay, is_child};
use guanjia_domain::ids::{ResidentId, RoomId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::{CommunityCode, Entity, Event, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, StoreError, Tx};

impl App {
    /// Somebody becomes known in a room.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a name; what [`CardInput`] refuses; what the permission function says.
    pub fn new_card(
        &self,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
        stay: Stay,
        input: CardInput,
    ) -> Answer<ResidentId, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.new_card_now(tx, &who, community, room, stay, &input))
    }

    pub(crate) fn new_card_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
        stay: Stay,
        input: &CardInput,
    ) -> Result<ResidentId> {
        let estate = self.room_for(tx, who, Action::ChangeResidents, community, room)?.estate;
        let (mut card, now) = (Card::default(), self.now());
        let fields = input.write(&mut card, now)?;
        if card.name.is_empty() {
            return Err(Refusal::TextMissing { field: "name" }.into());
        }
        let id = ResidentId(self.id()?);
        let fresh = Resident::registered(id, estate, Some(room), now);
        fresh.may_hold(&fields, &card.facts(), now)?;
        let homes = vec![Home { estate, room: Some(room), stay }];
        let events = [
            HouseEvent::ResidentRegistered { room: Some(room), estate },
            HouseEvent::ResidentHomesSet { homes },
            HouseEvent::CardWritten { fields },
        ];
        let subject = Subject::Resident(id);
        let events = events.map(|body| Event { at: now, actor: who.actor(), subject, body: body.into() });
        tx.record(community, None, &events)?;
        self.put_card(tx, community, id, &card)?;
        Ok(id)
    }

    /// Puts fields of a card right, or adds some. Nothing changes where nothing differs.
    ///
    /// # Errors
    /// [`Refusal::CardChanged`] when it is no longer the card that was `seen`; [`Refusal::ConsentNeeded`];
    /// [`Refusal::Forbidden`] for tags that are not the writer's to set.
    pub fn change_card(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: u64,
        input: CardInput,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.change_card_now(tx, &who, community, id, Some(seen), &input))
    }

    pub(crate) fn change_card_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: Option<u64>,
        input: &CardInput,
    ) -> Result<()> {
        let (resident, mut card, areas) = self.card_for(tx, who, Action::ChangeResidents, community, id)?;
        resident.must_be(seen.unwrap_or(resident.version))?;
        for tag in input.tags.iter().flat_map(|(offered, ticked)| offered.iter().chain(ticked)) {
            super::access::allow_in(who, Action::ReadCare(*tag), &areas)?;
        }
        let now = self.now();
        let fields = input.write(&mut card, now)?;
        let filled: Vec<_> = fields.iter().copied().filter(|field| !card.text(*field).is_empty()).collect();
        resident.may_hold(&filled, &card.facts(), now)?;
        if !fields.is_empty() {
            let events = vec![HouseEvent::CardWritten { fields }];
            self.record_card(tx, who, community, resident, card, events)?;
        }
        Ok(())
    }

    /// Empties a field because it was wrong or nobody needs it.
    ///
    /// # Errors
    /// As [`App::change_card`]; [`Refusal::NotAChoice`] for the name, which goes with the whole card only, and for a
    /// field that holds nothing.
    pub fn clear_field(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: u64,
        field: CardField,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let (resident, card, areas) = app.card_for(tx, &who, Action::ChangeResidents, community, id)?;
            resident.must_be(seen)?;
            for tag in card.tags().into_iter().filter(|_| field == CardField::CareTags) {
                super::access::allow_in(&who, Action::ReadCare(tag), &areas)?;
            }
            if field == CardField::Born && is_child(card.born_on(), app.now()) {
                // Without it nobody would know that a guardian answers; a wrong day is corrected.
                return Err(Refusal::TextMissing { field: "born" }.into());
            }
            if field == CardField::Name || card.text(field).is_empty() {
                return Err(Refusal::NotAChoice { field: "field", value: field.name().into() }.into());
            }
            let gone = HouseEvent::CardFieldsErased { fields: vec![field], why: ErasedFor::Corrected };
            app.record_card(tx, &who, community, resident, card, vec![gone])?;
            Ok(())
        })
    }

    /// The resident of a kind whom a phone number of a card belongs to, when it is one person's.
    pub(super) fn resident_of_phone(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        phone: &str,
        is_meant: impl Fn(&Resident, &Card) -> bool,
    ) -> Result<Option<(Resident, Card)>> {
        let phone: guanjia_domain::phone::Phone =
            phone.parse().map_err(|_| Refusal::BadPhone { field: "phone" })?;
        let token = self.vault.index().value(community.as_str(), "phone", phone.as_str());
        let mut found = Vec::new();
        for (kind, id) in tx.owners_of(community, &token)? {
            if kind == super::OWNER
                && let Some(known) = self.card(tx, community, ResidentId(id))?
                && is_meant(&known.0, &known.1)
            {
                found.push(known);
            }
        }
        Ok(if found.len() == 1 { found.pop() } else { None })
    }

    /// What a subject is, when it is a resident.
    pub(super) fn as_resident(entity: Entity) -> Result<Resident> {
        match entity {
            Entity::Resident(it) => Ok(it),
            _ => Err(StoreError::Damaged("a resident became something else".into()).into()),
        }
    }
}
