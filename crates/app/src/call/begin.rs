//! Calling for help.

use super::file::FiledRequest;
use super::names::UnitName;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use crate::request::area_of;
use guanjia_domain::call::{Blown, Context, DutyList, Hand, HandlingUnit, blow};
use guanjia_domain::ids::{CallId, EstateId, OrganisationId, RequestId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Role, Subject};
use guanjia_store::{Answer, StoreError, Tx};
use jiff::civil::Date;

/// A call as it was typed.
#[derive(Clone, Debug)]
pub struct NewCall {
    /// Chosen by the page, so that sending it twice is one call.
    pub id: CallId,
    /// In which estate.
    pub estate: EstateId,
    /// The requests that it is about.
    pub requests: Vec<RequestId>,
    /// Who is called.
    pub to: HandlingUnit,
    /// By when.
    pub by_when: Date,
    /// What is asked.
    pub asked: String,
    /// What has been tried.
    pub tried: String,
    /// The entry of the duty list, when the community is called.
    pub duty: Option<String>,
}

/// What a new call begins with.
#[derive(Clone, Debug)]
pub struct CallDraft {
    /// In which community.
    pub community: CommunityCode,
    /// In which estate.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// The request from which it begins.
    pub file: Option<FiledRequest>,
    /// Who can be called by the reader.
    pub units: Vec<UnitName>,
    /// What may be handed to the community; empty for those who are of it.
    pub duties: DutyList,
    /// Whether the reader hands down.
    pub is_above: bool,
}

/// As which unit somebody calls: a secretary who is the steward of the estate calls as that.
fn caller_of(who: &Principal, estate: Option<EstateId>) -> Result<HandlingUnit> {
    let steward = estate.is_some_and(|estate| who.stewards.contains(&estate));
    Ok(match (who.role, who.id) {
        (Role::Officer, _) => HandlingUnit::Steward,
        (Role::Secretary, _) if steward => HandlingUnit::Steward,
        (Role::Secretary, _) => HandlingUnit::Secretary,
        (Role::StreetOffice, _) => HandlingUnit::StreetOffice,
        (Role::DistrictBureau, Some(id)) => HandlingUnit::Bureau(OrganisationId(id)),
        (Role::Organisation | Role::DistrictBureau | Role::Resident, _) => {
            return Err(Refusal::NotFound.into());
        }
        _ => return Err(Refusal::Forbidden.into()),
    })
}

impl App {
    /// What a new call about a request, or in an estate, begins with.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Forbidden`].
    pub fn call_draft(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (request, estate): (Option<RequestId>, Option<EstateId>),
    ) -> Result<CallDraft> {
        caller_of(who, None)?;
        let file = match request {
            Some(id) => Some(self.filed_request(tx, community, id)?.ok_or(Refusal::NotFound)?),
            None => None,
        };
        let estate = file.as_ref().map(|it| it.request.place.estate).or(estate).ok_or(Refusal::NotFound)?;
        self.may_call(tx, who, community, estate, request.as_slice())?;
        let by = caller_of(who, Some(estate))?;
        let name = tx.estate(community, estate)?.ok_or(Refusal::NotFound)?.facts.name;
        let mut units = self.unit_names(tx, community, None)?.all();
        let is_above = !by.is_community();
        units.retain(|it| by.may_call(it.unit));
        let duties = self.community(tx, community)?.duties;
        Ok(CallDraft { community, estate, name, file, units, duties, is_above })
    }

    /// Whether somebody may call for help in an estate, about these requests.
    fn may_call(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        requests: &[RequestId],
    ) -> Result<()> {
        let street = self.community(tx, community)?.street;
        tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
        let above = matches!(who.role, Role::StreetOffice | Role::DistrictBureau);
        let handler = who.party().filter(|_| above);
        let area = Area { estate: Some(estate), handler, ..Area::community(community, street) };
        allow(who, Action::KeepCall, &area)?;
        for id in requests {
            let request = tx.request(community, *id)?.filter(|it| it.place.estate == estate && !it.erased);
            let request = request.ok_or(Refusal::NotFound)?;
            allow(who, Action::ReadRequest, &area_of(community, street, &request))?;
        }
        Ok(())
    }

    /// Calls for help.
    ///
    /// # Errors
    /// What is wrong with its texts.
    pub fn blow_call(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewCall,
    ) -> Result<Answer<CallId, AppError>> {
        let (asked, tried) = (Text::new("asked", &new.asked)?, Text::new("tried", &new.tried)?);
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let NewCall { id, estate, to, by_when, .. } = new;
            app.may_call(tx, &who, community, estate, &new.requests)?;
            if let Some(known) = tx.call(community, id)? {
                let same = known.estate == estate && known.requests == new.requests;
                return if same { Ok(id) } else { Err(Refusal::NotFound.into()) };
            }
            app.must_be_free(tx, community, id.0)?;
            app.check_units(tx, community, &[to])?;
            let (requests, duty) = (new.requests.clone(), new.duty.clone());
            let blown = Blown { estate, requests, by: caller_of(&who, Some(estate))?, to, by_when, duty };
            let others = app.hands_about(tx, community, &blown.requests, None)?;
            let names = app.unit_names(tx, community, None)?;
            let duties = app.community(tx, community)?.duties;
            let name = |unit| names.or_kind(unit);
            let (today, others) = (app.today(), others.as_slice());
            let context = Context { actor: who.actor(), today, duties: &duties, others, name: &name };
            let happened = blow(blown, &context)?;
            app.keep_work_text(tx, community, (id.0, 0), asked.as_str())?;
            app.keep_work_text(tx, community, (id.0, 1), tried.as_str())?;
            let (subject, body) = (Subject::Call(id), happened.clone().into());
            let event = Event { at: app.now(), actor: who.actor(), subject, body };
            match tx.record(community, None, &[event])? {
                Entity::Call(call) => app.tell_of_call(tx, &who, community, &call, &happened)?,
                _ => return Err(StoreError::Damaged("a call is something else".into()).into()),
            }
            Ok(id)
        }))
    }

    /// Who called whom in other open calls about the same requests.
    pub(super) fn hands_about(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        requests: &[RequestId],
        but: Option<CallId>,
    ) -> Result<Vec<Hand>> {
        let mut hands = Vec::new();
        for request in requests {
            for call in tx.calls_of(community, *request)? {
                if call.is_open() && Some(call.id) != but {
                    hands.extend(call.hands());
                }
            }
        }
        Ok(hands)
    }
}
