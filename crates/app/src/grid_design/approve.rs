//! The secretary's word: the draft becomes drawings from a day on.

use super::drawn::{ToBe, to_be};
use super::land::Land;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::grid_design::{DesignEvent, Drawn};
use guanjia_domain::ids::{DesignId, GridId, StaffId};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::GridPart;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// What the secretary says.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The draft.
    pub design: DesignId,
    /// The version that the page showed.
    pub seen: u64,
    /// From when; `None` is now.
    pub starts_at: Option<Moment>,
    /// The worker of each group by its place, where one is chosen; the others keep the worker of the grid that goes on.
    pub workers: Vec<(usize, Option<StaffId>)>,
}

impl App {
    /// Approves a draft: grids are drawn, new ones created, others given up, from a day on. Drawings that were planned
    /// for later days are taken back, for the plan takes their place. What is open is handed on when that day is today.
    ///
    /// # Errors
    /// [`Refusal::DesignStale`], [`Refusal::DesignEnded`], [`Refusal::WrongPost`]; what [`App::replan`] says of days.
    pub fn approve_design(
        &self,
        who: &Principal,
        community: CommunityCode,
        approval: Approval,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.approve_now(tx, &who, community, &approval))
    }

    pub(crate) fn approve_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        approval: &Approval,
    ) -> Result<()> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let subject = Subject::GridDesign(approval.design);
        let entity = tx.entity(community, subject)?;
        let Some(Entity::GridDesign(draft)) = &entity else { return Err(Refusal::NotFound.into()) };
        draft.check(approval.seen)?;
        let land = Land::read(self, tx, community)?;
        if land.basis() != draft.designed.basis {
            return Err(Refusal::DesignStale.into());
        }
        let starts_at = self.start_of(approval.starts_at)?;
        let mut drawn = Vec::new();
        let mut wanted = Vec::new();
        for (number, grid) in to_be(&land, &draft.groups, self.now()).into_iter().enumerate() {
            let chosen = approval.workers.iter().find(|(at, _)| *at == number).map(|(_, worker)| *worker);
            let worker = chosen.unwrap_or(grid.worker);
            self.check_worker(tx, community, worker)?;
            if !grid.buildings.is_empty() {
                let id = grid.goes_on.map_or_else(|| self.id().map(GridId), Ok)?;
                drawn.push(id);
                wanted.push((id, grid.name.clone(), drawing(&grid, worker, starts_at)));
            }
        }
        for grid in land.drawings.iter().filter(|it| !drawn.contains(&it.id)) {
            let nothing = Drawing { starts_at, worker: None, parts: Vec::new() };
            wanted.push((grid.id, grid.name.clone(), nothing));
        }
        self.draw_all(tx, who, community, (&land.drawings, starts_at), wanted)?;
        let event = DesignEvent::Approved(Drawn { starts_at, grids: drawn });
        self.record_house(tx, who, community, subject, entity, HouseEvent::GridDesign(event))?;
        if starts_at > self.now() {
            return Ok(());
        }
        let tasks = self.tasks_since(tx, community, starts_at)?;
        self.hand_on(tx, who, community, tasks)
    }

    /// A worker who is no grid worker here, or has left, gets no grid.
    pub(crate) fn check_worker(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        worker: Option<StaffId>,
    ) -> Result<()> {
        let Some(staff) = worker else { return Ok(()) };
        let known = tx.staff_member(community, staff)?;
        let fits = known.is_some_and(|it| !it.left && it.post == Post::GridWorker);
        if fits { Ok(()) } else { Err(Refusal::WrongPost { staff }.into()) }
    }

    /// Draws grids from a moment on, and takes back what was planned for later. Grids that stay as they are get no new
    /// drawing.
    fn draw_all(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (known, starts_at): (&[Drawings], Moment),
        wanted: Vec<(GridId, String, Drawing)>,
    ) -> Result<()> {
        for (id, name, drawing) in wanted {
            let subject = Subject::Grid(id);
            let before = known.iter().find(|it| it.id == id);
            for later in before.into_iter().flat_map(|it| it.planned(starts_at)) {
                let event = HouseEvent::GridDrawingWithdrawn { starts_at: later.starts_at };
                let entity = tx.entity(community, subject)?;
                self.record_house(tx, who, community, subject, entity, event)?;
            }
            let now = before.and_then(|it| it.in_force(starts_at));
            let same = now.is_some_and(|it| it.worker == drawing.worker && it.parts == drawing.parts);
            if same || (now.is_none() && drawing.parts.is_empty()) {
                continue;
            }
            let Drawing { worker, parts, .. } = drawing;
            let event = HouseEvent::GridDrawn { name, worker, parts, starts_at: Some(starts_at) };
            let entity = tx.entity(community, subject)?;
            self.record_house(tx, who, community, subject, entity, event)?;
        }
        Ok(())
    }
}

fn drawing(grid: &ToBe, worker: Option<StaffId>, starts_at: Moment) -> Drawing {
    let part = |building: &guanjia_domain::ids::BuildingId| GridPart { building: *building, unit: None };
    Drawing { starts_at, worker, parts: grid.buildings.iter().map(part).collect() }
}
