//! The second factor of an account: which time steps and recovery codes are used up.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

impl Tx<'_> {
    /// Asks for a second factor from now on; codes of `step` and before are used up. Earlier recovery codes end.
    ///
    /// # Errors
    /// What the engine says.
    pub fn keep_factor(
        &mut self,
        community: CommunityCode,
        holder: Uuid,
        since: Moment,
        step: i64,
        recovery: &[Vec<u8>],
    ) -> Result<()> {
        self.drop_factor(community, holder)?;
        self.put(
            "INSERT INTO second_factor (community_id, holder_id, since, step) VALUES (?1, ?2, ?3, ?4)",
            values![community, holder, since, step],
        )?;
        for token in recovery {
            self.put(
                "INSERT INTO recovery_code (community_id, holder_id, token) VALUES (?1, ?2, ?3)
                 ON CONFLICT (community_id, holder_id, token) DO NOTHING",
                values![community, holder, token.as_slice()],
            )?;
        }
        Ok(())
    }

    /// The last time step whose code was accepted; `None` when no second factor is asked for.
    ///
    /// # Errors
    /// What the engine says.
    pub fn factor_step(&mut self, community: CommunityCode, holder: Uuid) -> Result<Option<i64>> {
        self.first(
            "SELECT step FROM second_factor WHERE community_id = ?1 AND holder_id = ?2",
            values![community, holder],
            |row| row.get(0),
        )
    }

    /// Uses up the code of a time step; `false` when it or a later one was used before.
    ///
    /// # Errors
    /// What the engine says.
    pub fn use_step(&mut self, community: CommunityCode, holder: Uuid, step: i64) -> Result<bool> {
        let used = self.execute(
            "UPDATE second_factor SET step = ?3 WHERE community_id = ?1 AND holder_id = ?2 AND step < ?3",
            values![community, holder, step],
        )?;
        Ok(used == 1)
    }

    /// Uses up a recovery code; `false` when there is no such one any more.
    ///
    /// # Errors
    /// What the engine says.
    pub fn use_recovery(&mut self, community: CommunityCode, holder: Uuid, token: &[u8]) -> Result<bool> {
        let used = self.execute(
            "DELETE FROM recovery_code WHERE community_id = ?1 AND holder_id = ?2 AND token = ?3",
            values![community, holder, token],
        )?;
        Ok(used == 1)
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// What the engine says.
    pub fn recovery_left(&mut self, community: CommunityCode, holder: Uuid) -> Result<i64> {
        let left = self.first(
            "SELECT count(*) FROM recovery_code WHERE community_id = ?1 AND holder_id = ?2",
            values![community, holder],
            |row| row.get(0),
        )?;
        Ok(left.unwrap_or_default())
    }

    /// No second factor is asked for any more.
    ///
    /// # Errors
    /// What the engine says.
    pub fn drop_factor(&mut self, community: CommunityCode, holder: Uuid) -> Result<()> {
        for sql in [
            "DELETE FROM second_factor WHERE community_id = ?1 AND holder_id = ?2",
            "DELETE FROM recovery_code WHERE community_id = ?1 AND holder_id = ?2",
        ] {
            self.put(sql, values![community, holder])?;
        }
        Ok(())
    }
}
