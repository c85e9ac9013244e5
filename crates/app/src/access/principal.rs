//! Who somebody is at this moment: role and areas are read anew for every call, so that a claim that changes hands
//! or a person who leaves takes effect at once.

use crate::error::Result;
use crate::office::{App, Person};
use guanjia_domain::hand_over::cover_of;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::people::{Post, Staff};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;
use guanjia_store::access::Holder;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What they may do.
    pub who: Principal,
    /// Whose account it is.
    pub holder: Holder,
    /// The post, for staff.
    pub post: Option<Post>,
    /// Their name and phone, or the organisation's.
    pub person: Person,
}

impl App {
    /// Who the holder of an account is now.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when they have left.
    pub fn signed_in(&self, tx: &mut Tx, home: CommunityCode, holder: Holder) -> Result<SignedIn> {
        match holder {
            Holder::Organisation(id) => Ok(SignedIn {
                who: Principal::plain(Role::Organisation, home, Some(id)),
                holder,
                post: None,
                person: self.person(tx, home, id)?,
            }),
            Holder::Staff(id) => {
                let staff =
                    tx.staff_member(home, StaffId(id))?.filter(|it| !it.left).ok_or(Refusal::NotFound)?;
                let who = self.principal(tx, home, &staff)?;
                Ok(SignedIn { who, holder, post: Some(staff.post), person: self.person(tx, home, id)? })
            }
        }
    }

    fn principal(&self, tx: &mut Tx, home: CommunityCode, staff: &Staff) -> Result<Principal> {
        let role = staff.post.role();
        let id = match role {
            // A bureau acts as one body: whoever works there speaks for it.
            Role::DistrictBureau => staff.organisation.map(|organisation| organisation.0),
            _ => Some(staff.id.0),
        };
        let mut who = Principal::plain(role, home, id);
        let roster = tx.community(home)?.map(|it| it.duty).unwrap_or_default();
        who.on_duty = roster.on_duty(self.now()).contains(&staff.id);
        match role {
            Role::Officer | Role::Secretary => {
                let in_force = tx.claims_in_force(home, self.now())?;
                for held in &in_force {
                    if held.claim.steward == staff.id {
                        who.stewards.push(held.estate);
                    }
                    if held.claim.deputy == Some(staff.id) {
                        who.deputises.push(held.estate);
                    }
                }
                let cover = cover_of(&tx.hand_overs(home)?, staff.id, self.now());
                // An estate that meanwhile went to a third person is not the absent one's any more.
                let still = |estate: &EstateId| {
                    let mut theirs = in_force.iter().filter(|it| it.estate == *estate);
                    theirs.any(|it| {
                        cover.of.contains(&it.claim.steward)
                            || it.claim.deputy.is_some_and(|it| cover.of.contains(&it))
                    })
                };
                for estate in cover.estates.iter().copied().filter(still) {
                    if !who.stewards.contains(&estate) && !who.deputises.contains(&estate) {
                        who.deputises.push(estate);
                    }
                }
            }
            Role::GridWorker => {
                let stands_in = cover_of(&tx.hand_overs(home)?, staff.id, self.now());
                let covered = |grid: &Grid| {
                    stands_in.grids.contains(&grid.id)
                        && grid.worker.is_some_and(|it| stands_in.of.contains(&it))
                };
                let held = |grid: &Grid| grid.worker == Some(staff.id) || covered(grid);
                let grids = tx.grids(home, None, self.now())?;
                who.grid = grids.into_iter().filter(held).flat_map(|grid| grid.parts).collect();
                who.covers = stands_in.of;
            }
            _ => {}
        }
        Ok(who)
    }
}
