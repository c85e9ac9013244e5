//! Facts of requests, read by the day they were reported from one index, in bounded memory.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, UnitId};
use guanjia_domain::numbers::{Fact, Line, Where, Whose};
use guanjia_domain::{CommunityCode, Moment};
use std::collections::HashMap;
use std::ops::Range;
use uuid::Uuid;

fn fact(row: &Row, whose: &Whose, behind: &HashMap<RequestId, Line>) -> Result<Fact> {
    let at = Where {
        reported_at: row.get(0)?,
        id: RequestId(row.get(1)?),
        estate: EstateId(row.get(2)?),
        building: row.get::<Option<Uuid>>(3)?.map(BuildingId),
        unit: row.get::<Option<Uuid>>(4)?.map(UnitId),
    };
    let line = match behind.get(&at.id) {
        Some(line) => Some(line.clone()),
        None => Line::read(&row.get::<String>(5)?),
    };
    let line = line.ok_or_else(|| StoreError::Damaged(format!("request {}: life", at.id)))?;
    Ok(Fact::new(at, line, whose))
}

impl Tx<'_> {
    /// Hands every request that was reported in a period to `take`, in the order of the report. None is kept.
    ///
    /// # Errors
    /// What the engine or `take` says; [`StoreError::Damaged`] for a line that cannot be read.
    pub fn facts(
        &mut self,
        community: CommunityCode,
        period: Range<Moment>,
        whose: &Whose,
        mut take: impl FnMut(Fact) -> Result<()>,
    ) -> Result<()> {
        let behind = self.lines_behind(community)?;
        self.each(
            "SELECT reported_at, id, estate_id, building_id, unit_id, life FROM request
             WHERE community_id = ?1 AND reported_at >= ?2 AND reported_at < ?3 ORDER BY reported_at, id",
            values![community, period.start, period.end],
            |row| take(fact(row, whose, &behind)?),
        )
    }

    /// Hands every open request to `take`, whenever it was reported.
    ///
    /// # Errors
    /// As [`Tx::facts`].
    pub fn open_facts(
        &mut self,
        community: CommunityCode,
        whose: &Whose,
        mut take: impl FnMut(Fact) -> Result<()>,
    ) -> Result<()> {
        let behind = self.lines_behind(community)?;
        self.each(
            "SELECT reported_at, id, estate_id, building_id, unit_id, life FROM request
             WHERE community_id = ?1 AND is_open = 1",
            values![community],
            |row| take(fact(row, whose, &behind)?),
        )
    }

    /// Hands every request that was reported before `start` and ended at it or later to `take`.
    ///
    /// # Errors
    /// As [`Tx::facts`].
    pub fn facts_ended_since(
        &mut self,
        community: CommunityCode,
        start: Moment,
        whose: &Whose,
        mut take: impl FnMut(Fact) -> Result<()>,
    ) -> Result<()> {
        let behind = self.lines_behind(community)?;
        self.each(
            "SELECT reported_at, id, estate_id, building_id, unit_id, life FROM request
             WHERE community_id = ?1 AND ended_at >= ?2 AND is_open = 0 AND reported_at < ?2",
            values![community, start],
            |row| take(fact(row, whose, &behind)?),
        )
    }

    /// Shows every request as its events tell of it. For a step of the schema that gives requests a new column.
    pub(crate) fn requests_anew(&mut self, community: CommunityCode) -> Result<()> {
        let ids = "SELECT id FROM request WHERE community_id = ?1 ORDER BY id";
        for id in self.query(ids, values![community], |row| Ok(RequestId(row.get(0)?)))? {
            if let Some(entity) = self.entity(community, guanjia_domain::Subject::Request(id))? {
                self.show_over(community, &entity)?;
            }
        }
        Ok(())
    }
}
