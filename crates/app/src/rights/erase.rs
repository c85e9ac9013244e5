//! Erasing: what somebody said and who they are is really gone; that something happened stays in the chain.

use super::account::Whose;
use super::find::phone;
use super::held::Part;
use crate::card::erased as entry;
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use crate::request::Deed;
use guanjia_domain::ids::{RequestId, ResidentId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::request::Command;
use guanjia_domain::rights::Right;
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::erased::{ALL, PHOTO};
use guanjia_store::{Answer, Kind, Slot, Tx};
use uuid::Uuid;

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Requests they had reported: texts, photos and contacts are gone.
    pub requests: Vec<RequestId>,
    /// Requests they had joined: their phone and what they added are gone.
    pub joined: usize,
    /// Residents' cards.
    pub cards: usize,
    /// Files of mediations: all of each, for what one party said is about the other.
    pub mediations: usize,
    /// Objections to allocations: what was said and answered is gone.
    pub contests: usize,
    /// Comments on the own figures.
    pub comments: usize,
    /// Objections to projects: words and contact.
    pub objections: usize,
    /// Calls for help about what they had reported: texts.
    pub calls: usize,
    /// Answers at the doors of their homes: notes and photos.
    pub answers: usize,
    /// Photo files that were removed.
    pub photos: usize,
}

impl App {
    /// Erases everything that belongs to a phone number: texts, photos, contacts and search entries of requests
    /// reported with it, what was added when joining others' requests, and residents' cards. The events stay and the
    /// chain still verifies. The reason is sealed in the access log. Blocks.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`]; [`Refusal::TextMissing`] without a reason; [`Refusal::NotFound`] when nothing belongs
    /// to it.
    pub fn erase_person(
        &self,
        who: &Principal,
        community: CommunityCode,
        typed: &str,
        reason: &str,
    ) -> Result<Erased> {
        let (phone, reason) = (phone(typed)?, Text::new("reason", reason)?);
        let (app, who) = (self.clone(), who.clone());
        let (mut erased, files) = self
            .db
            .write(community, move |tx| -> Result<(Erased, Vec<Uuid>)> {
                allow(&who, Action::Erase, &Area::community(community, None))?;
                let (mut erased, mut files) = (Erased::default(), Vec::new());
                let owners = app.owners_of_phone(tx, community, &phone)?;
                app.answer_of_phone(tx, &who, community, &phone, Right::ALL)?;
                for (kind, owner) in owners {
                    match kind.as_str() {
                        "request" => {
                            // Who they are says which texts are about them, so these go first.
                            erased.calls += app.erase_held_calls(tx, community, owner, &phone)?;
                            app.erase_parts(tx, &who, community, owner, &phone, &mut erased, &mut files)?;
                        }
                        "mediation" => {
                            let gone = app.forget_now(tx, &who, community, owner.into())?;
                            erased.mediations += usize::from(gone);
                            tx.note_erased(&entry(community, owner, ALL, 0, app.now()))?;
                        }
                        "project" => {
                            erased.objections += app.erase_objections(tx, community, owner, &phone)?;
                        }
                        "resident" => {
                            // The card says where they live, so what was said there goes first.
                            erased.answers += app.erase_answers(tx, community, owner, &mut files)?;
                            erased.cards += app.erase_card(tx, &who, community, owner)?;
                        }
                        _ => {}
                    }
                }
                app.erase_staff_words(tx, &who, community, Whose::Phone(&phone), &mut erased)?;
                if erased == Erased::default() {
                    return Err(Refusal::NotFound.into());
                }
                app.log_with_reason(tx, community, who.actor(), "erase", &reason, app.now())?;
                Ok((erased, files))
            })
            .wait()?;
        for request in &erased.requests {
            self.recent.forget(community, *request);
        }
        // The rows are gone; a file that cannot be removed now is swept later, because nothing lists it.
        erased.photos = files.iter().filter(|file| self.files.remove(community, **file).is_ok()).count();
        Ok(erased)
    }

    /// Erases one card, of somebody without a number to find it by. The reason is sealed in the access log.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason; [`Refusal::NotFound`]; [`Refusal::Forbidden`].
    pub fn erase_one_card(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        reason: &str,
    ) -> Result<Answer<(), AppError>> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        let (app, who, reason) = (self.clone(), who.clone(), Text::new("reason", reason)?);
        Ok(self.db.write(community, move |tx| {
            // Photo files that nothing lists go with the next sweep.
            app.erase_answers(tx, community, id.0, &mut Vec::new())?;
            if app.erase_card(tx, &who, community, id.0)? == 0 {
                return Err(Refusal::NotFound.into());
            }
            app.log_with_reason(tx, community, who.actor(), "erase", &reason, app.now())
        }))
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the above, with what it adds to")]
    fn erase_parts(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
        erased: &mut Erased,
        files: &mut Vec<Uuid>,
    ) -> Result<()> {
        let held = self.held_request(tx, community, owner, phone)?;
        if held.iter().any(|it| it.part == Part::Reported) {
            let request = RequestId(owner);
            let deed = Deed { request, seen: None, command: Command::Erase, photos: vec![] };
            self.act_now(tx, who, community, &deed)?;
            files.extend(tx.erase_owner(community, owner)?);
            tx.note_erased(&entry(community, owner, ALL, 0, self.now()))?;
            erased.requests.push(request);
            return Ok(());
        }
        for it in held {
            let Part::Joined(n) = it.part else { continue };
            let brought = self.brought(tx, community, &it.request, it.part)?;
            for n in brought.words {
                tx.erase_item(&Slot { community, owner, kind: Kind::Words, n })?;
                tx.note_erased(&entry(community, owner, Kind::Words.name(), n, self.now()))?;
            }
            for n in brought.photos {
                files.extend(tx.erase_photo(community, RequestId(owner), n)?);
                tx.note_erased(&entry(community, owner, PHOTO, n, self.now()))?;
            }
            self.erase_joiner(tx, &Slot { community, owner, kind: Kind::Reporter, n })?;
            tx.note_erased(&entry(community, owner, Kind::Reporter.name(), n, self.now()))?;
            erased.joined += 1;
        }
        Ok(())
    }

    fn erase_held_calls(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
    ) -> Result<usize> {
        let held = self.held_calls(tx, community, owner, phone)?;
        for it in &held {
            self.erase_call_texts(tx, community, it)?;
            for (n, _) in &it.words {
                tx.note_erased(&entry(community, it.id.0, Kind::Words.name(), *n, self.now()))?;
            }
        }
        Ok(held.len())
    }

    fn erase_objections(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        phone: &Phone,
    ) -> Result<usize> {
        let held = self.held_objections(tx, community, owner, phone)?;
        for it in &held {
            self.erase_objection(tx, community, it.project, it.n)?;
            tx.note_erased(&entry(community, owner, Kind::Party.name(), it.n, self.now()))?;
        }
        Ok(held.len())
    }

    /// Takes out who joined, and what found them.
    pub(super) fn erase_joiner(&self, tx: &mut Tx, slot: &Slot) -> Result<()> {
        let person: Option<Person> = self.opened(tx, slot)?;
        tx.erase_item(slot)?;
        for token in person.iter().flat_map(|person| self.contact_tokens(slot.community, person)) {
            tx.forget_contact(slot.community, &token, "request", slot.owner)?;
        }
        Ok(())
    }

    /// Says how many cards that were.
    pub(super) fn erase_card(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        owner: Uuid,
    ) -> Result<usize> {
        let subject = Subject::Resident(ResidentId(owner));
        let before = tx.entity(community, subject)?;
        if !matches!(&before, Some(Entity::Resident(it)) if !it.erased) {
            return Ok(0);
        }
        self.record_house(tx, who, community, subject, before, HouseEvent::ResidentErased)?;
        tx.erase_owner(community, owner)?;
        tx.note_erased(&entry(community, owner, ALL, 0, self.now()))?;
        Ok(1)
    }
}
