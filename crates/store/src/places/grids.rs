//! Grids.

use super::number_in;
use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;

use guanjia_domain::house::Grid;
use guanjia_domain::ids::{BuildingId, GridId, StaffId, UnitId};

use guanjia_domain::place::GridPart;

use guanjia_domain::CommunityCode;
use uuid::Uuid;

fn grid_without_parts(row: &Row) -> Result<Grid> {
    let worker = row.get::<Option<Uuid>>(2)?.map(StaffId);
    Ok(Grid { id: GridId(row.get(0)?), name: row.get(1)?, worker, parts: Vec::new() })
}

impl Tx<'_> {
    /// The grids of a community with their parts, or those of one worker.
    ///
    /// # Errors
    /// What the engine says.
    pub fn grids(&mut self, community: CommunityCode, worker: Option<StaffId>) -> Result<Vec<Grid>> {
        let mut grids = match worker {
            Some(worker) => self.query(
                "SELECT id, name, worker_id FROM grid WHERE community_id = ?1 AND worker_id = ?2",
                values![community, worker.0],
                grid_without_parts,
            ),
            None => self.query(
                "SELECT id, name, worker_id FROM grid WHERE community_id = ?1",
                values![community],
                grid_without_parts,
            ),
        }?;
        grids.sort_by_cached_key(|grid| (number_in(&grid.name), grid.name.clone()));
        for grid in &mut grids {
            grid.parts = self.query(
                "SELECT building_id, unit_id FROM grid_part WHERE community_id = ?1 AND grid_id = ?2",
                values![community, grid.id.0],
                |row| {
                    let unit: Uuid = row.get(1)?;
                    Ok(GridPart {
                        building: BuildingId(row.get(0)?),
                        unit: (!unit.is_nil()).then_some(UnitId(unit)),
                    })
                },
            )?;
        }
        Ok(grids)
    }
}
