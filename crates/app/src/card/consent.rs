//! Consent is taken down, and taken back.

use super::access::card_slot;
use crate::error::{AppError, Result};
use crate::import::Card;
use crate::office::App;
use guanjia_domain::card::{Consent, ConsentKind, Giver, How, Resident, is_child};
use guanjia_domain::ids::ResidentId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Kind, Slot, Tx};
use jiff::civil::Date;

/// A consent as the form says it.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// To what.
    pub kind: ConsentKind,
    /// On which version of the words.
    pub version: u16,
    /// The guardian's phone, where it is given for a child.
    pub guardian_phone: String,
    /// How.
    pub how: How,
    /// On which day.
    pub given_on: Date,
    /// What else was said.
    pub words: String,
}

impl App {
    /// Takes consent down. What was said with it goes sealed into the vault.
    ///
    /// # Errors
    /// [`Refusal::CardChanged`]; [`Refusal::GuardianNeeded`]; what [`guanjia_domain::card::Resident::agree`] says.
    pub fn agree(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: u64,
        new: NewConsent,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.agree_now(tx, &who, community, id, Some(seen), &new))
    }

    pub(crate) fn agree_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        seen: Option<u64>,
        new: &NewConsent,
    ) -> Result<()> {
        let (resident, card, _) = self.card_for(tx, who, Action::ChangeResidents, community, id)?;
        resident.must_be(seen.unwrap_or(resident.version))?;
        let words = Text::optional("words", &new.words)?;
        let (by, guardian) = if new.guardian_phone.trim().is_empty() {
            (Giver::Own, None)
        } else {
            // A child's card often carries the parent's number.
            let now = self.now();
            let grown_up = |it: &Resident, card: &Card| it.id != id && !is_child(card.born_on(), now);
            let found = self.resident_of_phone(tx, community, &new.guardian_phone, grown_up);
            let found = found.map_err(|error| match error {
                AppError::Refused(Refusal::BadPhone { .. }) => Refusal::BadPhone { field: "guardian" }.into(),
                other => other,
            })?;
            let (guardian, card) = found.ok_or(Refusal::GuardianNeeded)?;
            (Giver::Guardian(guardian.id), Some((guardian, card.facts())))
        };
        let consent =
            Consent { kind: new.kind, version: new.version, by, how: new.how, given_on: new.given_on };
        let guardian = guardian.as_ref().map(|(it, facts)| (it, facts));
        let texts = self.community(tx, community)?.consents;
        let event = resident.agree(consent, &card.facts(), guardian, &texts, self.now())?;
        let after = self.record_card(tx, who, community, resident, card, vec![event])?;
        if let (Some(words), Some(given)) = (words, after.consents.last()) {
            let slot = Slot { kind: Kind::Words, n: given.n, ..card_slot(community, id) };
            let sealed = self.vault.seal(&slot, words.as_str().as_bytes())?;
            tx.keep(&slot, &sealed)?;
        }
        Ok(())
    }

    /// Takes a consent back: what rests on it is erased at once. Says whether the whole card went.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none of that number in force.
    pub fn withdraw(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        n: u32,
    ) -> Answer<bool, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let (resident, card, _) = app.card_for(tx, &who, Action::ChangeResidents, community, id)?;
            let events = resident.withdraw(n, &card.facts(), app.now())?;
            let after = app.record_card(tx, &who, community, resident, card, events)?;
            tx.erase_item(&Slot { kind: Kind::Words, n, ..card_slot(community, id) })?;
            Ok(after.erased)
        })
    }
}
