//! The register of what people asked about their own data: each with a clock, an answer and a receipt. Who asked is
//! known only until the answer.

use super::find::phone;
use crate::card::{RIGHTS, erased};
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::ids::RightsCaseId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::rights::{Outcome, Right, RightsCase};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::erased::{ALL, DECLINED};
use guanjia_store::{Answer, Kind, Slot, StoreError, Tx};
use uuid::Uuid;

/// How many open and how many answered cases the register shows.
const OPEN: u32 = 200;
const ANSWERED: u32 = 30;

/// A case of the register.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The case.
    pub case: RightsCase,
    /// The phone of whoever asked, masked; empty once it was answered.
    pub phone: String,
    /// Why it was declined.
    pub reason: Option<String>,
}

fn slot(community: CommunityCode, case: Uuid, kind: Kind) -> Slot {
    Slot { community, owner: case, kind, n: 0 }
}

impl App {
    /// Somebody asks for something; the clock begins.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`]; [`Refusal::Forbidden`].
    pub fn ask_right(
        &self,
        who: &Principal,
        community: CommunityCode,
        right: Right,
        typed: &str,
    ) -> Result<Answer<RightsCaseId, AppError>> {
        let (phone, app, who) = (phone(typed)?, self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            allow(&who, Action::Erase, &Area::community(community, None))?;
            let id = RightsCaseId(app.id()?);
            let due_at = right.due(app.now(), &*app.rules_of(tx, community)?);
            let asked = HouseEvent::RightsAsked { right, due_at };
            app.record_house(tx, &who, community, Subject::Rights(id), None, asked)?;
            let person = Person { name: String::new(), phone: phone.as_str().to_owned() };
            let slot = slot(community, id.0, Kind::Reporter);
            let sealed = app.sealed(&slot, &person)?;
            tx.keep(&slot, &sealed)?;
            for token in app.contact_tokens(community, &person) {
                tx.remember_contact(community, &token, RIGHTS, id.0)?;
            }
            Ok(id)
        }))
    }

    /// A case is answered; who asked is forgotten. Whoever declines says why.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] for declining without a reason; [`Refusal::CardChanged`] when it was answered already;
    /// [`Refusal::NotFound`].
    pub fn answer_right(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: RightsCaseId,
        outcome: Outcome,
        reason: &str,
    ) -> Answer<RightsCase, AppError> {
        let (app, who, reason) = (self.clone(), who.clone(), reason.to_owned());
        self.db.write(community, move |tx| {
            allow(&who, Action::Erase, &Area::community(community, None))?;
            let reason = match outcome {
                Outcome::Done => None,
                Outcome::Declined => Some(Text::new("reason", &reason)?),
            };
            let answered = app.answer_now(tx, &who, community, id, outcome)?;
            if let Some(reason) = reason {
                let slot = slot(community, id.0, Kind::Words);
                let sealed = app.vault.seal(&slot, reason.as_str().as_bytes())?;
                tx.keep(&slot, &sealed)?;
            }
            Ok(answered)
        })
    }

    fn answer_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RightsCaseId,
        outcome: Outcome,
    ) -> Result<RightsCase> {
        let subject = Subject::Rights(id);
        let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
        let Entity::Rights(case) = &before else { return Err(Refusal::NotFound.into()) };
        case.must_be_open()?;
        let answered = RightsCase { answered: Some((self.now(), outcome)), ..case.clone() };
        let event = HouseEvent::RightsAnswered { outcome };
        self.record_house(tx, who, community, subject, Some(before), event)?;
        tx.erase_owner(community, id.0)?;
        let kind = match outcome {
            Outcome::Done => ALL,
            Outcome::Declined => DECLINED,
        };
        tx.note_erased(&erased(community, id.0, kind, 0, self.now()))?;
        Ok(answered)
    }

    /// Everything that whoever has a phone asked for of these kinds is done, because it was done at the desk.
    pub(super) fn answer_of_phone(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        phone: &Phone,
        rights: &[Right],
    ) -> Result<()> {
        for (kind, id) in self.owners_of_phone(tx, community, phone)? {
            let asked = tx.entity(community, Subject::Rights(RightsCaseId(id)))?.filter(|_| kind == RIGHTS);
            if matches!(asked, Some(Entity::Rights(case)) if rights.contains(&case.right)) {
                self.answer_done(tx, who, community, id)?;
            }
        }
        Ok(())
    }

    /// A case is done because what was asked for was done.
    pub(super) fn answer_done(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        case: Uuid,
    ) -> Result<()> {
        self.answer_as(tx, who, community, case, Outcome::Done)
    }

    /// A case is answered as it was before, unless it is already.
    pub(super) fn answer_as(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        case: Uuid,
        outcome: Outcome,
    ) -> Result<()> {
        match self.answer_now(tx, who, community, RightsCaseId(case), outcome) {
            Ok(_) | Err(AppError::Refused(Refusal::CardChanged)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The register: what is open, the most urgent first, then what was answered lately.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn rights_register(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<CaseLine>> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        let mut cases = tx.open_rights_cases(community, OPEN)?;
        cases.extend(tx.answered_rights_cases(community, ANSWERED)?);
        cases.into_iter().map(|case| self.case_line(tx, community, case)).collect()
    }

    /// One case, for its receipt.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Forbidden`].
    pub fn rights_case(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RightsCaseId,
    ) -> Result<CaseLine> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        match tx.entity(community, Subject::Rights(id))? {
            Some(Entity::Rights(case)) => self.case_line(tx, community, case),
            _ => Err(Refusal::NotFound.into()),
        }
    }

    fn case_line(&self, tx: &mut Tx, community: CommunityCode, case: RightsCase) -> Result<CaseLine> {
        let person: Option<Person> = self.opened(tx, &slot(community, case.id.0, Kind::Reporter))?;
        let words = slot(community, case.id.0, Kind::Words);
        let reason = tx.kept(&words)?.map(|sealed| self.vault.open_text(&words, &sealed)).transpose();
        let reason = reason.map_err(|error: StoreError| AppError::from(error))?;
        Ok(CaseLine { case, phone: person.map(|it| it.masked().phone).unwrap_or_default(), reason })
    }
}
