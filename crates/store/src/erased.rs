//! What was taken out of the vault for good, by number: the list that is played again over an older backup. It holds
//! no data of anybody, only ids that say nothing without the ledger.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::{CommunityCode, Moment};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The kind that stands for everything of an owner.
pub const ALL: &str = "*";

/// The kind of a case of the register of rights that was declined: who asked is forgotten, and nothing was done.
pub const DECLINED: &str = "declined";

/// The kind of a photo of a request.
pub const PHOTO: &str = "photo";

/// One thing that was erased.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// In which community.
    pub community: CommunityCode,
    /// Of which request or resident.
    pub owner: Uuid,
    /// [`ALL`], [`DECLINED`], [`PHOTO`], the name of a kind of the vault, or `field:` and the word of a field of a
    /// card.
    pub kind: String,
    /// The number of the item.
    #[serde(default)]
    pub n: u32,
    /// When.
    pub at: Moment,
}

impl Tx<'_> {
    /// Notes that something was erased.
    ///
    /// # Errors
    /// What the engine says.
    pub fn note_erased(&mut self, it: &Erased) -> Result<()> {
        self.put(
            "INSERT INTO erased (community_id, owner_id, kind, n, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (community_id, owner_id, kind, n, at) DO NOTHING",
            values![it.community, it.owner, it.kind.as_str(), it.n, it.at],
        )
    }

    /// Everything that was ever erased here, oldest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn all_erased(&mut self) -> Result<Vec<Erased>> {
        self.query(
            "SELECT community_id, owner_id, kind, n, at FROM erased ORDER BY at, community_id, owner_id, kind, n",
            &[],
            |row| {
                Ok(Erased {
                    community: row.get(0)?,
                    owner: row.get(1)?,
                    kind: row.get(2)?,
                    n: row.get(3)?,
                    at: row.get(4)?,
                })
            },
        )
    }

    /// Forgets by what an owner was found, and nothing else.
    ///
    /// # Errors
    /// What the engine says.
    pub fn forget_contacts(&mut self, community: CommunityCode, owner: Uuid) -> Result<()> {
        self.put("DELETE FROM contact WHERE community_id = ?1 AND owner_id = ?2", values![community, owner])
    }
}
