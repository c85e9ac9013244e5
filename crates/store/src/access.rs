//! Accounts, sessions, private links, and the access log.

use crate::chain::Book;
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::{Actor, CommunityCode, Moment};
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

/// What a private link stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A resident follows the own request.
    Resident,
    /// An organisation works off a request.
    Handler,
    /// Somebody signs in for the first time and chooses a password.
    Invitation,
    /// A program uses the API.
    Api,
}

impl LinkKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Handler => "handler",
            Self::Invitation => "invitation",
            Self::Api => "api",
        }
    }
}

/// A private link.
#[derive(Clone, Debug)]
pub struct Link {
    /// The request or person it is about.
    pub subject: Uuid,
    /// The organisation that works on it, or the account that the program acts for.
    pub holder: Option<Uuid>,
    /// When it ends.
    pub ends_at: Option<Moment>,
    /// When it was used, for links that work once.
    pub used_at: Option<Moment>,
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
             ON CONFLICT (community_id, holder_id) DO UPDATE SET password = excluded.password, closed = excluded.closed",
            values![community, holder.id(), holder.kind(), password, closed],
        )
    }

    /// The password hash of an open account; `Some(None)` when it has no password yet.
    ///
    /// # Errors
    /// What the engine says.
    pub fn account(&mut self, community: CommunityCode, holder: Uuid) -> Result<Option<Option<String>>> {
        self.first(
            "SELECT password FROM account WHERE community_id = ?1 AND holder_id = ?2 AND closed = 0",
            values![community, holder],
            |row| row.get(0),
        )
    }

    /// Closes an account: sessions, links and API tokens of the holder end with it.
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
        Ok(())
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
        self.first(
            "SELECT s.holder_kind, s.holder_id, s.csrf, s.created_at, s.seen_at FROM session s
             JOIN account a ON a.community_id = s.community_id AND a.holder_id = s.holder_id AND a.closed = 0
             WHERE s.community_id = ?1 AND s.token = ?2",
            values![community, secret_hash(secret)],
            |row| {
                Ok(Session {
                    holder: Holder::read(row, 0, 1)?,
                    csrf: row.get(2)?,
                    created_at: row.get(3)?,
                    seen_at: row.get(4)?,
                })
            },
        )
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

    /// Keeps a private link under the hash of its secret.
    ///
    /// # Errors
    /// What the engine says.
    pub fn keep_link(
        &mut self,
        community: CommunityCode,
        secret: &str,
        kind: LinkKind,
        link: &Link,
        now: Moment,
    ) -> Result<()> {
        self.forget();
        self.put(
            "INSERT INTO link (community_id, token, kind, subject_id, holder_id, created_at, ends_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (community_id, token) DO NOTHING",
            values![
                community,
                secret_hash(secret),
                kind.name(),
                link.subject,
                link.holder,
                now,
                link.ends_at
            ],
        )
    }

    /// The link of a secret, whether it has ended or not.
    ///
    /// # Errors
    /// What the engine says.
    pub fn link(&mut self, community: CommunityCode, secret: &str, kind: LinkKind) -> Result<Option<Link>> {
        self.first(
            "SELECT subject_id, holder_id, ends_at, used_at FROM link
             WHERE community_id = ?1 AND token = ?2 AND kind = ?3",
            values![community, secret_hash(secret), kind.name()],
            |row| {
                Ok(Link {
                    subject: row.get(0)?,
                    holder: row.get(1)?,
                    ends_at: row.get(2)?,
                    used_at: row.get(3)?,
                })
            },
        )
    }

    /// Uses a link that works once; `false` when somebody was faster.
    ///
    /// # Errors
    /// What the engine says.
    pub fn use_link(&mut self, community: CommunityCode, secret: &str, now: Moment) -> Result<bool> {
        self.forget();
        let used = self.execute(
            "UPDATE link SET used_at = ?3 WHERE community_id = ?1 AND token = ?2 AND used_at IS NULL",
            values![community, secret_hash(secret), now],
        )?;
        Ok(used == 1)
    }

    /// Ends every link of a subject of a kind.
    ///
    /// # Errors
    /// What the engine says.
    pub fn end_links(&mut self, community: CommunityCode, subject: Uuid, kind: LinkKind) -> Result<()> {
        self.forget();
        self.put(
            "DELETE FROM link WHERE community_id = ?1 AND subject_id = ?2 AND kind = ?3",
            values![community, subject, kind.name()],
        )
    }

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
