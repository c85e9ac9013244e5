//! A project begins.

use super::names::DoorNames;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use crate::own_work::texts::short;
use guanjia_domain::ids::{EstateId, IssueId, ProjectId, RequestId, SurveyId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::project::{Begun, Demand, begin};
use guanjia_domain::{CommunityCode, Event, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// A project as it was typed.
#[derive(Clone, Debug)]
pub struct NewProject {
    /// Chosen by the page, so that sending it twice is one project.
    pub id: ProjectId,
    /// In which estate.
    pub estate: EstateId,
    /// Its title.
    pub title: String,
    /// The common issue that it puts right.
    pub issue: Option<IssueId>,
    /// The surveys that found its doors.
    pub surveys: Vec<SurveyId>,
    /// The requests that it answers.
    pub requests: Vec<RequestId>,
    /// The doors that are in want of something.
    pub scope: Vec<Demand>,
}

impl App {
    /// Begins a project.
    ///
    /// # Errors
    /// What is wrong with its title or doors.
    pub fn begin_project(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewProject,
    ) -> Result<Answer<ProjectId, AppError>> {
        let title = short("title", &new.title)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let NewProject { id, estate, issue, .. } = new;
            tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
            let area = Area { estate: Some(estate), ..Area::community(community, None) };
            allow(&who, Action::KeepProject, &area)?;
            if let Some(known) = tx.project(community, id)? {
                let same = known.estate == estate;
                return if same { Ok(id) } else { Err(Refusal::NotFound.into()) };
            }
            app.must_be_free(tx, community, id.0)?;
            let names = app.names_of_doors(tx, community, new.scope.iter().map(|it| it.door))?;
            check_doors(&names, estate, &new.scope)?;
            app.check_requests(tx, community, estate, &new.requests)?;
            let (surveys, requests, scope) = (new.surveys.clone(), new.requests.clone(), new.scope.clone());
            let begun = begin(Begun { estate, issue, surveys, requests, scope })?;
            app.keep_work_text(tx, community, (id.0, 0), &title)?;
            let subject = Subject::Project(id);
            let event = Event { at: app.now(), actor: who.actor(), subject, body: begun.into() };
            tx.record(community, None, &[event])?;
            Ok(id)
        }))
    }

    /// Requests that are to be linked lie in the estate.
    pub(super) fn check_requests(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        requests: &[RequestId],
    ) -> Result<()> {
        for id in requests {
            if tx.request(community, *id)?.is_none_or(|it| it.place.estate != estate) {
                return Err(Refusal::NotAChoice { field: "request", value: id.to_string() }.into());
            }
        }
        Ok(())
    }
}

/// Every door stands in the estate.
pub(super) fn check_doors(names: &DoorNames, estate: EstateId, scope: &[Demand]) -> Result<()> {
    if scope.iter().all(|demand| names.holds(estate, &demand.door)) {
        Ok(())
    } else {
        Err(Refusal::PlaceMismatch { field: "door" }.into())
    }
}
