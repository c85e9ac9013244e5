//! Reading calls for help.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::call::Call;
use guanjia_domain::ids::{CallId, RequestId};

fn call(row: &Row) -> Result<Call> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

impl Tx<'_> {
    /// One call.
    ///
    /// # Errors
    /// What the engine says.
    pub fn call(&mut self, community: CommunityCode, id: CallId) -> Result<Option<Call>> {
        let found = "SELECT body FROM whistle_call WHERE community_id = ?1 AND id = ?2";
        self.first(found, values![community, id.0], call)
    }

    /// The calls about a request, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn calls_of(&mut self, community: CommunityCode, request: RequestId) -> Result<Vec<Call>> {
        let about = "SELECT c.body FROM whistle_call_request l JOIN whistle_call c
            ON c.community_id = l.community_id AND c.id = l.call_id
            WHERE l.community_id = ?1 AND l.request_id = ?2 ORDER BY c.id DESC";
        self.query(about, values![community, request.0], call)
    }

    /// Hands every call of a community to `take`, the oldest first, and keeps none.
    ///
    /// # Errors
    /// What the engine or `take` says.
    pub fn each_call(
        &mut self,
        community: CommunityCode,
        mut take: impl FnMut(Call) -> Result<()>,
    ) -> Result<()> {
        let all = "SELECT body FROM whistle_call WHERE community_id = ?1 ORDER BY id";
        self.each(all, values![community], |row| take(call(row)?))
    }

    /// Calls that are open, or over, the newest first: those before `after`, `most` at most.
    ///
    /// # Errors
    /// What the engine says.
    pub fn calls(
        &mut self,
        community: CommunityCode,
        open: bool,
        after: Option<CallId>,
        most: u32,
    ) -> Result<Vec<Call>> {
        let before = after.map_or(uuid::Uuid::max(), |it| it.0);
        let newest = "SELECT body FROM whistle_call WHERE community_id = ?1 AND is_open = ?2 AND id < ?3
            ORDER BY id DESC LIMIT ?4";
        self.query(newest, values![community, open, before, most], call)
    }
}
