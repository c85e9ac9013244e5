//! What is read out before somebody agrees, in the community's own words.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::card::{ConsentKind, ConsentTexts};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// Other words, as the form says them.
#[derive(Clone, Debug)]
pub struct NewConsentText {
    /// Of what.
    pub kind: ConsentKind,
    /// The version that they follow.
    pub seen: u16,
    /// In Chinese.
    pub zh: String,
    /// In English; may be empty.
    pub en: String,
}

impl App {
    /// The own words of a community, for whoever may change them.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn consent_texts(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<ConsentTexts> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        Ok(self.community(tx, community)?.consents)
    }

    /// Other words are read out from now on, as the next version. Who agreed before, agreed to the earlier ones.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; what [`ConsentTexts::decide`] says.
    pub fn set_consent_text(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewConsentText,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::Erase, &Area::community(community, None))?;
            let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
            let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
            match it.consents.decide(new.kind, new.seen, &new.zh, &new.en)? {
                Some(event) => app.record_house(tx, &who, community, Subject::Community, Some(before), event),
                None => Ok(()),
            }
        })
    }
}
