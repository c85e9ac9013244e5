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

/// Which entries of the access log are looked for.
#[derive(Clone, Debug, Default)]
pub struct AccessFilter {
    /// From this moment.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
    /// This action only.
    pub action: Option<String>,
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

    /// The entries of the access log that fit the filter, the newest first, before `before`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn accesses(
        &mut self,
        community: CommunityCode,
        filter: &AccessFilter,
        before: Option<u64>,
        most: u32,
    ) -> Result<Vec<(u64, Access)>> {
        let before = before.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX));
        let (from, until) =
            (filter.from.unwrap_or(Moment(i64::MIN)), filter.until.unwrap_or(Moment(i64::MAX)));
        let action = filter.action.as_deref().unwrap_or_default();
        self.query(
            "SELECT seq, at, actor, action, object_id, detail FROM audit
             WHERE community_id = ?1 AND seq < ?2 AND at >= ?3 AND at < ?4 AND (?5 = '' OR action = ?5)
             ORDER BY seq DESC LIMIT ?6",
            values![community, before, from, until, action, most],
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
