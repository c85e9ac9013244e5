//! From the measures of a building to its rooms.

use serde::Serialize;

use crate::rows::{BuildingRow, RoomRow, Workbook};
use crate::text::{building_key, key};
use std::collections::HashMap;

/// Most rooms that one building expands to.
pub const MOST_ROOMS: u64 = 5_000;

/// A room to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoomSpec {
    /// The unit as it is shown: 2单元.
    pub unit: String,
    /// The floor, 1 is the ground floor; below ground it is negative.
    pub floor: i16,
    /// The room, without 室: the floor and two digits, as 501.
    pub room: String,
    /// Households in it.
    pub households: u32,
}

/// The rooms of a regular building in the usual numbering, floor × 100 + place on the floor, unit by unit and floor
/// by floor. The households are spread evenly, so that their sum is the building's count. Empty when a measure is
/// missing or the building would have more than [`MOST_ROOMS`].
pub fn rooms_of(building: &BuildingRow) -> Vec<RoomSpec> {
    let (Some(units), Some(floors), Some(per_floor)) = (building.units, building.floors, building.per_floor)
    else {
        return Vec::new();
    };
    let count = room_count(building);
    if count == 0 || count > MOST_ROOMS {
        return Vec::new();
    }
    let households = building.households.map_or(count, u64::from);
    // The share of the first n rooms, rounded down; a room gets the difference of two shares.
    let share = |rooms: u64| rooms * households / count;
    let mut rooms = Vec::new();
    for unit in 1..=units {
        for floor in 1..=floors {
            for place in 1..=u32::from(per_floor) {
                let made = u64::try_from(rooms.len()).unwrap_or(u64::MAX);
                rooms.push(RoomSpec {
                    unit: format!("{unit}单元"),
                    floor: i16::try_from(floor).unwrap_or(i16::MAX),
                    room: (u32::from(floor) * 100 + place).to_string(),
                    households: u32::try_from(share(made + 1) - share(made)).unwrap_or(u32::MAX),
                });
            }
        }
    }
    rooms
}

/// How many rooms the measures of a building give; 0 when one is missing.
pub(crate) fn room_count(building: &BuildingRow) -> u64 {
    let measures = [building.units, building.floors, building.per_floor];
    measures.into_iter().map(|measure| measure.map_or(0, u64::from)).product()
}

impl Workbook {
    /// Every building with its rooms: those that the sheet 户室 lists, or else what the measures give.
    pub fn expanded(&self) -> Vec<(&BuildingRow, Vec<RoomSpec>)> {
        let mut listed: HashMap<(String, String), Vec<RoomSpec>> = HashMap::new();
        for row in &self.rooms {
            listed.entry(building_of(&row.estate, &row.building)).or_default().push(listed_room(row));
        }
        let rooms = |building: &BuildingRow| {
            listed
                .remove(&building_of(&building.estate, &building.name))
                .unwrap_or_else(|| rooms_of(building))
        };
        let mut rooms = rooms;
        self.buildings.iter().map(|building| (building, rooms(building))).collect()
    }
}

fn building_of(estate: &str, building: &str) -> (String, String) {
    (key(estate), building_key(building))
}

fn listed_room(row: &RoomRow) -> RoomSpec {
    // 501 lies on floor 5, 1203 on 12; a room without such a number is taken for the ground floor.
    let floor = row.room.parse::<u32>().ok().map_or(1, |number| number / 100).clamp(1, 200);
    RoomSpec {
        unit: row.unit.clone(),
        floor: row.floor.unwrap_or_else(|| i16::try_from(floor).unwrap_or(1)),
        room: row.room.clone(),
        households: row.households,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;
    use proptest::prelude::*;

    fn building(units: u16, floors: u16, per_floor: u16, households: Option<u32>) -> BuildingRow {
        BuildingRow {
            place: Place { sheet: "楼栋".into(), row: 2 },
            estate: "和平苑".to_owned(),
            name: "1号楼".to_owned(),
            units: Some(units),
            floors: Some(floors),
            per_floor: Some(per_floor),
            households,
            basement: 0,
            position: None,
            others: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn households_add_up_and_doors_differ(
            units in 1u16..6, floors in 1u16..40, per_floor in 1u16..8, households in proptest::option::of(0u32..3000)
        ) {
            let building = building(units, floors, per_floor, households);
            let rooms = rooms_of(&building);
            let sum: u32 = rooms.iter().map(|room| room.households).sum();
            prop_assert_eq!(u64::from(sum), households.map_or(room_count(&building), u64::from));
            let doors: std::collections::HashSet<_> = rooms.iter().map(|room| (&room.unit, &room.room)).collect();
            prop_assert_eq!(doors.len(), rooms.len());
        }
    }

    #[test]
    fn a_building_beyond_the_bound_makes_no_rooms() {
        assert!(rooms_of(&building(60, 150, 99, None)).is_empty());
    }
}
