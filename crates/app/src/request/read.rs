//! Reading a request with everything a page shows of it.

use super::area_of;
use crate::error::Result;
use crate::office::{App, Names, Person, allow};
use crate::place::Fits;
use guanjia_domain::claim::Claim;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{Audience, LIFE, Place, Request, RequestEvent, Verb, Voice, Voices};
use guanjia_domain::{Actor, Body, CommunityCode, Moment, Party, Refusal, Role, Subject};
use guanjia_store::requests::PhotoRow;
use guanjia_store::{Kind, Slot, Tx};
use uuid::Uuid;

/// A place in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceName {
    /// The estate.
    pub estate: String,
    /// The building.
    pub building: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// The room.
    pub room: Option<String>,
}

impl PlaceName {
    /// In one line: 理工大长风住宅小区 4号楼 2单元 501.
    #[must_use]
    pub fn line(&self) -> String {
        let parts = [Some(&self.estate), self.building.as_ref(), self.unit.as_ref(), self.room.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// A party in words. `name` is empty for the street office and for a steward nobody has named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyName {
    /// Which party.
    pub party: Party,
    /// The person's or organisation's name.
    pub name: String,
}

/// One thing that happened, for the trail.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Its place in the ledger.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// That person's name, where a name may be shown.
    pub actor_name: String,
    /// What.
    pub event: RequestEvent,
    /// The party it was handed to.
    pub to: Option<PartyName>,
    /// What was written with it, where the reader may see it.
    pub words: Option<String>,
    /// The internal note of a disposal, for staff.
    pub note: Option<String>,
}

/// A request with everything around it.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The request.
    pub request: Request,
    /// Where it is.
    pub place: PlaceName,
    /// What was said; `None` once erased.
    pub text: Option<String>,
    /// The accountable steward: the claim in force now.
    pub claim: Claim,
    /// The steward's name and phone.
    pub steward: Person,
    /// Who works on it.
    pub handler: PartyName,
    /// Who was asked.
    pub asked: Option<PartyName>,
    /// Who reported, masked; then those who joined.
    pub reporters: Vec<Person>,
    /// What happened, oldest first.
    pub trail: Vec<Happening>,
    /// Its photos.
    pub photos: Vec<PhotoRow>,
    /// What the reader may do with it now.
    pub verbs: Vec<Verb>,
    /// Whether the reader may see the reporter in clear.
    pub may_reveal: bool,
}

impl App {
    /// A request as somebody may see it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] or [`Refusal::Forbidden`].
    pub fn detail(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RequestId,
    ) -> Result<Detail> {
        let office = tx.community(community)?.ok_or(Refusal::NotFound)?;
        let request = tx.request(community, id)?.ok_or(Refusal::NotFound)?;
        let area = area_of(community, office.street, &request);
        allow(who, Action::ReadRequest, &area)?;
        let mut names = Names::default();
        let claim =
            tx.claim_in_force(community, request.place.estate, self.now())?.ok_or(Refusal::NotFound)?;
        let may = |action| permit(who, action, &area) == Verdict::Allowed;
        let verbs = LIFE
            .iter()
            .filter(|step| {
                step.from.contains(&request.state)
                    && may(Action::Do(step.verb))
                    && fits(who, &request, step.verb)
            })
            .map(|step| step.verb)
            .collect();
        let reporters = if who.role == Role::Resident {
            Vec::new()
        } else {
            self.reporters(tx, community, id)?.iter().map(Person::masked).collect()
        };
        let mut trail = self.trail(tx, &mut names, community, &request, Reader::of(who.role))?;
        if who.role == Role::Resident {
            hide_others(&mut trail, who.id);
        }
        Ok(Detail {
            place: self.place_name(tx, community, &request.place)?,
            text: self.words(tx, community, id, 0)?,
            steward: self.named(tx, &mut names, community, claim.steward.0)?.clone(),
            handler: self.party_name(tx, &mut names, community, request.handler, request.place.estate)?,
            asked: match request.asked {
                Some(party) => {
                    Some(self.party_name(tx, &mut names, community, party, request.place.estate)?)
                }
                None => None,
            },
            reporters,
            trail,
            photos: self.photos_shown(tx, who, community, id)?,
            verbs,
            may_reveal: may(Action::Reveal),
            claim,
            request,
        })
    }

    /// A text of a request in clear.
    ///
    /// # Errors
    /// What the store says.
    pub fn words(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: RequestId,
        n: u32,
    ) -> Result<Option<String>> {
        let slot = Slot { community, owner: id.0, kind: Kind::Words, n };
        let Some(sealed) = tx.kept(&slot)? else { return Ok(None) };
        Ok(Some(self.vault.open_text(&slot, &sealed)?))
    }

    /// What happened to a request, as far as the reader may see it.
    fn trail(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        request: &Request,
        reader: Reader,
    ) -> Result<Vec<Happening>> {
        let resident = reader == Reader::Resident;
        let mut trail = Vec::new();
        for recorded in tx.events_of(community, Subject::Request(request.id))? {
            let Body::Request(event) = recorded.event.body else { continue };
            if reader != Reader::Staff && is_internal(&event) {
                continue;
            }
            let readable = event.words().filter(|(_, audience)| !resident || *audience == Audience::Reporter);
            let words = match readable {
                Some((n, _)) if n > 0 => self.words(tx, community, request.id, n)?,
                _ => None,
            };
            let note = match event {
                RequestEvent::Disposed { note: Some(n), .. } if reader == Reader::Staff => {
                    self.words(tx, community, request.id, n)?
                }
                _ => None,
            };
            let to = match event {
                RequestEvent::Dispatched { to, .. } | RequestEvent::Escalated { to, .. } => {
                    Some(self.party_name(tx, names, community, to, request.place.estate)?)
                }
                RequestEvent::Taken { by } => {
                    Some(self.party_name(tx, names, community, by, request.place.estate)?)
                }
                _ => None,
            };
            let actor = recorded.event.actor;
            let actor_name = match actor.id {
                Some(id) if !resident => self.actor_name(tx, names, community, actor.role, id)?,
                _ => String::new(),
            };
            trail.push(Happening {
                seq: recorded.seq,
                at: recorded.event.at,
                actor,
                actor_name,
                event,
                to,
                words,
                note,
            });
        }
        Ok(trail)
    }

    fn actor_name(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        role: Role,
        id: Uuid,
    ) -> Result<String> {
        match role {
            Role::Organisation | Role::DistrictBureau => self.organisation_name(tx, community, id),
            _ => Ok(self.named(tx, names, community, id)?.name.clone()),
        }
    }

    fn organisation_name(&self, tx: &mut Tx, community: CommunityCode, id: Uuid) -> Result<String> {
        let name = tx.of_the_house("organisation name", community, id.as_bytes(), |tx| -> Result<_> {
            let organisations = tx.organisations(community)?;
            Ok(organisations.into_iter().find(|it| it.id.0 == id).map_or_else(String::new, |it| it.name))
        })?;
        Ok((*name).clone())
    }

    /// A party in words.
    ///
    /// # Errors
    /// What the store says.
    pub fn party_name(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        party: Party,
        estate: EstateId,
    ) -> Result<PartyName> {
        let name = match party {
            Party::Steward => match tx.claim_in_force(community, estate, self.now())? {
                Some(claim) => self.named(tx, names, community, claim.steward.0)?.name.clone(),
                None => String::new(),
            },
            Party::GridWorker(id) => self.named(tx, names, community, id.0)?.name.clone(),
            Party::Organisation(id) | Party::DistrictBureau(id) => {
                self.organisation_name(tx, community, id.0)?
            }
            Party::StreetOffice => String::new(),
        };
        Ok(PartyName { party, name })
    }

    /// A place in words.
    ///
    /// # Errors
    /// What the store says.
    pub fn place_name(&self, tx: &mut Tx, community: CommunityCode, place: &Place) -> Result<PlaceName> {
        Ok(tx.place(community, place)?.into_name())
    }
}

/// Takes the words out that another resident added: whoever reported a request and whoever joined it know of each other
/// by number only. `own` is the id of a joining, `None` for whoever reported it.
fn hide_others(trail: &mut [Happening], own: Option<Uuid>) {
    let mut voices = Voices::default();
    for it in trail {
        let (voice, _) = voices.hear(it.at, it.actor, &it.event);
        if matches!(it.event, RequestEvent::Added { .. }) && !is_shown(voice, &voices, own) {
            it.words = None;
        }
    }
}

/// Whether a resident is shown what somebody said or brought.
pub(super) fn is_shown(voice: Voice, voices: &Voices, own: Option<Uuid>) -> bool {
    let own = own.map_or(Voice::Reporter, |id| voices.joiner(id));
    voice == Voice::Office || voice == own
}

/// For whom a trail is told. A resident sees no staff words and no phone-book of handlers' names: the role says
/// enough. A body outside the community sees what it was handed with, but not what the staff note for themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Resident,
    Body,
    Staff,
}

impl Reader {
    const fn of(role: Role) -> Self {
        match role {
            Role::Resident => Self::Resident,
            Role::Organisation | Role::StreetOffice | Role::DistrictBureau => Self::Body,
            _ => Self::Staff,
        }
    }
}

/// What residents and outside bodies need not see: staff talking among themselves, links, and common issues.
const fn is_internal(event: &RequestEvent) -> bool {
    matches!(
        event,
        RequestEvent::Added { internal: true, .. }
            | RequestEvent::LinkGiven { .. }
            | RequestEvent::Classified { .. }
            // Residents hear a number, once it is large enough (`issue/told.rs`).
            | RequestEvent::LinkedToIssue { .. }
            | RequestEvent::UnlinkedFromIssue { .. }
    )
}

/// Verbs that need the request to be with the reader: taking, and returning what one has.
fn fits(who: &Principal, request: &Request, verb: Verb) -> bool {
    let me = who.party_in(request.handler, request.asked);
    match verb {
        Verb::Take => request.asked.is_some() && request.asked == me,
        Verb::Return => {
            me.is_some_and(|me| me != Party::Steward)
                && (request.asked == me || (request.asked.is_none() && Some(request.handler) == me))
        }
        Verb::Meet => request.unmet().next().is_some(),
        Verb::Erase | Verb::Link | Verb::Join => false,
        _ => true,
    }
}
