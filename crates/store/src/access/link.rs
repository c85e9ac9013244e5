//! Private links.

use super::secret_hash;
use crate::engine::Tx;
use crate::error::Result;

use crate::values;
use guanjia_domain::{CommunityCode, Moment};

use uuid::Uuid;

/// What a private link stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A resident follows the own request.
    Resident,
    /// An organisation works off a request.
    Handler,
    /// A unit without account answers a call for help.
    Call,
    /// Somebody signs in for the first time and chooses a password.
    Invitation,
    /// A program uses the API.
    Api,
    /// Somebody's password fitted, and the code of the second factor is still to come.
    SecondStep,
    /// A program takes the answer to a saved view away.
    View,
}

impl LinkKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Handler => "handler",
            Self::Call => "call",
            Self::Invitation => "invitation",
            Self::Api => "api",
            Self::SecondStep => "second_step",
            Self::View => "view",
        }
    }
}

/// A private link.
#[derive(Clone, Debug)]
pub struct Link {
    /// The request, call or person it is about.
    pub subject: Uuid,
    /// The organisation that works on it, or the account that the program acts for.
    pub holder: Option<Uuid>,
    /// When it ends.
    pub ends_at: Option<Moment>,
    /// When it was used, for links that work once.
    pub used_at: Option<Moment>,
}

/// A link as it is kept, without its secret.
#[derive(Clone, Debug)]
pub struct KeptLink {
    /// When it was given.
    pub given_at: Moment,
    /// The link.
    pub link: Link,
}

impl Tx<'_> {
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

    /// The link about a subject of a kind that has one at a time, whether it has ended or not; the newest of several.
    ///
    /// # Errors
    /// What the engine says.
    pub fn link_about(
        &mut self,
        community: CommunityCode,
        subject: Uuid,
        kind: LinkKind,
    ) -> Result<Option<KeptLink>> {
        self.first(
            "SELECT created_at, holder_id, ends_at, used_at FROM link
             WHERE community_id = ?1 AND subject_id = ?2 AND kind = ?3 ORDER BY created_at DESC, token",
            values![community, subject, kind.name()],
            |row| {
                let (holder, ends_at, used_at) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok(KeptLink { given_at: row.get(0)?, link: Link { subject, holder, ends_at, used_at } })
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

    /// Ends the links of a subject of a kind that one holder has.
    ///
    /// # Errors
    /// What the engine says.
    pub fn end_links_of(
        &mut self,
        community: CommunityCode,
        subject: Uuid,
        holder: Uuid,
        kind: LinkKind,
    ) -> Result<()> {
        self.forget();
        self.put(
            "DELETE FROM link WHERE community_id = ?1 AND subject_id = ?2 AND holder_id = ?3 AND kind = ?4",
            values![community, subject, holder, kind.name()],
        )
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
}
