//! A single grid comes to exist, or is given up.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::ids::{GridId, StaffId};
use guanjia_domain::partition::with;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::GridPart;
use guanjia_domain::{CommunityCode, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::Tx;
use std::collections::HashMap;

/// The most characters of a grid's name.
const LONGEST_NAME: usize = 40;

impl App {
    pub(super) fn new_grid(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (name, worker): (String, Option<StaffId>),
        starts_at: Moment,
    ) -> Result<()> {
        let name = name.trim().to_owned();
        let (field, length) = ("name", name.chars().count());
        if length == 0 {
            return Err(Refusal::TextMissing { field }.into());
        }
        if length > LONGEST_NAME {
            return Err(Refusal::TextTooLong { field, length, most: LONGEST_NAME }.into());
        }
        if tx.drawings(community)?.iter().any(|it| it.name == name) {
            return Err(Refusal::NameTaken { field, name }.into());
        }
        self.check_worker(tx, community, worker)?;
        let id = GridId(self.id()?);
        let event = HouseEvent::GridDrawn { name, worker, parts: Vec::new(), starts_at: Some(starts_at) };
        self.record_house(tx, who, community, Subject::Grid(id), None, event)
    }

    /// What the grid covers goes to its heir; without one it becomes a gap that the page of the partitions shows.
    pub(super) fn give_grid_up(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (grid, heir): (GridId, Option<GridId>),
        starts_at: Moment,
    ) -> Result<()> {
        let drawings = tx.drawings(community)?;
        let known = drawings.iter().find(|it| it.id == grid).and_then(|it| it.in_force(starts_at));
        let wrong = |field| Refusal::NotAChoice { field, value: grid.to_string() };
        let given: Vec<_> = known.ok_or_else(|| wrong("grid"))?.parts.clone();
        if heir == Some(grid) || heir.is_some_and(|heir| !drawings.iter().any(|it| it.id == heir)) {
            return Err(wrong("heir").into());
        }
        let mut units = HashMap::new();
        for part in &given {
            units.insert(part.building, self.units_of_part(tx, community, *part)?);
        }
        let drawn = |it: &Drawings, now: &Drawing| {
            if it.id == grid {
                return Some(Drawing { starts_at, worker: None, parts: Vec::new() });
            }
            let whole = |parts: Vec<GridPart>, part: &GridPart| {
                with(&parts, *part, units.get(&part.building).map_or(&[], Vec::as_slice))
            };
            let parts = given.iter().fold(now.parts.clone(), whole);
            (Some(it.id) == heir).then_some(Drawing { starts_at, worker: now.worker, parts })
        };
        self.redraw(tx, who, community, (starts_at, heir.or(Some(grid))), drawn)
    }
}
