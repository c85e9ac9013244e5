//! Sharing the doors out by the order of the walk.

use super::door::Door;
use crate::ids::{BuildingId, StaffId, UnitId};
use crate::place::GridPart;
use serde::{Deserialize, Serialize};

/// The doors that somebody takes: runs of numbers in the order of the walk, each with its first and the one after
/// its last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Who.
    pub worker: StaffId,
    /// Which.
    pub runs: Vec<(u32, u32)>,
}

impl Share {
    /// The numbers of the doors.
    pub fn doors(&self) -> impl Iterator<Item = u32> {
        self.runs.iter().flat_map(|(from, to)| *from..*to)
    }

    /// Whether it holds a door.
    #[must_use]
    pub fn holds(&self, door: u32) -> bool {
        self.runs.iter().any(|(from, to)| (*from..*to).contains(&door))
    }
}

/// Somebody who takes doors.
#[derive(Clone, Debug)]
pub struct Surveyor {
    /// Who.
    pub worker: StaffId,
    /// The own grid: its staircases come first.
    pub grid: Vec<GridPart>,
}

/// Shares doors out by whole staircases. A staircase goes to the first of whose grid it is; those of nobody's grid go
/// on in the order of the walk, each surveyor in turn up to an equal part of all doors. Who comes out with none is left
/// out; without surveyors nothing is shared.
#[must_use]
pub fn share_out(doors: &[Door], surveyors: &[Surveyor]) -> Vec<Share> {
    let mut shares: Vec<Share> =
        surveyors.iter().map(|it| Share { worker: it.worker, runs: Vec::new() }).collect();
    let fair = doors.len().div_ceil(surveyors.len().max(1));
    let (mut loads, mut left, mut from) = (vec![0; surveyors.len()], Vec::new(), 0);
    for stair in doors.chunk_by(|one, next| one.spot.unit == next.spot.unit) {
        let Some(spot) = stair.first().map(|door| &door.spot) else { continue };
        let run = (from, from + stair.len());
        from = run.1;
        match surveyors.iter().position(|it| covers(&it.grid, spot.building, spot.unit)) {
            Some(at) => {
                loads[at] += stair.len();
                add(&mut shares[at], run);
            }
            None => left.push(run),
        }
    }
    let mut at = 0;
    for run in left {
        while at + 1 < loads.len() && loads[at] >= fair {
            at += 1;
        }
        let (Some(share), Some(load)) = (shares.get_mut(at), loads.get_mut(at)) else { break };
        *load += run.1 - run.0;
        add(share, run);
    }
    shares.retain(|share| !share.runs.is_empty());
    shares
}

fn covers(grid: &[GridPart], building: BuildingId, unit: UnitId) -> bool {
    grid.iter().any(|part| part.building == building && part.unit.is_none_or(|own| own == unit))
}

/// Adds a run, joined to the one before where they meet.
fn add(share: &mut Share, (from, to): (usize, usize)) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match share.runs.last_mut().filter(|last| last.1 == number(from)) {
        Some(last) => last.1 = number(to),
        None => share.runs.push((number(from), number(to))),
    }
}
