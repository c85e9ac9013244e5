//! Allocations.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::Allocation;
use guanjia_domain::ids::AllocationId;

fn allocation(row: &Row) -> Result<Allocation> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

impl Tx<'_> {
    /// The newest allocations of a community, whether they are open or not.
    ///
    /// # Errors
    /// What the engine says.
    pub fn allocations(&mut self, community: CommunityCode, most: u32) -> Result<Vec<Allocation>> {
        self.query(
            "SELECT body FROM allocation WHERE community_id = ?1 ORDER BY id DESC LIMIT ?2",
            values![community, most],
            allocation,
        )
    }

    /// One of them.
    ///
    /// # Errors
    /// What the engine says.
    pub fn allocation(&mut self, community: CommunityCode, id: AllocationId) -> Result<Option<Allocation>> {
        self.first(
            "SELECT body FROM allocation WHERE community_id = ?1 AND id = ?2",
            values![community, id.0],
            allocation,
        )
    }
}
