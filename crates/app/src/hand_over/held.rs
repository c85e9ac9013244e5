//! What somebody holds that can be handed over.

use super::ask::NewHandOver;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::hand_over::Occasion;
use guanjia_domain::ids::{EstateId, GridId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;

/// What somebody holds now or will hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Estates, with whether they are their steward and not only the deputy.
    pub estates: Vec<(EstateId, String, bool)>,
    /// Grids.
    pub grids: Vec<(GridId, String)>,
}

impl App {
    /// What somebody holds, for the form.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] when there is no such person.
    pub fn held_by(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        staff: StaffId,
    ) -> Result<Held> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        tx.staff_member(community, staff)?.filter(|it| !it.left).ok_or(Refusal::NotFound)?;
        let (now, mut held) = (self.now(), Held::default());
        for (id, name) in tx.estate_names(community)?.iter() {
            let Some(claims) = tx.claims(community, *id)? else { continue };
            if claims.involve(staff, now) {
                let mut to_come = std::iter::once(claims.in_force(now)).chain(claims.planned(now));
                held.estates.push((*id, name.clone(), to_come.any(|claim| claim.steward == staff)));
            }
        }
        let grids = tx.drawings(community)?;
        let theirs = grids.iter().filter(|grid| grid.involve(staff, now));
        held.grids = theirs.map(|grid| (grid.id, grid.name.clone())).collect();
        Ok(held)
    }

    /// Everything that is handed over must be theirs on that day; who is away hands only over what they answer for.
    pub(super) fn check_held(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        new: &NewHandOver,
        at: Moment,
    ) -> Result<()> {
        let known = tx.staff_member(community, new.from)?.is_some_and(|it| !it.left);
        if !known {
            return Err(Refusal::NotAChoice { field: "from", value: new.from.to_string() }.into());
        }
        let only_steward = new.occasion == Occasion::Absence;
        for estate in &new.estates {
            let claim = tx.claim_in_force(community, *estate, at)?;
            let theirs = claim
                .is_some_and(|it| it.steward == new.from || (!only_steward && it.deputy == Some(new.from)));
            if !theirs {
                return Err(Refusal::HandOverStale.into());
            }
        }
        let grids = tx.grids(community, Some(new.from), at)?;
        let theirs = |id: &GridId| grids.iter().any(|grid| grid.id == *id);
        if new.grids.iter().all(theirs) { Ok(()) } else { Err(Refusal::HandOverStale.into()) }
    }
}
