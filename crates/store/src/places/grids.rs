//! Grids by date.

use super::number_in;
use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{GridId, StaffId};
use guanjia_domain::{CommunityCode, Moment};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

impl Tx<'_> {
    /// Every grid of a community with all its drawings, by number.
    ///
    /// # Errors
    /// What the engine says.
    pub fn drawings(&mut self, community: CommunityCode) -> Result<Arc<Vec<Drawings>>> {
        self.of_the_house("drawings", community, &[], |tx| -> Result<_> {
            let mut drawn: HashMap<Uuid, Vec<Drawing>> = HashMap::new();
            let rows =
                "SELECT grid_id, starts_at, worker_id, parts FROM grid_drawing WHERE community_id = ?1";
            tx.each(rows, values![community], |row| {
                let drawing = Drawing {
                    starts_at: row.get(1)?,
                    worker: row.get::<Option<Uuid>>(2)?.map(StaffId),
                    parts: serde_json::from_str(&row.get::<String>(3)?)?,
                };
                drawn.entry(row.get(0)?).or_default().push(drawing);
                Ok(())
            })?;
            let grids = "SELECT id, name FROM grid WHERE community_id = ?1";
            let mut grids = tx.query(grids, values![community], |row| {
                let id: Uuid = row.get(0)?;
                Ok(Drawings::new(GridId(id), row.get(1)?, drawn.remove(&id).unwrap_or_default()))
            })?;
            grids.sort_by_cached_key(|grid| (number_in(&grid.name), grid.name.clone()));
            Ok(grids)
        })
    }

    /// The grids that are drawn at a moment, or those of one worker then.
    ///
    /// # Errors
    /// What the engine says.
    pub fn grids(
        &mut self,
        community: CommunityCode,
        worker: Option<StaffId>,
        at: Moment,
    ) -> Result<Vec<Grid>> {
        let drawings = self.drawings(community)?;
        let drawn = drawings.iter().filter_map(|grid| grid.at(at));
        Ok(drawn.filter(|grid| worker.is_none() || grid.worker == worker).collect())
    }
}
