//! Allocations: a draft of who looks after which estate, worked out by the solver, certified by the checker, objected
//! to by stewards and approved by the secretary.

mod approve;
mod begin;
mod case;
mod change;
mod difficulty;
mod drift;
mod gather;
mod list;
mod object;
mod objections;
mod reasons;
mod sheet;
mod what_if;

pub use drift::Drift;
pub use list::AllocationLine;
pub use objections::{HeldContest, ObjectionLine};
pub use reasons::{KeptReasons, Reasons};
pub use sheet::{AllocationSheet, Outlook};
pub use what_if::{Moved, WhatIf, leaves};

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::allocation::{Allocation, AllocationEvent};
use guanjia_domain::ids::AllocationId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Subject};
use guanjia_store::Tx;

/// How many milliseconds a page waits for the solver: a community's plan takes a few of them.
const LIMIT: i64 = 2_000;

impl App {
    /// The area of an allocation, for the permission function.
    fn area_of_allocation(community: CommunityCode, it: &Allocation) -> Area {
        Area { is_laid: it.is_laid(), ..Area::community(community, None) }
    }

    /// An allocation that somebody may read.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] also for those whom it does not concern.
    pub fn allocation_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: AllocationId,
    ) -> Result<Allocation> {
        let it = tx.allocation(community, id)?.ok_or(Refusal::NotFound)?;
        let area = Self::area_of_allocation(community, &it);
        allow(who, Action::ReadAllocation, &area).map_err(|_| Refusal::NotFound)?;
        Ok(it)
    }

    /// The same for the secretary, who changes it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] and [`Refusal::Forbidden`].
    pub(crate) fn allocation_to_change(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: AllocationId,
    ) -> Result<Allocation> {
        let it = self.allocation_for(tx, who, community, id)?;
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        Ok(it)
    }

    pub(crate) fn record_allocation(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (id, before): (AllocationId, Option<Allocation>),
        body: AllocationEvent,
    ) -> Result<()> {
        let subject = Subject::Allocation(id);
        let event = Event { at: self.now(), actor: who.actor(), subject, body: body.into() };
        tx.record(community, before.map(|it| Entity::Allocation(Box::new(it))), &[event])?;
        Ok(())
    }

    /// When to stop looking for something better: asked now and then by the solver.
    fn out_of_time(&self) -> impl FnMut() -> bool + use<> {
        let (clock, until) = (self.clock.clone(), self.now().plus(LIMIT));
        move || clock.now() >= until
    }
}
