//! One project with everything a page shows of it.

use super::act::action_of;
use super::names::DoorNames;
use super::objectors::objector_slot;
use super::tell::TellLine;
use crate::error::Result;
use crate::office::{App, Names, Person};
use crate::request::{PartyName, PlaceName};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::project::{Next, Project, Step};
use guanjia_domain::request::Request;
use guanjia_store::Tx;
use guanjia_store::requests::PhotoRow;
use std::collections::BTreeMap;

/// A project as somebody may see it.
#[derive(Clone, Debug)]
pub struct ProjectSheet {
    /// The project.
    pub project: Project,
    /// Where it lies.
    pub community: CommunityCode,
    /// The name of its estate.
    pub estate: String,
    /// What comes next.
    pub next: Next,
    /// Its texts by number; 0 is the title.
    pub texts: BTreeMap<u32, String>,
    /// Who objected, masked, by the number of the objection's text; only for those who keep the project.
    pub objectors: BTreeMap<u32, Person>,
    /// The requests that it answers, with their places.
    pub linked: Vec<(Request, PlaceName)>,
    /// Names of the doors.
    pub doors: DoorNames,
    /// Who is asked to approve it.
    pub approver: Option<PartyName>,
    /// Who does the works.
    pub works_by: Option<String>,
    /// Its photos.
    pub photos: Vec<PhotoRow>,
    /// Who is to be told.
    pub told: Vec<TellLine>,
    /// What the reader may do now.
    pub may: Vec<Step>,
    /// Whether the reader keeps the project.
    pub keeps: bool,
}

impl ProjectSheet {
    /// Whether the reader may do a step now.
    #[must_use]
    pub fn may(&self, step: Step) -> bool {
        self.may.contains(&step)
    }

    /// A text; empty when it is gone.
    #[must_use]
    pub fn text(&self, n: Option<u32>) -> &str {
        n.and_then(|n| self.texts.get(&n)).map_or("", String::as_str)
    }
}

impl App {
    /// One project.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`], [`guanjia_domain::Refusal::Forbidden`].
    pub fn project_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ProjectId,
    ) -> Result<ProjectSheet> {
        let project = self.project_for(tx, who, Action::ReadProject, community, id)?;
        let area = self.area_of_project(tx, who, community, &project)?;
        let allowed = |action| permit(who, action, &area) == Verdict::Allowed;
        let may = |step: &Step| step.from(project.stage).is_some() && allowed(action_of(*step));
        let may = Step::ALL.iter().copied().filter(may).collect();
        let keeps = allowed(Action::KeepProject);
        let linked = self.linked_requests(tx, community, &project)?;
        let doors = self.names_of_doors(tx, community, project.scope.iter().map(|it| it.door))?;
        // Whoever approves has nothing to do with who is told.
        let told = if allowed(Action::TellOfProject) {
            self.tell_lines(tx, who, community, (&project, &linked), &doors)?
        } else {
            Vec::new()
        };
        let mut texts = BTreeMap::new();
        for n in 0..project.words {
            texts.insert(n, self.work_text(tx, community, id.0, n)?);
        }
        let mut objectors = BTreeMap::new();
        for it in project.objections.iter().filter(|it| it.contact && keeps) {
            let person: Option<Person> = self.opened(tx, &objector_slot(community, id, it.words))?;
            objectors.extend(person.map(|person| (it.words, person.masked())));
        }
        let approver = match &project.approval {
            Some(it) => Some(self.party_name(tx, &mut Names::default(), community, it.by, project.estate)?),
            None => None,
        };
        let works_by = project.works_by.and_then(|id| {
            let all = tx.organisations(community).ok()?;
            all.into_iter().find(|it| it.id == id).map(|it| it.name)
        });
        Ok(ProjectSheet {
            community,
            estate: tx.estate(community, project.estate)?.map(|it| it.facts.name).unwrap_or_default(),
            next: project.next(&linked),
            photos: tx.photos(community, guanjia_domain::ids::RequestId(id.0))?,
            linked: self.with_places(tx, community, linked)?,
            texts,
            objectors,
            doors,
            approver,
            works_by,
            told,
            may,
            keeps,
            project,
        })
    }

    fn with_places(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        requests: Vec<Request>,
    ) -> Result<Vec<(Request, PlaceName)>> {
        let mut all = Vec::with_capacity(requests.len());
        for request in requests {
            let place = self.place_name(tx, community, &request.place)?;
            all.push((request, place));
        }
        Ok(all)
    }
}
