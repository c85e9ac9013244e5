//! Requests whose line of life is behind them: a server of before wrote them, which knows of no such line. It runs
//! beside a newer one while an installation with several servers is brought up to date. Their lines are made from
//! the events whenever somebody looks, and written as soon as a newer server meets them.

use crate::db::Db;
use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::ids::RequestId;
use guanjia_domain::numbers::Line;
use guanjia_domain::{CommunityCode, Entity, Subject};
use std::collections::HashMap;

/// How many lines are written in one transaction: others file requests meanwhile.
const AT_ONCE: u32 = 200;

impl Db {
    /// Writes the lines of requests of a community that are behind, and says how many. Blocks; not to be called from
    /// inside a transaction.
    ///
    /// # Errors
    /// What the engine says; what was written before it stays written.
    pub fn catch_up(&self, community: CommunityCode) -> Result<usize> {
        let mut written = 0;
        while !self.read(|tx| tx.behind(community, 1))?.is_empty() {
            // A writer holds the head of its community: no server, of whatever version, decides beside it.
            written += self.write(community, move |tx| tx.catch_up(community)).wait()?;
        }
        Ok(written)
    }
}

impl Tx<'_> {
    fn behind(&mut self, community: CommunityCode, most: u32) -> Result<Vec<RequestId>> {
        self.query(
            "SELECT id FROM request WHERE community_id = ?1 AND life_of <> version ORDER BY id LIMIT ?2",
            values![community, most],
            |row| Ok(RequestId(row.get(0)?)),
        )
    }

    fn catch_up(&mut self, community: CommunityCode) -> Result<usize> {
        let behind = self.behind(community, AT_ONCE)?;
        for id in &behind {
            match self.entity(community, Subject::Request(*id))? {
                Some(entity) => self.show_over(community, &entity)?,
                // A row of which no event speaks: the verifier names it, and there is nothing to make a line from.
                None => self.put(
                    "UPDATE request SET life_of = version WHERE community_id = ?1 AND id = ?2",
                    values![community, id.0],
                )?,
            }
        }
        Ok(behind.len())
    }

    /// The lines that are not written yet.
    pub(crate) fn lines_behind(&mut self, community: CommunityCode) -> Result<HashMap<RequestId, Line>> {
        let mut lines = HashMap::new();
        for id in self.behind(community, u32::MAX)? {
            if let Some(Entity::Request(request)) = self.entity(community, Subject::Request(id))? {
                lines.insert(id, Line::of(&request));
            }
        }
        Ok(lines)
    }
}
