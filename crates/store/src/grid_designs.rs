//! Drafts of grids.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::grid_design::GridDesign;
use guanjia_domain::ids::DesignId;
use std::sync::Arc;

impl Tx<'_> {
    /// Every draft of a community, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn grid_designs(&mut self, community: CommunityCode) -> Result<Arc<Vec<GridDesign>>> {
        self.of_the_house("grid-designs", community, &[], |tx| {
            let rows = "SELECT body FROM grid_design WHERE community_id = ?1 ORDER BY id DESC";
            let read = |row: &crate::value::Row| Ok(serde_json::from_str(&row.get::<String>(0)?)?);
            tx.query(rows, values![community], read)
        })
    }

    /// One of them.
    ///
    /// # Errors
    /// What the engine says.
    pub fn grid_design(&mut self, community: CommunityCode, id: DesignId) -> Result<Option<GridDesign>> {
        Ok(self.grid_designs(community)?.iter().find(|it| it.id == id).cloned())
    }
}
