//! What is held of somebody.

use super::account::Whose;
use super::held::{Brought, Held, HeldCard, HeldRequest, Part};
use crate::error::Result;
use crate::office::{App, Person, allow};
use crate::place::Fits as _;
use guanjia_domain::ids::{RequestId, ResidentId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::request::{Place, Request, RequestEvent, Voice, Voices};
use guanjia_domain::rights::Right;
use guanjia_domain::text::Text;
use guanjia_domain::{Actor, Body, CommunityCode, Entity, Moment, Refusal, Subject};
use guanjia_store::access::Access;
use guanjia_store::{Answer, Kind, Slot, Tx};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A phone number as it is stored.
pub(super) fn phone(typed: &str) -> Result<Phone> {
    Ok(typed.parse().map_err(|_| Refusal::BadPhone { field: "phone" })?)
}

impl App {
    /// What is held of whoever has a phone number.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`]; [`Refusal::NotFound`] when nothing is held.
    pub fn held_of(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        typed: &str,
    ) -> Result<Held> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        let phone = phone(typed)?;
        let mut held = Held::default();
        for (kind, owner) in self.owners_of_phone(tx, community, &phone)? {
            match kind.as_str() {
                "request" => {
                    held.requests.extend(self.held_request(tx, community, owner, &phone)?);
                    held.calls.extend(self.held_calls(tx, community, owner, &phone)?);
                }
                "mediation" => held.mediations.extend(self.held_mediation(tx, community, owner)?),
                "project" => held.objections.extend(self.held_objections(tx, community, owner, &phone)?),
                "resident" => {
                    held.cards.extend(self.held_card(tx, community, owner)?);
                    held.answers.extend(self.held_answers(tx, community, owner)?);
                }
                _ => {}
            }
        }
        held.calls.sort_by_key(|it| it.id);
        held.calls.dedup_by_key(|it| it.id);
        held.contests = self.held_contests(tx, community, Whose::Phone(&phone))?;
        held.comments = self.held_comments(tx, community, Whose::Phone(&phone))?;
        held.requests.sort_by_key(|it| std::cmp::Reverse(it.request.id));
        if held.is_empty() { Err(Refusal::NotFound.into()) } else { Ok(held) }
    }

    /// The same for a copy that leaves the house: with the reason, in the access log.
    ///
    /// # Errors
    /// As [`App::held_of`], and [`Refusal::TextMissing`] without a reason.
    pub fn copy_of(
        &self,
        who: &Principal,
        community: CommunityCode,
        typed: &str,
        reason: &str,
    ) -> Result<Answer<Held, crate::AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who, typed) = (self.clone(), who.clone(), typed.to_owned());
        Ok(self.db.write(community, move |tx| {
            let held = app.held_of(tx, &who, community, &typed)?;
            app.answer_of_phone(tx, &who, community, &phone(&typed)?, &[Right::See, Right::Copy])?;
            app.log_with_reason(tx, community, who.actor(), "export", &reason, app.now())?;
            Ok(held)
        }))
    }

    pub(super) fn owners_of_phone(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        phone: &Phone,
    ) -> Result<BTreeSet<(String, Uuid)>> {
        let person = Person { name: String::new(), phone: phone.as_str().to_owned() };
        let mut owners = BTreeSet::new();
        for token in self.contact_tokens(community, &person) {
            owners.extend(tx.owners_of(community, &token)?);
        }
        Ok(owners)
    }

    /// Everything that somebody with this phone has to do with a request.
    pub(super) fn held_request(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
    ) -> Result<Vec<HeldRequest>> {
        let Some(request) = tx.request(community, RequestId(owner))? else { return Ok(Vec::new()) };
        let place = self.place_name(tx, community, &request.place)?;
        let mut held = Vec::new();
        for (n, sealed) in tx.kept_of(community, owner, Kind::Reporter)? {
            let slot = Slot { community, owner, kind: Kind::Reporter, n };
            let person: Person = serde_json::from_slice(&self.vault.open(&slot, &sealed)?)
                .map_err(guanjia_store::StoreError::from)?;
            if person.phone != phone.as_str() {
                continue;
            }
            let part = if n == 0 { Part::Reported } else { Part::Joined(n) };
            let (mut words, brought) = (Vec::new(), self.brought(tx, community, &request, part)?);
            for n in &brought.words {
                words.extend(self.words(tx, community, request.id, *n)?);
            }
            let photos = brought.photos.len();
            held.push(HeldRequest { request: request.clone(), place: place.clone(), part, words, photos });
        }
        Ok(held)
    }

    /// The numbers of the texts and of the photos that belong to somebody's part in a request: what they said and
    /// brought when they joined, or later by their link; of whoever reported it the first text and what they added.
    pub(super) fn brought(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        part: Part,
    ) -> Result<Brought> {
        let own = match part {
            Part::Reported => Voice::Reporter,
            Part::Joined(n) => Voice::Joiner(n),
        };
        let (mut voices, mut brought) = (Voices::default(), Brought::default());
        for recorded in tx.events_of(community, Subject::Request(request.id))? {
            let (at, actor) = (recorded.event.at, recorded.event.actor);
            let Body::Request(event) = recorded.event.body else { continue };
            let (voice, photos) = voices.hear(at, actor, &event);
            if voice != own {
                continue;
            }
            brought.photos.extend(photos);
            match event {
                RequestEvent::Reported(_) => brought.words.push(0),
                RequestEvent::Added { words: Some(n), internal: false, .. } => brought.words.push(n),
                _ => {}
            }
        }
        Ok(brought)
    }

    fn held_card(&self, tx: &mut Tx, community: CommunityCode, owner: Uuid) -> Result<Option<HeldCard>> {
        let id = ResidentId(owner);
        let Some(Entity::Resident(resident)) = tx.entity(community, Subject::Resident(id))? else {
            return Ok(None);
        };
        let slot = Slot { community, owner, kind: Kind::Card, n: 0 };
        let Some(card) = self.opened(tx, &slot)? else { return Ok(None) };
        let place = match resident.room {
            Some(room) => tx.place_of_room(community, resident.estate, room)?.into_name(),
            None => {
                let place = Place { estate: resident.estate, building: None, unit: None, room: None };
                self.place_name(tx, community, &place)?
            }
        };
        Ok(Some(HeldCard { id, place, card, resident }))
    }

    /// Writes into the access log; the reason is sealed beside it.
    pub(super) fn log_with_reason(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        actor: Actor,
        action: &str,
        reason: &Text,
        at: Moment,
    ) -> Result<()> {
        let object = actor.id.unwrap_or_default();
        let access = Access { at, actor, action: action.to_owned(), object, detail: "rights".into() };
        let seq = tx.log_access(community, &access)?;
        let n = u32::try_from(seq).unwrap_or(u32::MAX);
        let slot = Slot { community, owner: object, kind: Kind::Reason, n };
        let sealed = self.vault.seal(&slot, reason.as_str().as_bytes())?;
        Ok(tx.keep(&slot, &sealed)?)
    }
}
