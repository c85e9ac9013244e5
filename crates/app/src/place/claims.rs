//! Who looks after which estate, and from when.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::claim::Claim;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// Somebody is to take an estate on.
#[derive(Clone, Copy, Debug)]
pub struct NewClaim {
    /// The estate.
    pub estate: EstateId,
    /// The steward.
    pub steward: StaffId,
    /// The deputy.
    pub deputy: Option<StaffId>,
    /// From when; `None` is now.
    pub starts_at: Option<Moment>,
    /// Whether the responsibility statement was signed.
    pub pact_signed: bool,
}

impl App {
    /// Writes a claim. At any instant the estate goes on having exactly one steward: the new claim ends the one
    /// before by beginning.
    pub fn claim_estate(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewClaim,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.claim_now(tx, &who, community, &new))
    }

    pub(crate) fn claim_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewClaim,
    ) -> Result<()> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        for officer in std::iter::once(new.steward).chain(new.deputy) {
            self.check_officer(tx, community, officer)?;
        }
        let now = self.now();
        let subject = Subject::Estate(new.estate);
        let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
        let Entity::Estate(_, claims) = &before else { return Err(Refusal::NotFound.into()) };
        let starts_at = new.starts_at.unwrap_or_else(|| claims.free_from(now));
        let pact_signed_at = new.pact_signed.then_some(now);
        let claim = Claim { starts_at, steward: new.steward, deputy: new.deputy, pact_signed_at };
        let claimed = claims.decide_start(claim, now)?;
        self.record_house(tx, who, community, subject, Some(before), HouseEvent::Claimed(claimed))
    }

    /// Takes a planned claim back.
    pub fn withdraw_claim(
        &self,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        starts_at: Moment,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangeClaims, &Area::community(community, None))?;
            let subject = Subject::Estate(estate);
            let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
            let Entity::Estate(_, claims) = &before else { return Err(Refusal::NotFound.into()) };
            claims.decide_withdraw(starts_at, app.now())?;
            let body = HouseEvent::ClaimWithdrawn { estate, starts_at };
            app.record_house(tx, &who, community, subject, Some(before), body)
        })
    }

    pub(crate) fn check_officer(&self, tx: &mut Tx, community: CommunityCode, staff: StaffId) -> Result<()> {
        match tx.staff_member(community, staff)? {
            Some(it) if it.post.may_claim() && !it.left => Ok(()),
            _ => Err(Refusal::NotAnOfficer { staff }.into()),
        }
    }
}
