//! Hand-overs.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::hand_over::HandOver;
use guanjia_domain::ids::HandOverId;
use std::sync::Arc;

impl Tx<'_> {
    /// Every hand-over of a community, the oldest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn hand_overs(&mut self, community: CommunityCode) -> Result<Arc<Vec<HandOver>>> {
        self.of_the_house("hand-overs", community, &[], |tx| {
            let rows = "SELECT body FROM hand_over WHERE community_id = ?1 ORDER BY id";
            let read = |row: &crate::value::Row| Ok(serde_json::from_str(&row.get::<String>(0)?)?);
            tx.query(rows, values![community], read)
        })
    }

    /// One of them.
    ///
    /// # Errors
    /// What the engine says.
    pub fn hand_over(&mut self, community: CommunityCode, id: HandOverId) -> Result<Option<HandOver>> {
        Ok(self.hand_overs(community)?.iter().find(|it| it.id == id).cloned())
    }
}
