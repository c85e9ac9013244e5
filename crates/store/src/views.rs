//! Reading saved views.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::ViewId;
use guanjia_domain::saved_view::SavedView;

impl Tx<'_> {
    /// A view, unless it was removed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn saved_view(&mut self, community: CommunityCode, id: ViewId) -> Result<Option<SavedView>> {
        self.first(
            "SELECT body FROM saved_view WHERE community_id = ?1 AND id = ?2 AND removed = 0",
            values![community, id.0],
            |row| Ok(serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }

    /// The views of a community, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn saved_views(&mut self, community: CommunityCode) -> Result<Vec<SavedView>> {
        self.query(
            "SELECT body FROM saved_view WHERE community_id = ?1 AND removed = 0 ORDER BY id DESC",
            values![community],
            |row| Ok(serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }
}
