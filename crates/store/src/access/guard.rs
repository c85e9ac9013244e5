//! What guards an account: the lock, and the failures since somebody last signed in.

use super::Holder;
use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// An account, without its secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountState {
    /// Whose it is.
    pub holder: Holder,
    /// Whether a password was chosen: before that, only an invitation opens it.
    pub has_password: bool,
    /// Whether it was closed, because its holder has left.
    pub closed: bool,
    /// When it was locked, if it is.
    pub locked_at: Option<Moment>,
    /// Wrong passwords and codes since somebody last signed in.
    pub failures: u32,
    /// The last of them, also after somebody has signed in.
    pub failed_at: Option<Moment>,
    /// When somebody last signed in.
    pub signed_in_at: Option<Moment>,
    /// Since when a second factor is asked for, if it is.
    pub factor_since: Option<Moment>,
}

fn state(row: &Row) -> Result<AccountState> {
    Ok(AccountState {
        holder: Holder::read(row, 0, 1)?,
        has_password: row.get::<Option<String>>(2)?.is_some(),
        closed: row.get(3)?,
        locked_at: row.get(4)?,
        failures: row.get::<Option<i64>>(5)?.and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        failed_at: row.get(6)?,
        signed_in_at: row.get(7)?,
        factor_since: row.get(8)?,
    })
}

macro_rules! accounts {
    ($which:literal) => {
        concat!(
            "SELECT a.holder_kind, a.holder_id, a.password, a.closed,
             g.locked_at, g.failures, g.failed_at, g.signed_in_at, f.since
             FROM account a
             LEFT JOIN account_guard g ON g.community_id = a.community_id AND g.holder_id = a.holder_id
             LEFT JOIN second_factor f ON f.community_id = a.community_id AND f.holder_id = a.holder_id
             WHERE a.community_id = ?1 ",
            $which
        )
    };
}

impl Tx<'_> {
    /// Every account of a community, in the order of their holders' ids.
    ///
    /// # Errors
    /// What the engine says.
    pub fn accounts(&mut self, community: CommunityCode) -> Result<Vec<AccountState>> {
        self.query(accounts!("ORDER BY a.holder_id"), values![community], state)
    }

    /// The account of a holder.
    ///
    /// # Errors
    /// What the engine says.
    pub fn account_state(&mut self, community: CommunityCode, holder: Uuid) -> Result<Option<AccountState>> {
        self.first(accounts!("AND a.holder_id = ?2"), values![community, holder], state)
    }

    /// Locks an account, or unlocks it with `None`; the count of failures begins anew.
    ///
    /// # Errors
    /// What the engine says.
    pub fn lock_account(&mut self, community: CommunityCode, holder: Uuid, at: Option<Moment>) -> Result<()> {
        self.put(
            "INSERT INTO account_guard (community_id, holder_id, locked_at, failures) VALUES (?1, ?2, ?3, 0)
             ON CONFLICT (community_id, holder_id) DO UPDATE SET locked_at = excluded.locked_at, failures = 0",
            values![community, holder, at],
        )
    }

    /// Counts a wrong password or code.
    ///
    /// # Errors
    /// What the engine says.
    pub fn count_failure(&mut self, community: CommunityCode, holder: Uuid, at: Moment) -> Result<()> {
        self.put(
            "INSERT INTO account_guard (community_id, holder_id, failures, failed_at) VALUES (?1, ?2, 1, ?3)
             ON CONFLICT (community_id, holder_id)
             DO UPDATE SET failures = account_guard.failures + 1, failed_at = excluded.failed_at",
            values![community, holder, at],
        )
    }

    /// Says that somebody signed in: the count of failures begins anew.
    ///
    /// # Errors
    /// What the engine says.
    pub fn note_sign_in(&mut self, community: CommunityCode, holder: Uuid, at: Moment) -> Result<()> {
        self.put(
            "INSERT INTO account_guard (community_id, holder_id, failures, signed_in_at) VALUES (?1, ?2, 0, ?3)
             ON CONFLICT (community_id, holder_id)
             DO UPDATE SET failures = 0, signed_in_at = excluded.signed_in_at",
            values![community, holder, at],
        )
    }
}
