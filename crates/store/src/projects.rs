//! Reading projects.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::ProjectId;
use guanjia_domain::project::Project;
use uuid::Uuid;

fn project(row: &Row) -> Result<Project> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

impl Tx<'_> {
    /// One project.
    ///
    /// # Errors
    /// What the engine says.
    pub fn project(&mut self, community: CommunityCode, id: ProjectId) -> Result<Option<Project>> {
        let found = "SELECT body FROM project WHERE community_id = ?1 AND id = ?2";
        self.first(found, values![community, id.0], project)
    }

    /// The projects of a community in which something is left to do, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_projects(&mut self, community: CommunityCode) -> Result<Vec<Project>> {
        let open = "SELECT body FROM project WHERE community_id = ?1 AND is_open = 1 ORDER BY id DESC";
        self.query(open, values![community], project)
    }

    /// The projects that a request, a common issue or a survey belongs to, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn projects_of(&mut self, community: CommunityCode, subject: Uuid) -> Result<Vec<Project>> {
        let linked = "SELECT p.body FROM project_link l JOIN project p ON p.community_id = l.community_id
            AND p.id = l.project_id WHERE l.community_id = ?1 AND l.subject_id = ?2 ORDER BY p.id DESC";
        self.query(linked, values![community, subject], project)
    }

    /// The newest projects, whether they are over or not.
    ///
    /// # Errors
    /// What the engine says.
    pub fn newest_projects(&mut self, community: CommunityCode, most: u32) -> Result<Vec<Project>> {
        let newest = "SELECT body FROM project WHERE community_id = ?1 ORDER BY id DESC LIMIT ?2";
        self.query(newest, values![community, most], project)
    }
}
