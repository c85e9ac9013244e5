//! Sessions.

use super::{Holder, secret_hash};
use crate::engine::Tx;
use crate::error::Result;
use crate::memory::Changes;
use crate::value::Row;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// A session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose.
    pub holder: Holder,
    /// What every form must carry.
    pub csrf: String,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
    /// What kind of device began it, in a stable word.
    pub device: String,
}

/// A session as its owner and the security administrator see it.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// The hash of its secret: names the session, opens nothing.
    pub id: Vec<u8>,
    /// The session.
    pub session: Session,
}

fn session(row: &Row) -> Result<Session> {
    Ok(Session {
        holder: Holder::read(row, 0, 1)?,
        csrf: row.get(2)?,
        created_at: row.get(3)?,
        seen_at: row.get(4)?,
        device: row.get(5)?,
    })
}

impl Tx<'_> {
    /// Begins a session.
    ///
    /// # Errors
    /// What the engine says.
    pub fn begin_session(&mut self, community: CommunityCode, secret: &str, session: &Session) -> Result<()> {
        self.put(
            "INSERT INTO session (community_id, token, holder_id, holder_kind, csrf, created_at, seen_at, device)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            values![
                community,
                secret_hash(secret),
                session.holder.id(),
                session.holder.kind(),
                session.csrf.as_str(),
                session.created_at,
                session.seen_at,
                session.device.as_str()
            ],
        )
    }

    /// The session of a secret whose account is neither closed nor locked.
    ///
    /// # Errors
    /// What the engine says.
    pub fn session(&mut self, community: CommunityCode, secret: &str) -> Result<Option<Session>> {
        // Every page of somebody who is signed in begins here, so it also asks what is still known of the community.
        let found = self.first(
            "SELECT s.holder_kind, s.holder_id, s.csrf, s.created_at, s.seen_at, s.device, h.house, h.work
             FROM session s
             JOIN account a ON a.community_id = s.community_id AND a.holder_id = s.holder_id AND a.closed = 0
             JOIN chain_head h ON h.community_id = s.community_id AND h.book = 'ledger'
             LEFT JOIN account_guard g ON g.community_id = s.community_id AND g.holder_id = s.holder_id
             WHERE s.community_id = ?1 AND s.token = ?2 AND g.locked_at IS NULL",
            values![community, secret_hash(secret)],
            |row| Ok((session(row)?, Changes { house: row.get(6)?, work: row.get(7)? })),
        )?;
        Ok(found.map(|(session, changes)| {
            self.counted(community, changes);
            session
        }))
    }

    /// Says that a session was used.
    ///
    /// # Errors
    /// What the engine says.
    pub fn touch_session(&mut self, community: CommunityCode, secret: &str, at: Moment) -> Result<()> {
        self.put(
            "UPDATE session SET seen_at = ?3 WHERE community_id = ?1 AND token = ?2",
            values![community, secret_hash(secret), at],
        )
    }

    /// Ends a session.
    ///
    /// # Errors
    /// What the engine says.
    pub fn end_session(&mut self, community: CommunityCode, secret: &str) -> Result<()> {
        self.put(
            "DELETE FROM session WHERE community_id = ?1 AND token = ?2",
            values![community, secret_hash(secret)],
        )
    }

    /// The sessions of a holder, the one used last first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn sessions(&mut self, community: CommunityCode, holder: Uuid) -> Result<Vec<SessionLine>> {
        self.query(
            "SELECT holder_kind, holder_id, csrf, created_at, seen_at, device, token FROM session
             WHERE community_id = ?1 AND holder_id = ?2 ORDER BY seen_at DESC, token",
            values![community, holder],
            |row| Ok(SessionLine { session: session(row)?, id: row.get(6)? }),
        )
    }

    /// Ends one session of a holder by its id.
    ///
    /// # Errors
    /// What the engine says.
    pub fn end_session_of(&mut self, community: CommunityCode, holder: Uuid, id: &[u8]) -> Result<()> {
        self.put(
            "DELETE FROM session WHERE community_id = ?1 AND holder_id = ?2 AND token = ?3",
            values![community, holder, id],
        )
    }

    /// Ends every session of a holder but the one of `kept`, a secret.
    ///
    /// # Errors
    /// What the engine says.
    pub fn end_sessions(&mut self, community: CommunityCode, holder: Uuid, kept: Option<&str>) -> Result<()> {
        let kept = kept.map(secret_hash).unwrap_or_default();
        self.put(
            "DELETE FROM session WHERE community_id = ?1 AND holder_id = ?2 AND token <> ?3",
            values![community, holder, kept],
        )
    }

    /// Forgets the sessions of a holder that nobody can use any more: begun before `begun`, or last used before `used`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn forget_sessions(
        &mut self,
        community: CommunityCode,
        holder: Uuid,
        begun: Moment,
        used: Moment,
    ) -> Result<()> {
        self.put(
            "DELETE FROM session WHERE community_id = ?1 AND holder_id = ?2 AND (created_at < ?3 OR seen_at < ?4)",
            values![community, holder, begun, used],
        )
    }
}
