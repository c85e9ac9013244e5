//! Counts over open requests and residents, for plans and lists of places. Nothing here is stored: it is counted
//! from the read tables whenever somebody looks.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::ids::{BuildingId, EstateId, UnitId};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// How many requests of a building are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenHere {
    /// The estate.
    pub estate: EstateId,
    /// The building; `None` for requests that name none.
    pub building: Option<BuildingId>,
    /// Open requests.
    pub open: u64,
    /// Those of them past their due time.
    pub overdue: u64,
}

impl Tx<'_> {
    /// Open requests counted by building, of one estate or of all with `None`. Buildings without any are left out.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_by_building(
        &mut self,
        community: CommunityCode,
        estate: Option<EstateId>,
        now: Moment,
    ) -> Result<Vec<OpenHere>> {
        self.query(
            "SELECT estate_id, building_id, count(*), CAST(sum(CASE WHEN due_at < ?3 THEN 1 ELSE 0 END) AS BIGINT)
             FROM request WHERE community_id = ?1 AND estate_id = COALESCE(?2, estate_id) AND is_open = 1
             GROUP BY estate_id, building_id",
            values![community, estate.map(|id| id.0), now],
            |row| {
                Ok(OpenHere {
                    estate: EstateId(row.get(0)?),
                    building: row.get::<Option<Uuid>>(1)?.map(BuildingId),
                    open: row.get(2)?,
                    overdue: row.get(3)?,
                })
            },
        )
    }

    /// The open requests of a building.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_in_building(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        building: BuildingId,
    ) -> Result<Vec<Request>> {
        self.query(
            "SELECT body FROM request WHERE community_id = ?1 AND estate_id = ?2 AND building_id = ?3 AND is_open = 1",
            values![community, estate.0, building.0],
            |row| Ok(serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }

    /// The requests of a unit, open or not, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn requests_of_unit(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        unit: UnitId,
        most: u32,
    ) -> Result<Vec<Request>> {
        self.query(
            "SELECT body FROM request WHERE community_id = ?1 AND estate_id = ?2 AND unit_id = ?3
             ORDER BY id DESC LIMIT ?4",
            values![community, estate.0, unit.0, most],
            |row| Ok(serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }

    /// The highest floor of every building of an estate that has rooms.
    ///
    /// # Errors
    /// What the engine says.
    pub fn highest_floors(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<(BuildingId, u32)>> {
        self.query(
            concat!(
                "SELECT b.id, max(r.floor) FROM estate e JOIN building b ON b.community_id = e.community_id
             JOIN unit u ON u.community_id = b.community_id AND u.building_id = b.id
             JOIN room r ON r.community_id = u.community_id AND r.unit_id = u.id
             WHERE e.community_id = ?1 AND e.id = ?2 AND ",
                crate::places::ever_in!(),
                " GROUP BY b.id"
            ),
            values![community, estate.0],
            |row| Ok((BuildingId(row.get(0)?), u32::try_from(row.get::<i64>(1)?).unwrap_or(0))),
        )
    }

    /// How many residents of an estate are known by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn residents(&mut self, community: CommunityCode, estate: EstateId) -> Result<u64> {
        let count = self.first(
            "SELECT count(*) FROM resident WHERE community_id = ?1 AND estate_id = ?2 AND erased = 0",
            values![community, estate.0],
            |row| row.get(0),
        )?;
        Ok(count.unwrap_or(0))
    }
}
