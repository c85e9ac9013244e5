//! Accounts, sessions, private links, and the access log.

mod factor;
mod guard;
mod link;
mod log;
mod session;

pub use guard::AccountState;
pub use link::{KeptLink, Link, LinkKind};
pub use log::{Access, AccessFilter};
pub use session::{Session, SessionLine};

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A staff member.
    Staff(Uuid),
    /// An organisation.
    Organisation(Uuid),
}

impl Holder {
    /// The id.
    #[must_use]
    pub const fn id(self) -> Uuid {
        match self {
            Self::Staff(id) | Self::Organisation(id) => id,
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Staff(_) => "staff",
            Self::Organisation(_) => "organisation",
        }
    }

    fn read(row: &Row, kind: usize, id: usize) -> Result<Self> {
        let id = row.get(id)?;
        match row.get::<String>(kind)?.as_str() {
            "staff" => Ok(Self::Staff(id)),
            "organisation" => Ok(Self::Organisation(id)),
            other => Err(StoreError::Damaged(format!("holder {other}"))),
        }
    }
}

/// The hash under which a secret is stored. Secrets are long and random, so a plain hash is enough.
#[must_use]
pub fn secret_hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

impl Tx<'_> {
    /// Keeps an account, in place of an earlier one of the holder.
    ///
    /// # Errors
    /// What the engine says.
    pub fn keep_account(
        &mut self,
        community: CommunityCode,
        holder: Holder,
        password: Option<&str>,
        closed: bool,
    ) -> Result<()> {
        self.forget();
        self.put(
            "INSERT INTO account (community_id, holder_id, holder_kind, password, closed) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (community_id, holder_id)
             DO UPDATE SET password = excluded.password, closed = excluded.closed",
            values![community, holder.id(), holder.kind(), password, closed],
        )
    }

    /// The password hash of an account that is neither closed nor locked; `Some(None)` when it has no password yet.
    ///
    /// # Errors
    /// What the engine says.
    pub fn account(&mut self, community: CommunityCode, holder: Uuid) -> Result<Option<Option<String>>> {
        self.first(
            "SELECT password FROM account a WHERE community_id = ?1 AND holder_id = ?2 AND closed = 0
             AND NOT EXISTS (SELECT 1 FROM account_guard g WHERE g.community_id = a.community_id
                 AND g.holder_id = a.holder_id AND g.locked_at IS NOT NULL)",
            values![community, holder],
            |row| row.get(0),
        )
    }

    /// Changes the password of an account.
    ///
    /// # Errors
    /// What the engine says.
    pub fn change_password(&mut self, community: CommunityCode, holder: Uuid, hash: &str) -> Result<()> {
        self.put(
            "UPDATE account SET password = ?3 WHERE community_id = ?1 AND holder_id = ?2",
            values![community, holder, hash],
        )
    }

    /// Closes an account: sessions, links, API tokens and the second factor of the holder end with it.
    ///
    /// # Errors
    /// What the engine says.
    pub fn close_account(&mut self, community: CommunityCode, holder: Uuid) -> Result<()> {
        self.forget();
        for sql in [
            "UPDATE account SET closed = 1 WHERE community_id = ?1 AND holder_id = ?2",
            "DELETE FROM session WHERE community_id = ?1 AND holder_id = ?2",
            "DELETE FROM link WHERE community_id = ?1 AND holder_id = ?2",
        ] {
            self.put(sql, values![community, holder])?;
        }
        self.drop_factor(community, holder)
    }

    /// Takes a sign-in name; `false` when it is taken by somebody else.
    ///
    /// # Errors
    /// What the engine says.
    pub fn take_sign_in_name(
        &mut self,
        token: &[u8],
        community: CommunityCode,
        holder: Holder,
    ) -> Result<bool> {
        self.execute(
            "INSERT INTO sign_in_name (token, community_id, holder_kind, holder_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (token) DO NOTHING",
            values![token, community, holder.kind(), holder.id()],
        )?;
        Ok(self.sign_in_name(token)?.is_some_and(|(_, its)| its == holder))
    }

    /// The tokens of the names that somebody signs in with.
    ///
    /// # Errors
    /// What the engine says.
    pub fn sign_in_names(&mut self, community: CommunityCode, holder: Uuid) -> Result<Vec<Vec<u8>>> {
        self.query(
            "SELECT token FROM sign_in_name WHERE community_id = ?1 AND holder_id = ?2 ORDER BY token",
            values![community, holder],
            |row| row.get(0),
        )
    }

    /// Who signs in with a name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn sign_in_name(&mut self, token: &[u8]) -> Result<Option<(CommunityCode, Holder)>> {
        self.first(
            "SELECT community_id, holder_kind, holder_id FROM sign_in_name WHERE token = ?1",
            values![token],
            |row| Ok((row.get(0)?, Holder::read(row, 1, 2)?)),
        )
    }
}
