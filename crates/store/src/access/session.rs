//! Sessions.

use super::{Holder, secret_hash};
use crate::engine::Tx;
use crate::error::Result;
use crate::memory::Changes;

use crate::values;
use guanjia_domain::{CommunityCode, Moment};

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
}

impl Tx<'_> {
    /// Begins a session.
    ///
    /// # Errors
    /// What the engine says.
    pub fn begin_session(&mut self, community: CommunityCode, secret: &str, session: &Session) -> Result<()> {
        self.put(
            "INSERT INTO session (community_id, token, holder_id, holder_kind, csrf, created_at, seen_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            values![
                community,
                secret_hash(secret),
                session.holder.id(),
                session.holder.kind(),
                session.csrf.as_str(),
                session.created_at,
                session.seen_at
            ],
        )
    }

    /// The session of a secret whose account is still open.
    ///
    /// # Errors
    /// What the engine says.
    pub fn session(&mut self, community: CommunityCode, secret: &str) -> Result<Option<Session>> {
        // Every page of somebody who is signed in begins here, so it also asks what is still known of the community.
        let found = self.first(
            "SELECT s.holder_kind, s.holder_id, s.csrf, s.created_at, s.seen_at, h.house, h.work FROM session s
             JOIN account a ON a.community_id = s.community_id AND a.holder_id = s.holder_id AND a.closed = 0
             JOIN chain_head h ON h.community_id = s.community_id AND h.book = 'ledger'
             WHERE s.community_id = ?1 AND s.token = ?2",
            values![community, secret_hash(secret)],
            |row| {
                let session = Session {
                    holder: Holder::read(row, 0, 1)?,
                    csrf: row.get(2)?,
                    created_at: row.get(3)?,
                    seen_at: row.get(4)?,
                };
                Ok((session, Changes { house: row.get(5)?, work: row.get(6)? }))
            },
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
}
