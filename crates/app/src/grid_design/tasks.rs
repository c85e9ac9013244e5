//! Open requests that come to another grid worker, because their building does.

use super::drawn::worker_at;
use crate::error::{AppError, Result};
use crate::office::{App, Names, allow};
use crate::request::{Deed, PlaceName};
use guanjia_domain::grid_design::Outcome;
use guanjia_domain::ids::{DesignId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::{Command, Place, Request, Verb};
use guanjia_domain::{CommunityCode, Moment, Party, Refusal};
use guanjia_store::{Answer, Tx};

/// The most open requests of one worker that are looked at.
const MOST: u32 = 1_000;

/// An open request with whoever has it and whoever is to take it.
#[derive(Clone, Debug)]
pub struct TaskLine {
    /// The request.
    pub request: Request,
    /// Its place.
    pub place: PlaceName,
    /// Who has it or was asked.
    pub from: String,
    /// To whom it goes.
    pub to: String,
    /// The same by id.
    pub successor: StaffId,
    /// Whether it can be handed on as it stands; else it stays until it goes on.
    pub can_move: bool,
}

impl App {
    /// The open requests with the worker of `before` at whose place `after` names another one.
    pub(super) fn moved_tasks(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        before: Moment,
        after: &dyn Fn(&Place) -> Option<StaffId>,
    ) -> Result<Vec<TaskLine>> {
        let drawings = tx.drawings(community)?;
        let workers = drawings.iter().filter_map(|it| it.in_force(before)?.worker);
        let mut workers: Vec<_> = workers.collect();
        workers.sort_unstable();
        workers.dedup();
        let (mut found, mut names) = (Vec::new(), Names::default());
        for worker in workers {
            let party = Party::GridWorker(worker);
            let mut theirs = tx.asked_of(community, party, MOST)?;
            theirs.extend(tx.handled_by(community, party, None, MOST)?);
            for request in theirs.into_iter().map(|it| it.request) {
                let Some(building) = request.place.building else { continue };
                let place = (building, request.place.unit);
                let asked_another = request.asked.is_some_and(|asked| asked != party);
                let was = worker_at(&drawings, place, before) == Some(worker);
                let Some(successor) = after(&request.place).filter(|to| *to != worker) else { continue };
                if !was || asked_another || found.iter().any(|it: &TaskLine| it.request.id == request.id) {
                    continue;
                }
                found.push(TaskLine {
                    place: self.place_name(tx, community, &request.place)?,
                    from: self.named(tx, &mut names, community, worker.0)?.name.clone(),
                    to: self.named(tx, &mut names, community, successor.0)?.name.clone(),
                    successor,
                    can_move: Verb::Dispatch.from(request.state).is_some(),
                    request,
                });
            }
        }
        Ok(found)
    }

    /// What is still to be handed on of an approved design: by the drawings before its day and now.
    pub(super) fn tasks_since(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        starts_at: Moment,
    ) -> Result<Vec<TaskLine>> {
        let (drawings, now) = (tx.drawings(community)?, self.now().max(starts_at));
        let after = |place: &Place| worker_at(&drawings, (place.building?, place.unit), now);
        self.moved_tasks(tx, community, starts_at.plus(-1), &after)
    }

    /// Asks the new workers to take what can be handed on; whoever has it keeps it until they do.
    pub(super) fn hand_on(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        tasks: Vec<TaskLine>,
    ) -> Result<()> {
        for task in tasks.into_iter().filter(|it| it.can_move) {
            let command = Command::Dispatch { to: Party::GridWorker(task.successor), words: None };
            let deed = Deed { request: task.request.id, seen: None, command, photos: Vec::new() };
            self.act_now(tx, who, community, &deed)?;
        }
        Ok(())
    }

    /// Hands on what is open, from the day of an approved design on.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::DesignEnded`] for a draft that was not approved; [`Refusal::NotInFuture`]
    /// is never said: before the day there is nothing to hand on, and nothing happens.
    pub fn hand_on_tasks(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: DesignId,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangeClaims, &Area::community(community, None))?;
            let draft = tx.grid_design(community, id)?.ok_or(Refusal::NotFound)?;
            let Outcome::Approved { starts_at, .. } = draft.outcome else {
                return Err(Refusal::DesignEnded.into());
            };
            if starts_at > app.now() {
                return Ok(());
            }
            let tasks = app.tasks_since(tx, community, starts_at)?;
            app.hand_on(tx, &who, community, tasks)
        })
    }
}
