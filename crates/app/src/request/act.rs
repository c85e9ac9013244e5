//! Doing something with a request: every verb goes this one way.

use super::area_of;
use super::photos::StoredPhoto;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::RequestId;
use guanjia_domain::ids::{OrganisationId, StaffId};
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::request::{
    Awaited, Because, Command, Context, PhotoPhase, Request, RequestEvent, decide,
};
use guanjia_domain::{CommunityCode, Party, Refusal, Role};
use guanjia_store::requests::PhotoRow;
use guanjia_store::{Answer, Kind, Slot, StoreError, Tx};

/// What somebody does with a request.
#[derive(Clone, Debug)]
pub struct Deed {
    /// Which request.
    pub request: RequestId,
    /// The version they saw; `None` from those who cannot see one, such as a chat message.
    pub seen: Option<u64>,
    /// What.
    pub command: Command,
    /// Photos whose files are on the disk already; as many as the command says.
    pub photos: Vec<StoredPhoto>,
}

impl App {
    /// Does it, or says why not. The answer is the request as it stands then.
    pub fn act(&self, who: &Principal, community: CommunityCode, deed: Deed) -> Answer<Request, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.act_now(tx, &who, community, &deed))
    }

    pub(crate) fn act_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        deed: &Deed,
    ) -> Result<Request> {
        let rules = self.rules_of(tx, community)?;
        let context = Context { now: self.now(), actor: who.actor(), rules: &rules };
        let now = context.now;
        let (request, events) = self.decided(tx, &context, who, community, deed)?;
        if let Command::Merge { into } = deed.command {
            self.take_in(tx, &context, community, &request, into)?;
        }
        self.keep_texts(tx, community, &request, &deed.command)?;
        self.keep_photos(tx, community, &request, deed)?;
        let before = (request.clock.clone(), request.targets.clone());
        let after = tx.record_request(community, request, who.actor(), now, events.clone())?;
        if (&after.clock, &after.targets) != (&before.0, &before.1) || after.suspended_until.is_some() {
            self.set_timers(tx, community, &after, now)?;
        }
        self.tell(tx, community, &after, who, &events, now)?;
        Ok(after)
    }

    /// Whether it would be done as things stand, without doing it: asked before a photo is written, so that what is
    /// refused leaves nothing on the disk. The photos themselves are not looked at.
    ///
    /// # Errors
    /// As [`App::act`].
    pub fn foresee(&self, tx: &mut Tx, who: &Principal, community: CommunityCode, deed: &Deed) -> Result<()> {
        let rules = self.rules_of(tx, community)?;
        let context = Context { now: self.now(), actor: who.actor(), rules: &rules };
        self.decided(tx, &context, who, community, deed).map(drop)
    }

    /// The request as it is, and what follows from the deed.
    fn decided(
        &self,
        tx: &mut Tx,
        context: &Context,
        who: &Principal,
        community: CommunityCode,
        deed: &Deed,
    ) -> Result<(Request, Vec<RequestEvent>)> {
        let office = self.community(tx, community)?;
        let request = tx.request(community, deed.request)?.ok_or(Refusal::NotFound)?;
        allow(who, Action::Do(deed.command.verb()), &area_of(community, office.street, &request))?;
        if let Some(expected) = deed.seen
            && expected != request.version
        {
            return Err(Refusal::Stale { expected, present: request.version, state: request.state }.into());
        }
        self.check_choices(tx, community, &request, &deed.command)?;
        let mut events = decide(&request, &deed.command, context)?;
        let by = context.actor;
        match &deed.command {
            // Another matter has other limits, counted from when it was reported.
            Command::Classify { matter } => {
                let limits = self.limits_of(tx, community, Some(matter), request.urgent)?;
                events.extend(request.recounted(&limits, context.rules, Because::Matter));
            }
            // What was waited for is there.
            Command::Add { .. } if by.role == Role::Resident && request.awaits == Some(Awaited::Resident) => {
                events.extend(decide(&request, &Command::Resume, context)?);
            }
            _ => {}
        }
        Ok((request, events))
    }

    /// What a choice names must exist here: a party of another community is no choice.
    fn check_choices(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        command: &Command,
    ) -> Result<()> {
        match command {
            Command::Dispatch { to, .. } | Command::Escalate { to, .. } => {
                self.check_party(tx, community, *to)
            }
            Command::Classify { matter } if !self.matters(tx, community)?.is_in_use(matter) => {
                Err(Refusal::NotAChoice { field: "matter", value: matter.clone() }.into())
            }
            Command::Merge { into } => {
                let other = tx.request(community, *into)?;
                let fit =
                    other.is_some_and(|it| it.state.is_open() && it.place.estate == request.place.estate);
                if fit { Ok(()) } else { Err(Refusal::CannotMerge { into: *into }.into()) }
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn check_party(&self, tx: &mut Tx, community: CommunityCode, party: Party) -> Result<()> {
        let known = match party {
            Party::Steward | Party::StreetOffice => true,
            Party::GridWorker(StaffId(id)) => tx
                .staff_member(community, StaffId(id))?
                .is_some_and(|staff| !staff.left && staff.post == guanjia_domain::people::Post::GridWorker),
            Party::Organisation(id) => self.works_here(tx, community, id, false)?,
            Party::DistrictBureau(id) => self.works_here(tx, community, id, true)?,
        };
        if known { Ok(()) } else { Err(Refusal::NotAChoice { field: "to", value: party.to_string() }.into()) }
    }

    pub(crate) fn works_here(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: OrganisationId,
        bureau: bool,
    ) -> Result<bool> {
        let organisations = tx.organisations(community)?;
        Ok(organisations
            .iter()
            .any(|it| it.id == id && !it.left && (it.kind == OrganisationKind::DistrictBureau) == bureau))
    }

    /// The other side of a merge: the request that takes the first one in.
    fn take_in(
        &self,
        tx: &mut Tx,
        context: &Context,
        community: CommunityCode,
        request: &Request,
        into: RequestId,
    ) -> Result<()> {
        let other = tx.request(community, into)?.ok_or(Refusal::CannotMerge { into })?;
        let events = decide(&other, &Command::TakeIn { from: request.id }, context)?;
        tx.record_request(community, other, context.actor, context.now, events)?;
        Ok(())
    }

    pub(crate) fn keep_texts(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        command: &Command,
    ) -> Result<()> {
        for (text, n) in command.texts().into_iter().zip(request.words..) {
            let slot = Slot { community, owner: request.id.0, kind: Kind::Words, n };
            let sealed = self.vault.seal(&slot, text.as_str().as_bytes())?;
            tx.keep(&slot, &sealed)?;
        }
        Ok(())
    }

    fn keep_photos(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: &Request,
        deed: &Deed,
    ) -> Result<()> {
        if deed.photos.len() != deed.command.photos() as usize {
            return Err(StoreError::Refused("as many photos as the command says".into()).into());
        }
        let after = matches!(deed.command, Command::Dispose { .. } | Command::DoneOnSpot { .. });
        let phase = if after { PhotoPhase::After } else { PhotoPhase::Before };
        for (photo, n) in deed.photos.iter().zip(request.photos..) {
            tx.add_photo(community, request.id, &PhotoRow { n, phase, ..photo.row() })?;
        }
        Ok(())
    }
}

/// Whether an event moves a request to somebody else or ends it: those are told by it.
pub(crate) fn told_to_estate(event: &RequestEvent) -> bool {
    matches!(
        event,
        RequestEvent::Taken { .. }
            | RequestEvent::Returned { .. }
            | RequestEvent::Disposed { .. }
            | RequestEvent::Reopened { .. }
            | RequestEvent::Joined
            | RequestEvent::Added { internal: false, .. }
            | RequestEvent::Confirmed { solved: false }
            | RequestEvent::Rated { .. }
    )
}
