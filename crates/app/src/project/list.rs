//! The projects that somebody may read, with what comes next.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::project::{Next, Project, Stage};
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::Tx;
use uuid::Uuid;

/// How many projects of a community are looked through.
const LOOKED: u32 = 200;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct ProjectLine {
    /// The project.
    pub project: Project,
    /// Its title.
    pub title: String,
    /// The name of its estate.
    pub estate: String,
    /// What comes next.
    pub next: Next,
}

impl App {
    /// The projects that somebody may read, open ones first, the newest first: of the own community, or of those below
    /// an office.
    ///
    /// # Errors
    /// What the store says.
    pub fn projects(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<ProjectLine>> {
        let communities = match who.role {
            Role::StreetOffice | Role::DistrictBureau => {
                self.communities_below(tx, who)?.into_iter().map(|(code, _)| code).collect()
            }
            _ => vec![who.home],
        };
        let mut lines = Vec::new();
        for community in communities {
            for project in tx.newest_projects(community, LOOKED)? {
                let area = self.area_of_project(tx, who, community, &project)?;
                if permit(who, Action::ReadProject, &area) == Verdict::Allowed {
                    lines.push(self.project_line(tx, community, project)?);
                }
            }
        }
        lines.sort_by_key(|it| !it.project.is_open());
        Ok(lines)
    }

    /// The projects that wait for the word of an office.
    ///
    /// # Errors
    /// What the store says.
    pub fn projects_to_approve(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<ProjectLine>> {
        let mut lines = self.projects(tx, who)?;
        lines.retain(|it| it.project.stage == Stage::Submitted);
        Ok(lines)
    }

    /// The project of a notice, as far as the reader may read it.
    pub(crate) fn project_told(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        subject: Uuid,
    ) -> Result<Option<ProjectLine>> {
        let Some(project) = tx.project(community, subject.into())? else { return Ok(None) };
        let area = self.area_of_project(tx, who, community, &project)?;
        let may = permit(who, Action::ReadProject, &area) == Verdict::Allowed;
        if may { self.project_line(tx, community, project).map(Some) } else { Ok(None) }
    }

    /// One line.
    pub(super) fn project_line(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        project: Project,
    ) -> Result<ProjectLine> {
        // Requests matter to what comes next only at the end.
        let linked = match project.stage {
            Stage::Closed => self.linked_requests(tx, community, &project)?,
            _ => Vec::new(),
        };
        let title = self.work_text(tx, community, project.id.0, 0)?;
        let estate = tx.estate(community, project.estate)?.map(|it| it.facts.name).unwrap_or_default();
        Ok(ProjectLine { next: project.next(&linked), project, title, estate })
    }
}
