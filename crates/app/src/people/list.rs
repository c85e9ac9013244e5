//! Everybody who works here: staff and organisations, by name.

use crate::error::Result;
use crate::office::{App, Person, allow};
use guanjia_domain::people::{Organisation, Staff};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::Holder;
use std::collections::HashMap;
use uuid::Uuid;

/// Somebody who works here, or a body that does.
#[derive(Clone, Debug)]
pub enum Colleague {
    /// A staff member.
    Staff(Staff),
    /// An organisation.
    Organisation(Organisation),
}

/// One of them with name and area.
#[derive(Clone, Debug)]
pub struct ColleagueSheet {
    /// Who.
    pub who: Colleague,
    /// Name and phone.
    pub person: Person,
    /// The estates or grids they look after, by name; empty for an organisation that serves all estates.
    pub area: Vec<String>,
}

impl ColleagueSheet {
    /// Their id.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        match &self.who {
            Colleague::Staff(it) => it.id.0,
            Colleague::Organisation(it) => it.id.0,
        }
    }
}

impl App {
    /// Everybody who has not left: staff in the order of their appointment, then organisations by name.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for those who change neither people nor accounts.
    pub fn colleagues(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<ColleagueSheet>> {
        let here = Area::community(community, None);
        allow(who, Action::ChangePeople, &here).or_else(|_| allow(who, Action::ChangeAccounts, &here))?;
        let estates: HashMap<_, _> =
            tx.estates(community)?.into_iter().map(|it| (it.id, it.facts.name)).collect();
        let mut areas: HashMap<Uuid, Vec<String>> = HashMap::new();
        for held in tx.claims_in_force(community, self.now())? {
            areas.entry(held.claim.steward.0).or_default().extend(estates.get(&held.estate).cloned());
        }
        for grid in tx.grids(community, None, self.now())? {
            if let Some(worker) = grid.worker {
                areas.entry(worker.0).or_default().push(grid.name);
            }
        }
        let mut found = Vec::new();
        for it in tx.staff(community)?.into_iter().filter(|it| !it.left) {
            let (person, area) =
                (self.person(tx, community, it.id.0)?, areas.remove(&it.id.0).unwrap_or_default());
            found.push(ColleagueSheet { who: Colleague::Staff(it), person, area });
        }
        for it in tx.organisations(community)?.into_iter().filter(|it| !it.left) {
            let area = it.estates.iter().filter_map(|id| estates.get(id).cloned()).collect();
            let person = self.person(tx, community, it.id.0)?;
            found.push(ColleagueSheet { who: Colleague::Organisation(it), person, area });
        }
        Ok(found)
    }

    /// Whose account an id stands for.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when nobody here has it.
    pub fn holder(&self, tx: &mut Tx, community: CommunityCode, id: Uuid) -> Result<Holder> {
        if tx.staff_member(community, id.into())?.is_some() {
            return Ok(Holder::Staff(id));
        }
        let known = tx.organisations(community)?.into_iter().any(|it| it.id.0 == id);
        if known { Ok(Holder::Organisation(id)) } else { Err(Refusal::NotFound.into()) }
    }
}
