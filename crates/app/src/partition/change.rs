//! Planning another grid, worker or estate from a day on.

use super::start_of;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::ids::{BuildingId, EstateId, GridId, StaffId};
use guanjia_domain::partition::{with, without};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::{GridPart, Move};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::{Answer, Tx};

/// What is to be otherwise.
#[derive(Clone, Debug)]
pub enum Regrid {
    /// A building or unit belongs to a grid, or with `None` to none.
    Part(GridPart, Option<GridId>),
    /// A grid has a worker, or nobody.
    Worker(GridId, Option<StaffId>),
    /// A building stands in an estate.
    Building(BuildingId, EstateId),
    /// There is a new grid, which covers nothing yet.
    New(String, Option<StaffId>),
    /// A grid is given up; what it covers goes to another one, or to none.
    GiveUp(GridId, Option<GridId>),
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
        self.db.write(community, move |tx| app.replan_now(tx, &who, community, what.clone(), starts_at))
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
                self.check_worker(tx, community, worker)?;
                let drawn = |it: &Drawings, now: &Drawing| {
                    (it.id == grid).then(|| Drawing { starts_at, worker, parts: now.parts.clone() })
                };
                self.redraw(tx, who, community, (starts_at, Some(grid)), drawn)
            }
            Regrid::New(name, worker) => self.new_grid(tx, who, community, (name, worker), starts_at),
            Regrid::GiveUp(grid, heir) => self.give_grid_up(tx, who, community, (grid, heir), starts_at),
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
