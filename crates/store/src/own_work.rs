//! Reading the own work of stewards and grid workers.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::RequestId;
use guanjia_domain::own_work::{Work, WorkKind};
use guanjia_domain::request::{Place, Request};
use uuid::Uuid;

fn work(row: &Row) -> Result<Work> {
    Ok(serde_json::from_str(&row.get::<String>(0)?)?)
}

impl Tx<'_> {
    /// One piece of work.
    ///
    /// # Errors
    /// What the engine says.
    pub fn work(&mut self, community: CommunityCode, kind: WorkKind, id: Uuid) -> Result<Option<Work>> {
        let found = self.of_the_work(kind.name(), community, id.as_bytes(), |tx| {
            tx.first(
                "SELECT body FROM own_work WHERE community_id = ?1 AND kind = ?2 AND id = ?3",
                values![community, kind.name(), id],
                work,
            )
        })?;
        Ok((*found).clone())
    }

    /// What is open of a sort, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_works(&mut self, community: CommunityCode, kind: WorkKind) -> Result<Vec<Work>> {
        let found = self.of_the_work("open works", community, kind.name().as_bytes(), |tx| {
            tx.query(
                "SELECT body FROM own_work WHERE community_id = ?1 AND kind = ?2 AND is_open = 1 ORDER BY id DESC",
                values![community, kind.name()],
                work,
            )
        })?;
        Ok((*found).clone())
    }

    /// The newest of a sort, whether they are open or not.
    ///
    /// # Errors
    /// What the engine says.
    pub fn newest_works(&mut self, community: CommunityCode, kind: WorkKind, most: u32) -> Result<Vec<Work>> {
        let which = format!("{} {most}", kind.name());
        let found = self.of_the_work("newest works", community, which.as_bytes(), |tx| {
            tx.query(
                "SELECT body FROM own_work WHERE community_id = ?1 AND kind = ?2 ORDER BY id DESC LIMIT ?3",
                values![community, kind.name(), most],
                work,
            )
        })?;
        Ok((*found).clone())
    }

    /// The oldest request about a matter that is open at just this place.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_at(
        &mut self,
        community: CommunityCode,
        place: &Place,
        matter: &str,
    ) -> Result<Option<RequestId>> {
        let (building, unit) = (place.building.map(|id| id.0), place.unit.map(|id| id.0));
        let open = self.query(
            "SELECT body FROM request WHERE community_id = ?1 AND estate_id = ?2 AND is_open = 1
             AND COALESCE(building_id, ?5) = ?3 AND COALESCE(unit_id, ?5) = ?4 ORDER BY due_at, id",
            values![
                community,
                place.estate.0,
                building.unwrap_or_default(),
                unit.unwrap_or_default(),
                Uuid::nil()
            ],
            |row| Ok(serde_json::from_str::<Request>(&row.get::<String>(0)?)?),
        )?;
        let same = |it: &&Request| it.place == *place && it.matter.as_deref() == Some(matter);
        Ok(open.iter().filter(same).map(|it| it.id).min())
    }
}
