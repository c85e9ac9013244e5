//! The doors of a survey.

use super::answer::{Answer, Said};
use super::template::AskedAt;
use crate::ids::{AnswerId, BuildingId, RoomId, UnitId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A room of a staircase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StairRoom {
    /// The room.
    pub room: RoomId,
    /// Its floor.
    pub floor: i16,
    /// How many households live there.
    pub households: u16,
}

/// A staircase with those of its rooms that are in the scope, in the order of the walk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stair {
    /// The building.
    pub building: BuildingId,
    /// The unit.
    pub unit: UnitId,
    /// Its rooms, from the ground up.
    pub rooms: Vec<StairRoom>,
}

/// Where a door is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The building.
    pub building: BuildingId,
    /// The unit.
    pub unit: UnitId,
    /// The room; `None` for a unit door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// The floor; 0 for a unit door.
    pub floor: i16,
    /// How many households live behind it.
    pub households: u32,
    /// The rooms behind a unit door.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behind: Vec<RoomId>,
}

impl Spot {
    /// What names it to a phone: the room, or the unit of a unit door.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.room.map_or(self.unit.0, |room| room.0)
    }

    /// Every room behind the door, or the room itself.
    #[must_use]
    pub fn rooms(&self) -> Vec<RoomId> {
        self.room.map_or_else(|| self.behind.clone(), |room| vec![room])
    }
}

/// A door with every answer that was given there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Where it is.
    #[serde(flatten)]
    pub spot: Spot,
    /// The answers, in the order in which they hold: the last is the one that counts.
    #[serde(default)]
    pub trail: Vec<Answer>,
}

impl Door {
    /// The answer that counts; `None` while nobody was there.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.trail.last()
    }

    /// What came out so far.
    #[must_use]
    pub fn said(&self) -> Option<Said> {
        self.answer().map(|it| it.said)
    }

    /// An answer by its id.
    #[must_use]
    pub fn answer_of(&self, id: AnswerId) -> Option<&Answer> {
        self.trail.iter().find(|it| it.id == id)
    }

    /// Whether somebody has to come (again): nobody was there, or nobody opened.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.said(), None | Some(Said::NobodyHome))
    }

    /// Puts an answer where it belongs.
    pub(super) fn put(&mut self, answer: Answer) {
        let at = self.trail.partition_point(|it| it.rank() <= answer.rank());
        self.trail.insert(at, answer);
    }
}

impl AskedAt {
    /// The doors of some staircases, in their order.
    #[must_use]
    pub fn doors(self, stairs: &[Stair]) -> Vec<Spot> {
        let mut doors = Vec::new();
        for stair in stairs {
            let (building, unit) = (stair.building, stair.unit);
            let spot = |it: &StairRoom| Spot {
                building,
                unit,
                room: Some(it.room),
                floor: it.floor,
                households: it.households.into(),
                behind: Vec::new(),
            };
            match self {
                Self::Rooms => doors.extend(stair.rooms.iter().map(spot)),
                Self::UnitDoors => doors.push(Spot {
                    building,
                    unit,
                    room: None,
                    floor: 0,
                    households: stair.rooms.iter().map(|it| u32::from(it.households)).sum(),
                    behind: stair.rooms.iter().map(|it| it.room).collect(),
                }),
            }
        }
        doors
    }
}
