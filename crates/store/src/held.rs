//! Notices that wait: for the end of quiet hours, or to be told of together.

use crate::engine::Tx;
use crate::error::Result;
use crate::timers::Notice;
use crate::value::Row;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

fn notice(row: &Row) -> Result<Notice> {
    Ok(Notice { id: row.get(0)?, at: row.get(1)?, kind: row.get(2)?, subject: row.get(3)?, read_at: None })
}

impl Tx<'_> {
    /// Keeps a notice back until `release_at`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn hold_notice(
        &mut self,
        community: CommunityCode,
        recipient: &str,
        it: &Notice,
        release_at: Moment,
    ) -> Result<()> {
        self.put(
            "INSERT INTO held_notice (community_id, recipient, id, at, kind, subject_id, release_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (community_id, recipient, id) DO NOTHING",
            values![community, recipient, it.id, it.at, it.kind.as_str(), it.subject, release_at],
        )
    }

    /// The inboxes for which notices wait whose time has come.
    ///
    /// # Errors
    /// What the engine says.
    pub fn held_inboxes(&mut self, community: CommunityCode, now: Moment) -> Result<Vec<String>> {
        self.query(
            "SELECT DISTINCT recipient FROM held_notice WHERE community_id = ?1 AND digest IS NULL
             AND release_at <= ?2 ORDER BY recipient",
            values![community, now],
            |row| row.get(0),
        )
    }

    /// The notices of an inbox whose time has come, the oldest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn held_notices(
        &mut self,
        community: CommunityCode,
        recipient: &str,
        now: Moment,
    ) -> Result<Vec<Notice>> {
        self.query(
            "SELECT id, at, kind, subject_id FROM held_notice WHERE community_id = ?1 AND recipient = ?2
             AND digest IS NULL AND release_at <= ?3 ORDER BY id",
            values![community, recipient, now],
            notice,
        )
    }

    /// A held notice is told by itself: it is held no more.
    ///
    /// # Errors
    /// What the engine says.
    pub fn release_notice(&mut self, community: CommunityCode, recipient: &str, id: Uuid) -> Result<()> {
        self.put(
            "DELETE FROM held_notice WHERE community_id = ?1 AND recipient = ?2 AND id = ?3",
            values![community, recipient, id],
        )
    }

    /// A held notice is told as a line of a digest.
    ///
    /// # Errors
    /// What the engine says.
    pub fn put_into_digest(
        &mut self,
        community: CommunityCode,
        recipient: &str,
        id: Uuid,
        digest: Uuid,
    ) -> Result<()> {
        self.put(
            "UPDATE held_notice SET digest = ?4 WHERE community_id = ?1 AND recipient = ?2 AND id = ?3",
            values![community, recipient, id, digest],
        )
    }

    /// How many lines a digest has.
    ///
    /// # Errors
    /// What the engine says.
    pub fn digest_size(&mut self, community: CommunityCode, recipient: &str, digest: Uuid) -> Result<u64> {
        let count = self.first(
            "SELECT count(*) FROM held_notice WHERE community_id = ?1 AND recipient = ?2 AND digest = ?3",
            values![community, recipient, digest],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// The lines of a digest, the oldest first, [`MOST_IN_DIGEST`] at the most.
    ///
    /// # Errors
    /// What the engine says.
    pub fn digest(&mut self, community: CommunityCode, recipient: &str, digest: Uuid) -> Result<Vec<Notice>> {
        self.query(
            "SELECT id, at, kind, subject_id FROM held_notice WHERE community_id = ?1 AND recipient = ?2
             AND digest = ?3 ORDER BY id LIMIT ?4",
            values![community, recipient, digest, MOST_IN_DIGEST],
            notice,
        )
    }
}

/// How many lines of a digest are read: after a night more than anybody has.
pub const MOST_IN_DIGEST: u32 = 500;
