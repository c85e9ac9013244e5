//! What stewards and grid workers do on their own account, one file for each thing.

mod files;
mod findings;
mod forget;
mod groups;
mod leaflets;
mod mediations;
mod own_places;
mod places;
mod posted;
mod rounds;
mod start;
pub(crate) mod texts;

pub use files::{MediationFile, MediationLine};
pub use findings::{Found, NewFinding};
pub(crate) use forget::FORGET_TIMER;
pub use groups::{NamedGroup, NewGroup};
pub use leaflets::NewLeaflet;
pub use mediations::NewMediation;
pub use own_places::RoundPlace;
pub use places::NewPut;
pub use posted::{LeafletSheet, PostedLeaflet};
pub use rounds::{FindingLine, RoundSheet};
pub use start::StartList;

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::EstateId;
use guanjia_domain::own_work::{Work, WorkEvent, WorkKind};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Role, Subject};
use guanjia_store::Tx;
use uuid::Uuid;

impl App {
    /// Records what happened to a piece of work.
    pub(crate) fn record_work(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (kind, id): (WorkKind, Uuid),
        before: Option<Work>,
        body: WorkEvent,
    ) -> Result<()> {
        let event =
            Event { at: self.now(), actor: who.actor(), subject: Subject::Work(kind, id), body: body.into() };
        tx.record(community, before.map(|work| Entity::Work(Box::new(work))), &[event])?;
        Ok(())
    }

    /// Whether somebody keeps the work on an estate: its steward and deputy, the secretary, and grid workers with a
    /// part of it in their grid.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is no such estate here; [`Refusal::Forbidden`].
    pub fn keeps(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<()> {
        tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
        let mut area = Area { estate: Some(estate), ..Area::community(community, None) };
        if who.role == Role::GridWorker {
            let buildings = tx.buildings(community, Some(estate), self.now())?;
            let own = who.grid.iter().find(|part| buildings.iter().any(|it| it.id == part.building));
            area.building = own.map(|part| part.building);
        }
        Ok(allow(who, Action::KeepDesk, &area)?)
    }

    /// The estates on which somebody keeps the work, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn kept_estates(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<(EstateId, String)>> {
        let mut kept = Vec::new();
        for (id, name) in tx.estate_names(community)?.iter() {
            if self.keeps(tx, who, community, *id).is_ok() {
                kept.push((*id, name.clone()));
            }
        }
        Ok(kept)
    }
}
