//! The access log: who looked at what.

use crate::chain::Book;
use crate::engine::Tx;
use crate::error::{Result, StoreError};

use crate::values;
use guanjia_domain::{Actor, CommunityCode, Moment};

use uuid::Uuid;

/// An entry of the access log. `detail` holds no personal data: the reason for a reveal is in the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: Actor,
    /// What: `sign_in`, `reveal`, `export`, …
    pub action: String,
    /// Of what.
    pub object: Uuid,
    /// More, in stable words.
    pub detail: String,
}

impl Tx<'_> {
    /// Writes into the access log.
    ///
    /// # Errors
    /// What the engine says.
    pub fn log_access(&mut self, community: CommunityCode, entry: &Access) -> Result<u64> {
        let actor = entry.actor.to_string();
        let columns: [&[u8]; 4] =
            [actor.as_bytes(), entry.action.as_bytes(), entry.object.as_bytes(), entry.detail.as_bytes()];
        let (seq, hash) = self.chain(community, Book::Audit, entry.at.0, &columns)?;
        self.put(
            "INSERT INTO audit (community_id, seq, at, actor, action, object_id, detail, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            values![
                community,
                seq,
                entry.at,
                actor,
                entry.action.as_str(),
                entry.object,
                entry.detail.as_str(),
                hash.as_slice()
            ],
        )?;
        Ok(seq)
    }

    /// When something was last done, as the access log knows it.
    ///
    /// # Errors
    /// What the engine says.
    pub fn last_access(&mut self, community: CommunityCode, action: &str) -> Result<Option<Moment>> {
        let at = self.first(
            "SELECT max(at) FROM audit WHERE community_id = ?1 AND action = ?2",
            values![community, action],
            |row| row.get::<Option<Moment>>(0),
        )?;
        Ok(at.flatten())
    }

    /// The access log, the newest first, before `before`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn accesses(
        &mut self,
        community: CommunityCode,
        before: Option<u64>,
        most: u32,
    ) -> Result<Vec<(u64, Access)>> {
        self.query(
            "SELECT seq, at, actor, action, object_id, detail FROM audit
             WHERE community_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
            values![community, before.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX)), most],
            |row| {
                let actor: String = row.get(2)?;
                let actor = actor.parse().map_err(|_| StoreError::Damaged(format!("actor {actor}")))?;
                let access = Access {
                    at: row.get(1)?,
                    actor,
                    action: row.get(3)?,
                    object: row.get(4)?,
                    detail: row.get(5)?,
                };
                Ok((row.get(0)?, access))
            },
        )
    }
}
