//! What somebody who runs an installation wants to know of its database.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

impl Tx<'_> {
    /// When the last event of a community happened.
    ///
    /// # Errors
    /// What the engine says.
    pub fn newest_event(&mut self, community: CommunityCode) -> Result<Option<Moment>> {
        self.first(
            "SELECT at FROM event WHERE community_id = ?1 ORDER BY seq DESC LIMIT 1",
            values![community],
            |row| row.get(0),
        )
    }

    /// The sealed name of somebody on the staff, to try a key with.
    ///
    /// # Errors
    /// What the engine says.
    pub fn any_person(&mut self, community: CommunityCode) -> Result<Option<(Uuid, Vec<u8>)>> {
        self.first(
            "SELECT v.owner_id, v.sealed FROM staff s JOIN vault v ON v.community_id = s.community_id
             AND v.owner_id = s.id AND v.kind = 'person' AND v.n = 0 WHERE s.community_id = ?1 LIMIT 1",
            values![community],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// Settings of a PostgreSQL server with which a crash may lose what it has acknowledged; none on SQLite, whose
    /// settings are ours.
    ///
    /// # Errors
    /// What the engine says.
    pub fn unsafe_settings(&mut self) -> Result<Vec<String>> {
        if !self.is_postgres() {
            return Ok(Vec::new());
        }
        self.query(
            "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'
             ORDER BY name",
            &[],
            |row| row.get(0),
        )
    }
}
