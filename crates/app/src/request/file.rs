//! Filing a request: what somebody said becomes one event, however often it is sent.

use super::photos::StoredPhoto;
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use crate::place::Fits;
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::request::{self, Channel, Command, Context, File, PhotoPhase, Place, Request};
use guanjia_domain::text::{Text, clean_line};
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Subject};
use guanjia_store::requests::{Foreseen, PhotoRow};
use guanjia_store::vault::{Token, pack};
use guanjia_store::{Answer, Kind, Slot, StoreError, Tx};

/// Who reported, as far as they wish to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reporter {
    /// The name.
    pub name: Option<String>,
    /// The phone.
    pub phone: Option<String>,
}

/// A request as it comes in.
#[derive(Clone, Debug)]
pub struct Filing {
    /// Chosen by whoever sends it, so that sending it again is the same request.
    pub id: RequestId,
    /// Where.
    pub place: Place,
    /// What was said.
    pub text: String,
    /// Code of the matter.
    pub matter: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// Danger to life.
    pub urgent: bool,
    /// For somebody else.
    pub on_behalf: bool,
    /// Who reported.
    pub reporter: Reporter,
    /// Photos whose files are on the disk already.
    pub photos: Vec<StoredPhoto>,
    /// It was done there and then.
    pub done_on_spot: bool,
}

/// What became of a filing.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The request.
    pub request: Request,
    /// False when the same filing had come before.
    pub new: bool,
}

/// A filing made ready outside the transaction: checked, sealed and tokenised, so that the writer only writes.
pub(crate) struct Ready {
    filing: Filing,
    text: Text,
    words: Vec<u8>,
    reporter: Option<(Vec<u8>, Vec<Token>)>,
    tokens: Vec<u8>,
    digest: Token,
}

impl Ready {
    pub(crate) const fn foreseen(&self) -> Foreseen {
        Foreseen { id: self.filing.id, place: self.filing.place }
    }
}

impl App {
    /// Files a request. The same filing again is the same request; another one under its id is refused.
    pub fn file_request(
        &self,
        who: &Principal,
        community: CommunityCode,
        filing: Filing,
    ) -> Result<Answer<Filed, AppError>> {
        let (ready, app, who) = (self.make_ready(community, filing)?, self.clone(), who.clone());
        Ok(self.db.file(community, ready.foreseen(), move |tx| app.file_ready(tx, &who, community, &ready)))
    }

    /// Files a request for a caller who is looked up in the same transaction: `who` says who it is and what else the
    /// answer needs, or `None` for nobody. One way to the database and back instead of two.
    ///
    /// # Errors
    /// What is wrong with the filing itself, whoever sends it.
    pub fn file_request_of<T: Send + 'static>(
        &self,
        community: CommunityCode,
        filing: Filing,
        mut who: impl FnMut(&App, &mut Tx) -> Result<Option<(Principal, T)>> + Send + 'static,
    ) -> Result<Answer<Option<(Filed, T)>, AppError>> {
        let (ready, app) = (self.make_ready(community, filing)?, self.clone());
        Ok(self.db.file(community, ready.foreseen(), move |tx| {
            let Some((who, rest)) = who(&app, tx)? else { return Ok(None) };
            Ok(Some((app.file_ready(tx, &who, community, &ready)?, rest)))
        }))
    }

    pub(crate) fn make_ready(&self, community: CommunityCode, mut filing: Filing) -> Result<Ready> {
        let text = Text::new("text", &filing.text)?;
        if filing.photos.len() > request::MOST_PHOTOS as usize {
            return Err(Refusal::TooManyPhotos { most: request::MOST_PHOTOS }.into());
        }
        let slot = |kind| Slot { community, owner: filing.id.0, kind, n: 0 };
        let words = self.vault.seal(&slot(Kind::Words), text.as_str().as_bytes())?;
        let tokens = pack(&self.vault.index().tokens(community, text.as_str()));
        let person = person_of(&filing.reporter)?;
        let reporter = if person.is_empty() {
            None
        } else {
            Some((self.sealed(&slot(Kind::Reporter), &person)?, self.contact_tokens(community, &person)))
        };
        let digest = self.digest(community, &filing, &text, &person);
        filing.text.clear();
        Ok(Ready { filing, text, words, reporter, tokens, digest })
    }

    /// What makes two filings the same: everything that was said, but not the photos, whose bytes a phone may shrink
    /// differently when it sends them again.
    fn digest(&self, community: CommunityCode, filing: &Filing, text: &Text, person: &Person) -> Token {
        let place = filing.place;
        let said = format!(
            "{:?}|{:?}|{:?}|{:?}|{}|{:?}|{}|{}|{}|{}|{}|{}",
            place.estate,
            place.building,
            place.unit,
            place.room,
            text.as_str(),
            filing.matter,
            filing.channel.name(),
            filing.urgent,
            filing.on_behalf,
            person.name,
            person.phone,
            filing.done_on_spot,
        );
        self.vault.index().value(community.as_str(), "filing", &said)
    }

    /// The tokens by which a person's data are found again.
    pub(crate) fn contact_tokens(&self, community: CommunityCode, person: &Person) -> Vec<Token> {
        [("phone", &person.phone), ("name", &person.name)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(kind, value)| self.vault.index().value(community.as_str(), kind, value))
            .collect()
    }

    pub(crate) fn file_ready(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        ready: &Ready,
    ) -> Result<Filed> {
        let filing = &ready.filing;
        if let Some(known) = tx.filed_digest(community, filing.id)? {
            return self.filed_before(tx, community, filing.id, known == ready.digest);
        }
        self.may_file(tx, who, community, filing)?;
        let (now, rules) = (self.now(), self.rules_of(tx, community)?);
        let context = Context { now, actor: who.actor(), rules: &rules };
        let new = File {
            id: filing.id,
            number: tx.next_request_number(community)?,
            place: filing.place,
            matter: filing.matter.clone(),
            channel: filing.channel,
            urgent: filing.urgent,
            on_behalf: filing.on_behalf,
            text: ready.text.clone(),
            photos: u32::try_from(filing.photos.len()).unwrap_or(u32::MAX),
            limits: self.limits_of(tx, community, filing.matter.as_deref(), filing.urgent)?,
        };
        let first = request::file(&new, &context)?;
        let mut request = self.record_first(tx, community, who, filing.id, first)?;
        if filing.done_on_spot {
            let done = Command::DoneOnSpot { words: None, photos: 0 };
            allow(who, Action::Do(done.verb()), &super::area_of(community, None, &request))?;
            let events = request::decide(&request, &done, &context)?;
            request = tx.record_request(community, request, who.actor(), now, events)?;
        }
        self.keep_filing(tx, community, ready)?;
        self.set_timers(tx, community, &request, now)?;
        self.tell_of_filing(tx, community, &request, now)?;
        self.look_soon(tx, community, filing.place.estate, now)?;
        Ok(Filed { request, new: true })
    }

    /// Whether a filing would be taken as things stand, without taking it: asked before a photo is written. One that
    /// came before is looked at when it is filed.
    ///
    /// # Errors
    /// As [`App::file_request`].
    pub fn foresee_filing(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        filing: &Filing,
    ) -> Result<()> {
        Text::new("text", &filing.text)?;
        person_of(&filing.reporter)?;
        if tx.filed_digest(community, filing.id)?.is_some() {
            return Ok(());
        }
        self.may_file(tx, who, community, filing)
    }

    /// The place exists, they may file there, and the matter is one.
    fn may_file(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        filing: &Filing,
    ) -> Result<()> {
        let place = tx.place(community, &filing.place)?;
        place.fits(&filing.place)?;
        if let Some(building) = filing.place.building
            && tx.has_left(community, building, filing.place.estate, self.now())?
        {
            return Err(Refusal::PlaceMismatch { field: "building" }.into());
        }
        allow(
            who,
            Action::File,
            &Area { estate: Some(filing.place.estate), ..Area::community(community, None) },
        )?;
        let matters = self.matters(tx, community)?;
        if let Some(code) = filing.matter.as_deref().filter(|code| !matters.is_in_use(code)) {
            return Err(Refusal::NotAChoice { field: "matter", value: code.to_owned() }.into());
        }
        Ok(())
    }

    fn filed_before(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: RequestId,
        same: bool,
    ) -> Result<Filed> {
        let request = tx.request(community, id)?.ok_or(Refusal::NotFound)?;
        if same { Ok(Filed { request, new: false }) } else { Err(Refusal::OtherContent { id }.into()) }
    }

    fn record_first(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        who: &Principal,
        id: RequestId,
        first: request::RequestEvent,
    ) -> Result<Request> {
        let event =
            Event { at: self.now(), actor: who.actor(), subject: Subject::Request(id), body: first.into() };
        match tx.record(community, None, &[event])? {
            Entity::Request(request) => Ok(*request),
            _ => Err(StoreError::Damaged("a filing made no request".into()).into()),
        }
    }

    fn keep_filing(&self, tx: &mut Tx, community: CommunityCode, ready: &Ready) -> Result<()> {
        let id = ready.filing.id;
        let slot = |kind| Slot { community, owner: id.0, kind, n: 0 };
        tx.keep(&slot(Kind::Words), &ready.words)?;
        if let Some((sealed, tokens)) = &ready.reporter {
            tx.keep(&slot(Kind::Reporter), sealed)?;
            for token in tokens {
                tx.remember_contact(community, token, "request", id.0)?;
            }
        }
        tx.index_request(community, id, &ready.digest, &ready.tokens)?;
        for (photo, n) in ready.filing.photos.iter().zip(0..) {
            let phase = if ready.filing.done_on_spot { PhotoPhase::After } else { PhotoPhase::Before };
            tx.add_photo(community, id, &PhotoRow { n, phase, ..photo.row() })?;
        }
        Ok(())
    }
}

/// The reporter's name and phone, checked and in one form.
pub(crate) fn person_of(reporter: &Reporter) -> Result<Person> {
    let name = clean_line(reporter.name.as_deref().unwrap_or_default());
    if name.chars().count() > 50 {
        return Err(Refusal::TextTooLong { field: "name", length: name.chars().count(), most: 50 }.into());
    }
    let typed = reporter.phone.as_deref().unwrap_or_default().trim();
    let phone = if typed.is_empty() {
        String::new()
    } else {
        typed.parse::<Phone>().map_err(|_| Refusal::BadPhone { field: "phone" })?.as_str().to_owned()
    };
    Ok(Person { name, phone })
}
