//! A project that somebody may read, and the area of it for the permission function.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::project::{Project, Stage};
use guanjia_domain::request::{Request, State};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

impl App {
    /// The area of a project. Whoever is asked to approve it has it like a call for help.
    pub(super) fn area_of_project(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Project,
    ) -> Result<Area> {
        let street = self.community(tx, community)?.street;
        let mut area = Area { estate: Some(it.estate), ..Area::community(community, street) };
        if let Some(approval) = &it.approval {
            let asked = it.stage == Stage::Submitted;
            (area.asked, area.handler) =
                if asked { (Some(approval.by), None) } else { (None, Some(approval.by)) };
        }
        if who.role == Role::GridWorker {
            let here = tx.buildings(community, Some(it.estate), self.now())?;
            let own = who.grid.iter().find(|part| here.iter().any(|row| row.id == part.building));
            area.building = own.map(|part| part.building);
        }
        Ok(area)
    }

    /// A project that somebody may do something with.
    pub(super) fn project_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        action: Action,
        community: CommunityCode,
        id: ProjectId,
    ) -> Result<Project> {
        let project = tx.project(community, id)?.ok_or(Refusal::NotFound)?;
        let area = self.area_of_project(tx, who, community, &project)?;
        allow(who, Action::ReadProject, &area)?;
        allow(who, action, &area)?;
        Ok(project)
    }

    /// In which community a project lies that somebody may know of.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn find_project(&self, tx: &mut Tx, who: &Principal, id: ProjectId) -> Result<CommunityCode> {
        if !matches!(who.role, Role::StreetOffice | Role::DistrictBureau) {
            return Ok(who.home);
        }
        for (community, _) in self.communities_below(tx, who)? {
            if tx.project(community, id)?.is_some() {
                return Ok(community);
            }
        }
        Err(Refusal::NotFound.into())
    }

    /// The requests that a project answers, with those that have come to its issue since, as they stand now.
    pub(super) fn linked_requests(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        it: &Project,
    ) -> Result<Vec<Request>> {
        let mut ids = it.requests.clone();
        if let Some(issue) = it.issue {
            ids.extend(tx.issue_requests(community, issue)?);
        }
        let mut linked: Vec<Request> = Vec::new();
        for id in ids {
            let known = linked.iter().any(|it| it.id == id);
            let request = if known { None } else { tx.request(community, id)? };
            linked.extend(request.filter(|it| it.state != State::Voided));
        }
        Ok(linked)
    }
}
