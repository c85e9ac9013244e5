//! What people said on their own figures.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::ids::StaffId;
use guanjia_domain::{CommunityCode, Moment};

impl Tx<'_> {
    /// Every comment that is still there, the newest first: who, its number, when.
    ///
    /// # Errors
    /// What the engine says.
    pub fn load_comments(&mut self, community: CommunityCode) -> Result<Vec<(StaffId, u32, Moment)>> {
        self.query(
            "SELECT staff_id, n, at FROM load_comment WHERE community_id = ?1 ORDER BY at DESC, staff_id, n",
            values![community],
            |row| Ok((StaffId(row.get(0)?), u32::try_from(row.get::<i64>(1)?).unwrap_or(0), row.get(2)?)),
        )
    }
}
