//! What the access log knows of backups.

use super::write::FAILED;
use crate::error::Result;
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// When backups were made, and when one that was due failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// The last one that was made and proved.
    pub made: Option<Moment>,
    /// The last one that failed, unless one was made since.
    pub failed: Option<Moment>,
}

impl Backups {
    /// Of a community.
    ///
    /// # Errors
    /// What the engine says.
    pub fn of(tx: &mut Tx, community: CommunityCode) -> Result<Self> {
        let (made, failed) = (tx.last_access(community, "backup")?, tx.last_access(community, FAILED)?);
        Ok(Self { made, failed: failed.filter(|at| made.is_none_or(|made| *at > made)) })
    }

    /// Of an installation, from those of two of its communities.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let made = self.made.max(other.made);
        let failed = self.failed.max(other.failed).filter(|at| made.is_none_or(|made| *at > made));
        Self { made, failed }
    }
}
