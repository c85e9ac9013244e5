//! Counting doors.

use super::interval::Interval;
use crate::ids::{BuildingId, UnitId};
use crate::survey::answer::{Said, Way};
use crate::survey::door::Door;
use crate::survey::state::Survey;

/// Doors by what came out there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All doors.
    pub doors: u32,
    /// Affected.
    pub affected: u32,
    /// Not affected.
    pub not_affected: u32,
    /// Nobody opened, so far.
    pub nobody_home: u32,
    /// They did not want to say.
    pub refused: u32,
    /// They could not say.
    pub unknown: u32,
    /// Nobody was there yet.
    pub unvisited: u32,
    /// Of all: told by phone.
    pub by_phone: u32,
    /// Of all: visited twice or more often.
    pub visited_again: u32,
}

impl Tally {
    /// Counts doors.
    #[must_use]
    pub fn of<'d>(doors: impl IntoIterator<Item = &'d Door>) -> Self {
        let mut tally = Self::default();
        for door in doors {
            tally.add(door.said(), 1);
            tally.by_phone += u32::from(door.answer().is_some_and(|it| it.way == Way::ByPhone));
            tally.visited_again += u32::from(door.answer().is_some_and(|it| it.visit > 1));
        }
        tally
    }

    /// Counts some more doors at which the same came out; `None` where nobody was.
    pub const fn add(&mut self, said: Option<Said>, doors: u32) {
        self.doors += doors;
        let counted = match said {
            None => &mut self.unvisited,
            Some(Said::Affected) => &mut self.affected,
            Some(Said::NotAffected) => &mut self.not_affected,
            Some(Said::NobodyHome) => &mut self.nobody_home,
            Some(Said::Refused) => &mut self.refused,
            Some(Said::Unknown) => &mut self.unknown,
        };
        *counted += doors;
    }

    /// Doors of which it is known how things are.
    #[must_use]
    pub const fn told(&self) -> u32 {
        self.affected + self.not_affected
    }

    /// Doors of which it is not known.
    #[must_use]
    pub const fn rest(&self) -> u32 {
        self.doors - self.told()
    }

    /// The share of doors of which it is known, 0 to 1; of no doors 0.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        if self.doors == 0 { 0.0 } else { f64::from(self.told()) / f64::from(self.doors) }
    }

    /// How many of the rest are affected too, if the rest is like what is known (95 %).
    #[must_use]
    pub fn interval(&self) -> Interval {
        Interval::of_the_rest(self.doors, self.told(), self.affected)
    }
}

/// The doors of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitTally {
    /// The unit.
    pub unit: UnitId,
    /// Its doors.
    pub tally: Tally,
}

/// The doors of a building.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildingTally {
    /// The building.
    pub building: BuildingId,
    /// Its doors.
    pub tally: Tally,
    /// Unit by unit, in the order of the walk.
    pub units: Vec<UnitTally>,
}

/// What a survey tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// All doors.
    pub tally: Tally,
    /// Building by building, in the order of the walk.
    pub buildings: Vec<BuildingTally>,
}

impl Survey {
    /// What it tells so far.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let buildings = self.doors.chunk_by(|one, next| one.spot.building == next.spot.building);
        let buildings = buildings.filter_map(|doors| {
            let units = doors.chunk_by(|one, next| one.spot.unit == next.spot.unit).filter_map(|doors| {
                Some(UnitTally { unit: doors.first()?.spot.unit, tally: Tally::of(doors) })
            });
            let building = doors.first()?.spot.building;
            Some(BuildingTally { building, tally: Tally::of(doors), units: units.collect() })
        });
        Outcome { tally: Tally::of(&self.doors), buildings: buildings.collect() }
    }
}
