//! Reading places, people and who looks after what.

mod claims;
mod grids;
mod homes;
mod moves;
mod people;

pub use claims::InForce;
pub use homes::{HomeRow, RoomPlace};
pub(crate) use moves::ever_in;
pub use people::ResidentRow;

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::{Row, Value};
use crate::values;

use guanjia_domain::house::Community;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId, UnitId};
use guanjia_domain::{CommunityCode, Moment};

use guanjia_domain::place::{Estate, Point, Room, Standing};
use guanjia_domain::request::Place;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// A building as lists show it.
#[derive(Clone, Debug)]
pub struct BuildingRow {
    /// Its id.
    pub id: BuildingId,
    /// The estate in which it stands at the moment that was asked for.
    pub estate: EstateId,
    /// Every estate it stands in, by date.
    pub standing: Standing,
    /// Its name.
    pub name: String,
    /// How many households.
    pub households: u32,
    /// Its footprint.
    pub outline: Vec<Point>,
}

/// A unit as lists show it.
#[derive(Clone, Debug)]
pub struct UnitRow {
    /// Its id.
    pub id: UnitId,
    /// Its building.
    pub building: BuildingId,
    /// Its name.
    pub name: String,
    /// How many households.
    pub households: u32,
}

/// What exists of a place, with its names.
#[derive(Clone, Debug, Default)]
pub struct FoundPlace {
    /// The estate's name; `None` when there is no such estate here.
    pub estate: Option<String>,
    /// The building's, when it stands in that estate.
    pub building: Option<String>,
    /// The unit's, when it is one of that building.
    pub unit: Option<String>,
    /// The room's, when it is one of that unit.
    pub room: Option<String>,
}

/// What a transaction remembers of places.
const PLACE: &str = "place";
const LOOK_UP_PLACE: &str = concat!(
    "SELECT e.name, b.name, u.name, r.name FROM estate e
    LEFT JOIN building b ON b.community_id = e.community_id AND b.id = ?3 AND ",
    ever_in!(),
    " LEFT JOIN unit u ON u.community_id = e.community_id AND u.id = ?4 AND u.building_id = b.id
    LEFT JOIN room r ON r.community_id = e.community_id AND r.id = ?5 AND r.unit_id = u.id
    WHERE e.community_id = ?1 AND e.id = ?2"
);

fn place_values(community: CommunityCode, place: &Place) -> Vec<Value> {
    let [building, unit, room] = parts_below(place);
    values![community, place.estate.0, building, unit, room].to_vec()
}

fn place_key(place: &Place) -> Vec<u8> {
    let below = parts_below(place).into_iter().flat_map(|id| id.unwrap_or_default().into_bytes());
    place.estate.0.into_bytes().into_iter().chain(below).collect()
}

fn parts_below(place: &Place) -> [Option<Uuid>; 3] {
    [place.building.map(|id| id.0), place.unit.map(|id| id.0), place.room.map(|id| id.0)]
}

fn found_place(row: &Row) -> Result<FoundPlace> {
    Ok(FoundPlace { estate: row.get(0)?, building: row.get(1)?, unit: row.get(2)?, room: row.get(3)? })
}

impl Tx<'_> {
    /// Every community and office of this installation, by code.
    ///
    /// # Errors
    /// What the engine says.
    pub fn communities(&mut self) -> Result<Vec<(CommunityCode, Community)>> {
        self.query("SELECT community_id, body FROM community ORDER BY community_id", &[], |row| {
            Ok((row.get(0)?, serde_json::from_str(&row.get::<String>(1)?)?))
        })
    }

    /// A community.
    ///
    /// # Errors
    /// What the engine says.
    pub fn community(&mut self, code: CommunityCode) -> Result<Option<Community>> {
        let found = self.of_the_house("community", code, &[], |tx| {
            tx.first("SELECT body FROM community WHERE community_id = ?1", values![code], |row| {
                Ok(serde_json::from_str(&row.get::<String>(0)?)?)
            })
        })?;
        Ok((*found).clone())
    }

    /// The estates of a community by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn estates(&mut self, community: CommunityCode) -> Result<Vec<Estate>> {
        self.query(
            "SELECT id, body FROM estate WHERE community_id = ?1 ORDER BY name",
            values![community],
            |row| {
                Ok(Estate { id: EstateId(row.get(0)?), facts: serde_json::from_str(&row.get::<String>(1)?)? })
            },
        )
    }

    /// The names of the estates of a community, in their order.
    ///
    /// # Errors
    /// What the engine says.
    pub fn estate_names(&mut self, community: CommunityCode) -> Result<Arc<Vec<(EstateId, String)>>> {
        self.of_the_house("estate names", community, &[], |tx| {
            tx.query(
                "SELECT id, name FROM estate WHERE community_id = ?1 ORDER BY name",
                values![community],
                |row| Ok((EstateId(row.get(0)?), row.get(1)?)),
            )
        })
    }

    /// An estate.
    ///
    /// # Errors
    /// What the engine says.
    pub fn estate(&mut self, community: CommunityCode, id: EstateId) -> Result<Option<Estate>> {
        let found = self.of_the_house("estate", community, id.0.as_bytes(), |tx| {
            tx.first(
                "SELECT body FROM estate WHERE community_id = ?1 AND id = ?2",
                values![community, id.0],
                |row| Ok(Estate { id, facts: serde_json::from_str(&row.get::<String>(0)?)? }),
            )
        })?;
        Ok((*found).clone())
    }

    /// What exists of a place, in one question.
    ///
    /// # Errors
    /// What the engine says.
    pub fn place(&mut self, community: CommunityCode, place: &Place) -> Result<FoundPlace> {
        let found = self.of_the_house(PLACE, community, &place_key(place), |tx| {
            if place.unit.is_none() && place.room.is_none() {
                return tx.place_outdoors(community, place);
            }
            let found = tx.first(LOOK_UP_PLACE, &place_values(community, place), found_place)?;
            Ok::<_, StoreError>(found.unwrap_or_default())
        })?;
        Ok((*found).clone())
    }

    /// An estate, or a building as a whole. Most places are one of these, so an estate is read once with the names
    /// of its buildings, which stand in an index.
    fn place_outdoors(&mut self, community: CommunityCode, place: &Place) -> Result<FoundPlace> {
        let estate = place.estate.0;
        let names = self.of_the_house("outdoors", community, estate.as_bytes(), |tx| -> Result<_> {
            let own = "SELECT name FROM estate WHERE community_id = ?1 AND id = ?2";
            let own = tx.first(own, values![community, estate], |row| row.get::<String>(0))?;
            let buildings = concat!(
                "SELECT b.id, b.name FROM estate e JOIN building b ON b.community_id = e.community_id
                 WHERE e.community_id = ?1 AND e.id = ?2 AND ",
                ever_in!()
            );
            let buildings = tx.query(buildings, values![community, estate], |row| {
                Ok((row.get::<Uuid>(0)?, row.get::<String>(1)?))
            })?;
            Ok((own, buildings.into_iter().collect::<HashMap<_, _>>()))
        })?;
        let (own, buildings) = &*names;
        let building = place.building.filter(|_| own.is_some()).and_then(|id| buildings.get(&id.0)).cloned();
        Ok(FoundPlace { estate: own.clone(), building, ..FoundPlace::default() })
    }

    /// The place of a room.
    ///
    /// # Errors
    /// What the engine says.
    pub fn place_of_room(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        room: RoomId,
    ) -> Result<FoundPlace> {
        let found = self.first(
            concat!(
                "SELECT e.name, b.name, u.name, r.name FROM room r
             JOIN unit u ON u.community_id = r.community_id AND u.id = r.unit_id
             JOIN building b ON b.community_id = u.community_id AND b.id = u.building_id
             JOIN estate e ON e.community_id = b.community_id AND e.id = ?3
             WHERE r.community_id = ?1 AND r.id = ?2 AND ",
                ever_in!()
            ),
            values![community, room.0, estate.0],
            found_place,
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Looks several places up at once, before they are asked for.
    pub(crate) fn foresee_places(&mut self, places: &[(CommunityCode, Place)]) -> Result<()> {
        let mut unknown = Vec::new();
        for (community, place) in places {
            if !self.knows(PLACE, *community, &place_key(place))? {
                unknown.push((*community, place));
            }
        }
        let questions: Vec<_> =
            unknown.iter().map(|(community, place)| place_values(*community, place)).collect();
        let found = self.first_of_each(LOOK_UP_PLACE, &questions, found_place)?;
        for ((community, place), found) in unknown.into_iter().zip(found) {
            self.foreseen(PLACE, community, &place_key(place), found.unwrap_or_default())?;
        }
        Ok(())
    }

    /// The buildings that stand in an estate at a moment, or all with `None`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn buildings(
        &mut self,
        community: CommunityCode,
        estate: Option<EstateId>,
        at: Moment,
    ) -> Result<Vec<BuildingRow>> {
        let moves = self.moves(community)?;
        let born_in = estate.filter(|_| moves.is_empty());
        let mut rows = self.query(
            "SELECT id, estate_id, name, households, outline FROM building WHERE community_id = ?1
             AND estate_id = COALESCE(?2, estate_id)",
            values![community, born_in.map(|id| id.0)],
            |row| {
                let id = BuildingId(row.get(0)?);
                let moves = moves.get(&id).cloned().unwrap_or_default();
                let standing = Standing { first: EstateId(row.get(1)?), moves };
                Ok(BuildingRow {
                    id,
                    estate: standing.at(at),
                    standing,
                    name: row.get(2)?,
                    households: row.get(3)?,
                    outline: serde_json::from_str(&row.get::<String>(4)?)?,
                })
            },
        )?;
        rows.retain(|row| estate.is_none_or(|estate| row.estate == estate));
        rows.sort_by_cached_key(|row| (row.estate, number_in(&row.name), row.name.clone()));
        Ok(rows)
    }

    /// The units of a building, or of all with `None`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn units(&mut self, community: CommunityCode, building: Option<BuildingId>) -> Result<Vec<UnitRow>> {
        self.query(
            "SELECT id, building_id, name, households FROM unit WHERE community_id = ?1
             AND building_id = COALESCE(?2, building_id) ORDER BY building_id, place",
            values![community, building.map(|id| id.0)],
            |row| {
                Ok(UnitRow {
                    id: UnitId(row.get(0)?),
                    building: BuildingId(row.get(1)?),
                    name: row.get(2)?,
                    households: row.get(3)?,
                })
            },
        )
    }

    /// The rooms of a unit in order.
    ///
    /// # Errors
    /// What the engine says.
    pub fn rooms(&mut self, community: CommunityCode, unit: UnitId) -> Result<Vec<Room>> {
        self.query(
            "SELECT id, floor, name, households FROM room WHERE community_id = ?1 AND unit_id = ?2 ORDER BY place",
            values![community, unit.0],
            |row| {
                let small = |value: i64| i16::try_from(value).map_err(|e| StoreError::Damaged(e.to_string()));
                Ok(Room {
                    id: RoomId(row.get(0)?),
                    floor: small(row.get(1)?)?,
                    name: row.get(2)?,
                    households: small(row.get(3)?)?.unsigned_abs(),
                })
            },
        )
    }

    /// The name of a room that belongs to a unit.
    ///
    /// # Errors
    /// What the engine says.
    pub fn room_name(
        &mut self,
        community: CommunityCode,
        unit: UnitId,
        room: RoomId,
    ) -> Result<Option<String>> {
        self.first(
            "SELECT name FROM room WHERE community_id = ?1 AND id = ?2 AND unit_id = ?3",
            values![community, room.0, unit.0],
            |row| row.get(0),
        )
    }

    /// The households of each estate that has buildings at a moment.
    ///
    /// # Errors
    /// What the engine says.
    pub fn households(&mut self, community: CommunityCode, at: Moment) -> Result<Vec<(EstateId, u64)>> {
        let mut found: Vec<(EstateId, u64)> = Vec::new();
        // By estate already.
        for row in self.buildings(community, None, at)? {
            match found.last_mut().filter(|(estate, _)| *estate == row.estate) {
                Some((_, households)) => *households += u64::from(row.households),
                None => found.push((row.estate, row.households.into())),
            }
        }
        Ok(found)
    }
}

/// The first number in a name, so that 10号楼 comes after 9号楼.
fn number_in(name: &str) -> u64 {
    let digits: String =
        name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(18).collect();
    digits.parse().unwrap_or(u64::MAX)
}
