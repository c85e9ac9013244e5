//! Who is at home where.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::card::Stay;
use guanjia_domain::ids::{BuildingId, EstateId, ResidentId, RoomId, UnitId};
use guanjia_domain::place::Standing;
use guanjia_domain::{CommunityCode, Moment};

/// Somebody is at home in a room, or somewhere in an estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HomeRow {
    /// Who.
    pub resident: ResidentId,
    /// In which room.
    pub room: Option<RoomId>,
    /// As what.
    pub stay: Stay,
}

/// Where a room is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomPlace {
    /// Its estate.
    pub estate: EstateId,
    /// Its building.
    pub building: BuildingId,
    /// Its unit.
    pub unit: UnitId,
    /// Estate, building, unit and room, as names.
    pub names: [String; 4],
}

fn home(row: &Row) -> Result<HomeRow> {
    let stay: String = row.get(2)?;
    let stay = Stay::of_name(&stay).ok_or_else(|| StoreError::Damaged(format!("stay {stay}")))?;
    Ok(HomeRow { resident: ResidentId(row.get(0)?), room: row.get::<Option<_>>(1)?.map(RoomId), stay })
}

impl Tx<'_> {
    /// Who is at home in a building, in the order in which they became known.
    ///
    /// # Errors
    /// What the engine says.
    pub fn homes_in_building(&mut self, community: CommunityCode, id: BuildingId) -> Result<Vec<HomeRow>> {
        self.query(
            "SELECT h.resident_id, h.room_id, h.stay FROM unit u
             JOIN room r ON r.community_id = u.community_id AND r.unit_id = u.id
             JOIN resident_home h ON h.community_id = r.community_id AND h.room_id = r.id
             WHERE u.community_id = ?1 AND u.building_id = ?2 ORDER BY h.resident_id",
            values![community, id.0],
            home,
        )
    }

    /// Who is at home in a room.
    ///
    /// # Errors
    /// What the engine says.
    pub fn homes_in_room(&mut self, community: CommunityCode, id: RoomId) -> Result<Vec<HomeRow>> {
        self.query(
            "SELECT resident_id, room_id, stay FROM resident_home WHERE community_id = ?1 AND room_id = ?2
             ORDER BY resident_id",
            values![community, id.0],
            home,
        )
    }

    /// Who is at home in an estate, nobody knows where.
    ///
    /// # Errors
    /// What the engine says.
    pub fn homes_without_room(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        most: u32,
    ) -> Result<Vec<HomeRow>> {
        self.query(
            "SELECT resident_id, room_id, stay FROM resident_home WHERE community_id = ?1 AND estate_id = ?2
             AND room_id IS NULL ORDER BY resident_id LIMIT ?3",
            values![community, estate.0, most],
            home,
        )
    }

    /// Where a room is at a moment: buildings come to other estates.
    ///
    /// # Errors
    /// What the engine says.
    pub fn room_place(
        &mut self,
        community: CommunityCode,
        room: RoomId,
        at: Moment,
    ) -> Result<Option<RoomPlace>> {
        let moves = self.moves(community)?;
        let found = self.first(
            "SELECT b.estate_id, b.id, u.id, b.name, u.name, r.name FROM room r
             JOIN unit u ON u.community_id = r.community_id AND u.id = r.unit_id
             JOIN building b ON b.community_id = u.community_id AND b.id = u.building_id
             WHERE r.community_id = ?1 AND r.id = ?2",
            values![community, room.0],
            |row| {
                let building = BuildingId(row.get(1)?);
                let moves = moves.get(&building).cloned().unwrap_or_default();
                Ok(RoomPlace {
                    estate: Standing { first: EstateId(row.get(0)?), moves }.at(at),
                    building,
                    unit: UnitId(row.get(2)?),
                    names: [String::new(), row.get(3)?, row.get(4)?, row.get(5)?],
                })
            },
        )?;
        let Some(mut place) = found else { return Ok(None) };
        if let Some((_, name)) = self.estate_names(community)?.iter().find(|(id, _)| *id == place.estate) {
            place.names[0].clone_from(name);
        }
        Ok(Some(place))
    }

    /// Whose cards there are, after one.
    ///
    /// # Errors
    /// What the engine says.
    pub fn cards_after(
        &mut self,
        community: CommunityCode,
        after: ResidentId,
        most: u32,
    ) -> Result<Vec<ResidentId>> {
        self.query(
            "SELECT id FROM resident WHERE community_id = ?1 AND erased = 0 AND id > ?2 ORDER BY id LIMIT ?3",
            values![community, after.0, most],
            |row| Ok(ResidentId(row.get(0)?)),
        )
    }
}
