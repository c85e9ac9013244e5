//! Timers and the inbox.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// Something that is to be looked at later. A timer only says "look": whether anything is to be done is decided from
/// the state, so one that has become pointless does no harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// When.
    pub rings_at: Moment,
    /// Of what.
    pub subject: Uuid,
    /// Why: `due_soon`, `overdue`, `look_again`.
    pub kind: String,
}

/// A line of somebody's inbox. It holds no text, so nothing needs to be erased from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// What happened: the name of an event or of a timer.
    pub kind: String,
    /// To which request.
    pub subject: Uuid,
    /// When it was read.
    pub read_at: Option<Moment>,
}

impl Tx<'_> {
    /// Sets a timer.
    ///
    /// # Errors
    /// What the engine says.
    pub fn set_timer(&mut self, community: CommunityCode, timer: &Timer) -> Result<()> {
        self.put(
            "INSERT INTO timer (community_id, rings_at, subject_id, kind) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (community_id, rings_at, subject_id, kind) DO NOTHING",
            values![community, timer.rings_at, timer.subject, timer.kind.as_str()],
        )
    }

    /// Timers that have rung, the oldest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn rung(&mut self, community: CommunityCode, now: Moment, most: u32) -> Result<Vec<Timer>> {
        self.query(
            "SELECT rings_at, subject_id, kind FROM timer WHERE community_id = ?1 AND rings_at <= ?2
             ORDER BY rings_at, subject_id, kind LIMIT ?3",
            values![community, now, most],
            |row| Ok(Timer { rings_at: row.get(0)?, subject: row.get(1)?, kind: row.get(2)? }),
        )
    }

    /// Takes a timer away; `false` when somebody else has worked it off.
    ///
    /// # Errors
    /// What the engine says.
    pub fn take_timer(&mut self, community: CommunityCode, timer: &Timer) -> Result<bool> {
        let taken = self.execute(
            "DELETE FROM timer WHERE community_id = ?1 AND rings_at = ?2 AND subject_id = ?3 AND kind = ?4",
            values![community, timer.rings_at, timer.subject, timer.kind.as_str()],
        )?;
        Ok(taken == 1)
    }

    /// Puts a notice into an inbox.
    ///
    /// # Errors
    /// What the engine says.
    pub fn notify(&mut self, community: CommunityCode, recipient: &str, notice: &Notice) -> Result<()> {
        self.work_changed(community)?;
        self.put(
            "INSERT INTO notice (community_id, recipient, id, at, kind, subject_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (community_id, recipient, id) DO NOTHING",
            values![community, recipient, notice.id, notice.at, notice.kind.as_str(), notice.subject],
        )
    }

    /// The newest notices of an inbox.
    ///
    /// # Errors
    /// What the engine says.
    pub fn notices(&mut self, community: CommunityCode, recipient: &str, most: u32) -> Result<Vec<Notice>> {
        self.query(
            "SELECT id, at, kind, subject_id, read_at FROM notice WHERE community_id = ?1 AND recipient = ?2
             ORDER BY id DESC LIMIT ?3",
            values![community, recipient, most],
            |row| {
                Ok(Notice {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    kind: row.get(2)?,
                    subject: row.get(3)?,
                    read_at: row.get(4)?,
                })
            },
        )
    }

    /// How many notices of an inbox are unread, to 100 at most.
    ///
    /// # Errors
    /// What the engine says.
    pub fn unread(&mut self, community: CommunityCode, recipient: &str) -> Result<u64> {
        let count = self.of_the_work("unread", community, recipient.as_bytes(), |tx| {
            tx.first(
                "SELECT count(*) FROM (SELECT read_at FROM notice WHERE community_id = ?1 AND recipient = ?2
                 ORDER BY id DESC LIMIT 100) AS newest WHERE read_at IS NULL",
                values![community, recipient],
                |row| row.get(0),
            )
        })?;
        Ok(count.unwrap_or(0))
    }

    /// Marks an inbox as read.
    ///
    /// # Errors
    /// What the engine says.
    pub fn mark_read(&mut self, community: CommunityCode, recipient: &str, now: Moment) -> Result<()> {
        self.work_changed(community)?;
        self.put(
            "UPDATE notice SET read_at = ?3 WHERE community_id = ?1 AND recipient = ?2 AND read_at IS NULL",
            values![community, recipient, now],
        )
    }

    /// Remembers whom a phone, a name or an ID number belongs to.
    ///
    /// # Errors
    /// What the engine says.
    pub fn remember_contact(
        &mut self,
        community: CommunityCode,
        token: &[u8],
        kind: &str,
        owner: Uuid,
    ) -> Result<()> {
        self.put(
            "INSERT INTO contact (community_id, token, owner_kind, owner_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (community_id, token, owner_kind, owner_id) DO NOTHING",
            values![community, token, kind, owner],
        )
    }

    /// Forgets that something belongs to an owner.
    ///
    /// # Errors
    /// What the engine says.
    pub fn forget_contact(
        &mut self,
        community: CommunityCode,
        token: &[u8],
        kind: &str,
        owner: Uuid,
    ) -> Result<()> {
        self.put(
            "DELETE FROM contact WHERE community_id = ?1 AND token = ?2 AND owner_kind = ?3 AND owner_id = ?4",
            values![community, token, kind, owner],
        )
    }

    /// Whom a phone, a name or an ID number belongs to: kinds and ids.
    ///
    /// # Errors
    /// What the engine says.
    pub fn owners_of(&mut self, community: CommunityCode, token: &[u8]) -> Result<Vec<(String, Uuid)>> {
        self.query(
            "SELECT owner_kind, owner_id FROM contact WHERE community_id = ?1 AND token = ?2",
            values![community, token],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}
