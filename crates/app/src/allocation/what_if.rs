//! What if somebody leaves, or nothing but a few moves is wanted: how fair it gets for how many changes of hands, from
//! today's claims.

use super::case::form;
use crate::error::Result;
use crate::hand_over::HandedPart;
use crate::office::{App, allow};
use guanjia_domain::allocation::{Ask, Draft};
use guanjia_domain::ids::{AllocationId, EstateId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::conflict::{Conflict, conflict};
use guanjia_plan::allocation::replan::{Point, curve, hand_overs};
use guanjia_plan::allocation::solve::Options;
use guanjia_store::Tx;

/// The most points of the curve.
const MOST_POINTS: usize = 14;

/// What would come out.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// What is asked.
    pub ask: Ask,
    /// The checked input; `None` where the workload of an estate is not known.
    pub case: Option<Case>,
    /// Fairness against changes; empty where there is no plan.
    pub curve: Vec<Point>,
    /// Why there is no plan.
    pub conflict: Option<Conflict>,
}

/// An estate that would change hands.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Which.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// Who has it.
    pub from: String,
    /// Who gets it.
    pub to: String,
    /// How many requests are open there: they go along.
    pub open: u64,
}

/// Somebody takes no estates any more.
///
/// # Errors
/// [`Refusal::NotFound`] for somebody who does not take part.
pub fn leaves(ask: &mut Ask, staff: StaffId) -> std::result::Result<(), Refusal> {
    let seat = ask.seats.iter_mut().find(|seat| seat.staff == staff).ok_or(Refusal::NotFound)?;
    (seat.least, seat.most) = (0, 0);
    Ok(())
}

impl App {
    /// The curve from today's claims, perhaps without somebody.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]: it is the secretary's to ask; [`Refusal::NotFound`] for somebody who takes no part.
    pub fn what_if(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        without: Option<StaffId>,
    ) -> Result<WhatIf> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let mut ask = self.next_ask(tx, community)?;
        if let Some(staff) = without {
            leaves(&mut ask, staff)?;
        }
        let Draft { ask, basis, .. } = self.draft_of(tx, community, ask)?;
        let draft = Draft { ask, basis, found: None };
        let names = self.names_of(tx, community, &draft)?;
        let case = Case::of(&form(&draft.ask, &draft.basis, &names)).ok();
        let options = Options { seed: draft.ask.seed, labels: None };
        let mut found = WhatIf { ask: draft.ask, curve: Vec::new(), conflict: None, case: None };
        if let Some(case) = &case {
            match curve(case, options, MOST_POINTS, &mut self.out_of_time()) {
                Ok(points) => found.curve = points,
                Err(_) => found.conflict = Some(conflict(case, options, &mut self.out_of_time())),
            }
        }
        Ok(WhatIf { case, ..found })
    }

    /// What goes along when an allocation comes into force: each estate that changes hands, from whom, to whom, and
    /// what is open there.
    ///
    /// # Errors
    /// As [`App::allocation_for`]; [`Refusal::Forbidden`] for everybody but the secretary, who reads
    /// the requests of all estates.
    pub fn goes_along(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: AllocationId,
    ) -> Result<Vec<(String, String, HandedPart)>> {
        let it = self.allocation_for(tx, who, community, id)?;
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let mut parts = Vec::new();
        for (estate, from, to) in it.draft.moves() {
            if tx.estate(community, estate)?.is_none() {
                continue;
            }
            let [from, to] = [self.person(tx, community, from.0)?, self.person(tx, community, to.0)?];
            parts.push((from.name, to.name, self.handed_estate(tx, community, estate)?));
        }
        Ok(parts)
    }

    /// The estates that change hands in a plan, with what is open there.
    ///
    /// # Errors
    /// What the store says.
    pub fn moved(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        case: &Case,
        plan: &[usize],
    ) -> Result<Vec<Moved>> {
        let counts = tx.open_by_building(community, None, self.now())?;
        let mut moved = Vec::new();
        for it in hand_overs(case, plan) {
            let (estate, to) = (&case.estates[it.estate], &case.officers[it.to]);
            let Ok(id) = estate.id.parse() else { continue };
            let from = it.from.map(|from| case.officers[from].name.clone());
            let from = match from {
                Some(from) => from,
                // Whoever has it takes no part.
                None => match tx.claim_in_force(community, id, self.now())? {
                    Some(claim) => self.person(tx, community, claim.steward.0)?.name,
                    None => String::new(),
                },
            };
            let open = counts.iter().filter(|it| it.estate == id).map(|it| it.open).sum();
            moved.push(Moved { estate: id, name: estate.name.clone(), from, to: to.name.clone(), open });
        }
        Ok(moved)
    }
}
