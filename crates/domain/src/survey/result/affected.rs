//! The affected households: those that a project must serve, and that must be told what came of it.

use crate::ids::{AnswerId, BuildingId, RoomId, UnitId};
use crate::survey::answer::{Said, Since};
use crate::survey::state::Survey;

/// A door that is affected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Its number in the survey, from 0.
    pub door: u32,
    /// The building.
    pub building: BuildingId,
    /// The unit.
    pub unit: UnitId,
    /// The room; `None` for a unit door.
    pub room: Option<RoomId>,
    /// The rooms whose households are affected: that room, or every room behind the unit door.
    pub rooms: Vec<RoomId>,
    /// The floor; 0 for a unit door.
    pub floor: i16,
    /// How many households.
    pub households: u32,
    /// Since when.
    pub since: Option<Since>,
    /// The answer that says so.
    pub answer: AnswerId,
}

impl Survey {
    /// The affected households so far, in the order of the walk. A row each, of households that had made a request and
    /// of those that had not: nobody's request is made up.
    #[must_use]
    pub fn affected(&self) -> Vec<Affected> {
        let found = self.doors.iter().zip(0..).filter_map(|(door, n)| {
            let answer = door.answer().filter(|it| it.said == Said::Affected)?;
            let spot = &door.spot;
            Some(Affected {
                door: n,
                building: spot.building,
                unit: spot.unit,
                room: spot.room,
                rooms: spot.rooms(),
                floor: spot.floor,
                households: spot.households,
                since: answer.since,
                answer: answer.id,
            })
        });
        found.collect()
    }
}
