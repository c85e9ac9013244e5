//! Planning another grid, worker or estate from a day on.

use super::start_of;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::ids::{BuildingId, EstateId, GridId, StaffId};
use guanjia_domain::partition::{with, without};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::{GridPart, Move};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::{Answer, Tx};

/// What is to be otherwise.
#[derive(Clone, Copy, Debug)]
pub enum Regrid {
    /// A building or unit belongs to a grid, or with `None` to none.
    Part(GridPart, Option<GridId>),
    /// A grid has a worker, or nobody.
    Worker(GridId, Option<StaffId>),
    /// A building stands in an estate.
    Building(BuildingId, EstateId),
}

impl App {
    /// Plans a change of the partitions, or makes it at once without a date.
    pub fn replan(
        &self,
        who: &Principal,
        community: CommunityCode,
        what: Regrid,
        starts_at: Option<Moment>,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.replan_now(tx, &who, community, what, starts_at))
    }

    pub(crate) fn replan_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        what: Regrid,
        starts_at: Option<Moment>,
    ) -> Result<()> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let now = self.now();
        let starts_at = start_of(starts_at, now)?;
        match what {
            Regrid::Building(building, estate) => {
                self.move_building(tx, who, community, building, (Move { starts_at, estate }, now))
            }
            Regrid::Worker(grid, worker) => {
                if let Some(worker) = worker {
                    let known = tx.staff_member(community, worker)?;
                    if !known.is_some_and(|it| !it.left && it.post == Post::GridWorker) {
                        return Err(Refusal::WrongPost { staff: worker }.into());
                    }
                }
                let drawn = |it: &Drawings, now: &Drawing| {
                    (it.id == grid).then(|| Drawing { starts_at, worker, parts: now.parts.clone() })
                };
                self.redraw(tx, who, community, (starts_at, Some(grid)), drawn)
            }
            Regrid::Part(part, grid) => {
                let units = self.units_of_part(tx, community, part)?;
                self.redraw(tx, who, community, (starts_at, grid), |it, now| {
                    let to = Some(it.id) == grid;
                    let parts =
                        if to { with(&now.parts, part, &units) } else { without(&now.parts, part, &units) };
                    Some(Drawing { starts_at, worker: now.worker, parts })
                })
            }
        }
    }
}
