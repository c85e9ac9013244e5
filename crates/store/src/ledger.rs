//! The ledger: events are added, never changed, and the read tables follow in the same transaction.

use crate::chain::Book;
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::tables::rows_of;
use crate::value::Row;
use crate::values;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::{Request, RequestEvent};
use guanjia_domain::{Body, CommunityCode, Entity, Event, HouseEvent, Moment, Subject};

/// The columns of an event in the order in which [`event_from`] reads them.
macro_rules! event_columns {
    () => {
        "seq, at, actor, subject_kind, subject_id, kind, body, hash"
    };
}

/// The stable name of what happened, as it stands in `event.kind`.
#[must_use]
pub fn kind_of(body: &Body) -> &'static str {
    match body {
        Body::Request(event) => event.name(),
        Body::House(event) => house_kind(event),
        Body::Work(event) => event.name(),
        Body::Allocation(event) => event.name(),
        Body::Project(event) => event.name(),
        Body::Call(event) => event.name(),
        Body::Issue(event) => event.name(),
        Body::Survey(event) => event.name(),
        Body::View(event) => event.name(),
    }
}

const fn house_kind(event: &HouseEvent) -> &'static str {
    match event {
        HouseEvent::CommunityFounded { .. } => "community_founded",
        HouseEvent::CommunityPhonesSet { .. } => "community_phones_set",
        HouseEvent::OfficeSet { .. } => "office_set",
        HouseEvent::DutyEntrySet { .. } => "duty_entry_set",
        HouseEvent::ConsentTextSet { .. } => "consent_text_set",
        HouseEvent::DutySet { .. } => "duty_set",
        HouseEvent::LimitsSet { .. } => "limits_set",
        HouseEvent::TimetableSet { .. } => "timetable_set",
        HouseEvent::SheetColumnsTold { .. } => "sheet_columns_told",
        HouseEvent::EstateAdded { .. } => "estate_added",
        HouseEvent::EstateChanged { .. } => "estate_changed",
        HouseEvent::BuildingAdded { .. } => "building_added",
        HouseEvent::BuildingChanged { .. } => "building_changed",
        HouseEvent::BuildingMoved { .. } => "building_moved",
        HouseEvent::BuildingMoveWithdrawn { .. } => "building_move_withdrawn",
        HouseEvent::GridDrawn { .. } => "grid_drawn",
        HouseEvent::GridDrawingWithdrawn { .. } => "grid_drawing_withdrawn",
        HouseEvent::GridDesign(event) => event.name(),
        HouseEvent::HandOverAsked(_) => "hand_over_asked",
        HouseEvent::HandOverAccepted => "hand_over_accepted",
        HouseEvent::HandOverReturned { .. } => "hand_over_returned",
        HouseEvent::HandOverTakenBack => "hand_over_taken_back",
        HouseEvent::Claimed(_) => "claimed",
        HouseEvent::ClaimWithdrawn { .. } => "claim_withdrawn",
        HouseEvent::StaffAppointed { .. } => "staff_appointed",
        HouseEvent::StaffChanged { .. } => "staff_changed",
        HouseEvent::StaffNamed => "staff_named",
        HouseEvent::StaffLeft => "staff_left",
        HouseEvent::StaffReturned => "staff_returned",
        HouseEvent::OrganisationReturned => "organisation_returned",
        HouseEvent::MatterSet { .. } => "matter_set",
        HouseEvent::TwoFactorDutySet { .. } => "two_factor_duty_set",
        HouseEvent::OrganisationAdded { .. } => "organisation_added",
        HouseEvent::OrganisationChanged { .. } => "organisation_changed",
        HouseEvent::OrganisationLeft => "organisation_left",
        HouseEvent::ResidentRegistered { .. } => "resident_registered",
        HouseEvent::ResidentChanged { .. } => "resident_changed",
        HouseEvent::ResidentHomesSet { .. } => "resident_homes_set",
        HouseEvent::CardWritten { .. } => "card_written",
        HouseEvent::CardFieldsErased { .. } => "card_fields_erased",
        HouseEvent::ConsentGiven { .. } => "consent_given",
        HouseEvent::ConsentWithdrawn { .. } => "consent_withdrawn",
        HouseEvent::ResidentErased => "resident_erased",
        HouseEvent::RightsAsked { .. } => "rights_asked",
        HouseEvent::RightsAnswered { .. } => "rights_answered",
        HouseEvent::RateRuleSet { .. } => "rate_rule_set",
        HouseEvent::LoadCommented { .. } => "load_commented",
        HouseEvent::LoadCommentErased { .. } => "load_comment_erased",
    }
}

/// An event as it stands in the ledger.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place, from 1.
    pub seq: u64,
    /// The event.
    pub event: Event,
}

fn event_from(row: &Row) -> Result<Recorded> {
    let subject_kind: String = row.get(3)?;
    let subject = Subject::of(&subject_kind, row.get(4)?)
        .ok_or_else(|| StoreError::Damaged(format!("subject kind {subject_kind}")))?;
    let actor: String = row.get(2)?;
    let actor = actor.parse().map_err(|_| StoreError::Damaged(format!("actor {actor}")))?;
    let body: Body = serde_json::from_str(&row.get::<String>(6)?)?;
    Ok(Recorded { seq: row.get(0)?, event: Event { at: row.get(1)?, actor, subject, body } })
}

impl Tx<'_> {
    /// Records events of one subject that stood at `before` (`None` for a new one) and shows the state they lead to.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when an event does not fit the state, else what the engine says.
    pub fn record(
        &mut self,
        community: CommunityCode,
        before: Option<Entity>,
        events: &[Event],
    ) -> Result<Entity> {
        let old = before.as_ref().map_or(Ok(Vec::new()), rows_of)?;
        let mut state = before;
        for event in events {
            self.append(community, event)?;
            state = Some(Entity::after(state, event)?);
        }
        let state = state.ok_or_else(|| StoreError::Damaged("nothing was recorded".into()))?;
        self.show(community, &old, &rows_of(&state)?)?;
        Ok(state)
    }

    fn append(&mut self, community: CommunityCode, event: &Event) -> Result<()> {
        if matches!(event.body, Body::House(_)) {
            self.house_changed(community)?;
        }
        let actor = event.actor.to_string();
        let kind = kind_of(&event.body);
        let body = serde_json::to_string(&event.body)?;
        let subject = event.subject;
        let id = subject.id();
        let columns: [&[u8]; 5] =
            [actor.as_bytes(), subject.kind().as_bytes(), id.as_bytes(), kind.as_bytes(), body.as_bytes()];
        let (seq, hash) = self.chain(community, Book::Ledger, event.at.0, &columns)?;
        self.put(
            concat!(
                "INSERT INTO event (community_id, ",
                event_columns!(),
                ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
            ),
            values![community, seq, event.at, actor, subject.kind(), id, kind, body, hash.as_slice()],
        )
    }

    /// The events of a subject, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when one cannot be read.
    pub fn events_of(&mut self, community: CommunityCode, subject: Subject) -> Result<Vec<Recorded>> {
        self.query(
            concat!(
                "SELECT ",
                event_columns!(),
                " FROM event WHERE community_id = ?1 AND subject_id = ?2 AND subject_kind = ?3 ORDER BY seq"
            ),
            values![community, subject.id(), subject.kind()],
            event_from,
        )
    }

    /// Whether anything ever happened to a subject of that kind and id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn is_told_of(&mut self, community: CommunityCode, kind: &str, id: uuid::Uuid) -> Result<bool> {
        let sql =
            "SELECT seq FROM event WHERE community_id = ?1 AND subject_id = ?2 AND subject_kind = ?3 LIMIT 1";
        Ok(self.first(sql, values![community, id, kind], |row| row.get::<u64>(0))?.is_some())
    }

    /// Whether an id belongs to anything of a community, of whatever kind.
    ///
    /// # Errors
    /// What the engine says.
    pub fn is_taken(&mut self, community: CommunityCode, id: uuid::Uuid) -> Result<bool> {
        let sql = "SELECT seq FROM event WHERE community_id = ?1 AND subject_id = ?2 ORDER BY seq LIMIT 1";
        Ok(self.first(sql, values![community, id], |row| row.get::<u64>(0))?.is_some())
    }

    /// The state of a subject, folded from its events; `None` when nothing ever happened to it.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the ledger does not fit together.
    pub fn entity(&mut self, community: CommunityCode, subject: Subject) -> Result<Option<Entity>> {
        let mut state = None;
        for recorded in self.events_of(community, subject)? {
            state = Some(Entity::after(state, &recorded.event)?);
        }
        Ok(state)
    }

    /// A request's state as the read table shows it; where a server of before wrote the row, which keeps less of a
    /// request, as its events tell.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it cannot be read.
    pub fn request(&mut self, community: CommunityCode, id: RequestId) -> Result<Option<Request>> {
        let row = self.first(
            "SELECT body, version - life_of FROM request WHERE community_id = ?1 AND id = ?2",
            values![community, id.0],
            |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)),
        )?;
        let Some((body, behind)) = row else { return Ok(None) };
        if behind != 0
            && let Some(Entity::Request(request)) = self.entity(community, Subject::Request(id))?
        {
            return Ok(Some(*request));
        }
        Ok(Some(serde_json::from_str(&body)?))
    }

    /// Records events of a request.
    ///
    /// # Errors
    /// As [`Tx::record`].
    pub fn record_request(
        &mut self,
        community: CommunityCode,
        request: Request,
        actor: guanjia_domain::Actor,
        at: Moment,
        events: Vec<RequestEvent>,
    ) -> Result<Request> {
        let subject = Subject::Request(request.id);
        let events: Vec<_> =
            events.into_iter().map(|event| Event { at, actor, subject, body: event.into() }).collect();
        match self.record(community, Some(Entity::Request(Box::new(request))), &events)? {
            Entity::Request(request) => Ok(*request),
            _ => Err(StoreError::Damaged("a request became something else".into())),
        }
    }
}
