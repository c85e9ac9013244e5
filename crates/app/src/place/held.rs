//! Claims with the names of the people in them.

use crate::error::Result;
use crate::office::{App, Names, Person, allow};
use guanjia_domain::claim::{Claim, Claims};
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::Estate;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;

/// A claim in words.
#[derive(Clone, Debug)]
pub struct HeldClaim {
    /// The claim.
    pub claim: Claim,
    /// Its steward.
    pub steward: Person,
    /// Its deputy.
    pub deputy: Option<Person>,
    /// Where the next claim begins, if one is known.
    pub until: Option<Moment>,
}

/// Everybody who looked, looks and will look after an estate.
#[derive(Clone, Debug)]
pub struct EstateClaims {
    /// The estate.
    pub estate: Estate,
    /// Claims that have ended, in order of their start.
    pub past: Vec<HeldClaim>,
    /// The one in force.
    pub in_force: HeldClaim,
    /// Those to come, in order of their start.
    pub planned: Vec<HeldClaim>,
}

impl App {
    /// The claims of every estate, by the name of the estate.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`].
    pub fn claims_of_all(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<EstateClaims>> {
        allow(who, Action::ReadPlaces, &Area::community(community, None))?;
        let mut names = Names::default();
        let estates = tx.estates(community)?;
        estates.into_iter().map(|estate| self.claims_in_words(tx, &mut names, community, estate)).collect()
    }

    /// The claims of one estate.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`].
    pub fn claims_of(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<EstateClaims> {
        allow(who, Action::ReadPlaces, &Area::community(community, None))?;
        let estate = tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
        self.claims_in_words(tx, &mut Names::default(), community, estate)
    }

    /// Everybody who may be the steward of an estate, in the order of their appointment.
    ///
    /// # Errors
    /// What the store says.
    pub fn officers(&self, tx: &mut Tx, community: CommunityCode) -> Result<Vec<(StaffId, Person)>> {
        let staff = tx.staff(community)?.into_iter().filter(|it| it.post.may_claim() && !it.left);
        staff.map(|it| Ok((it.id, self.person(tx, community, it.id.0)?))).collect()
    }

    pub(crate) fn claims_in_words(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        estate: Estate,
    ) -> Result<EstateClaims> {
        let claims = tx.claims(community, estate.id)?.ok_or(Refusal::NotFound)?;
        let present = claims.in_force(self.now()).starts_at;
        let mut past = self.held(tx, names, community, &claims)?;
        let mut rest = past.split_off(past.iter().take_while(|held| held.claim.starts_at < present).count());
        // The claim in force is one of the claims, so there is always a first of the rest.
        let planned = rest.split_off(1.min(rest.len()));
        let in_force = rest.pop().ok_or(Refusal::NotFound)?;
        Ok(EstateClaims { estate, past, in_force, planned })
    }

    fn held(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        claims: &Claims,
    ) -> Result<Vec<HeldClaim>> {
        let ends = claims.iter().skip(1).map(|next| Some(next.starts_at)).chain([None]);
        let mut held = Vec::new();
        for (claim, until) in claims.iter().zip(ends) {
            let steward = self.named(tx, names, community, claim.steward.0)?.clone();
            let deputy = match claim.deputy {
                Some(deputy) => Some(self.named(tx, names, community, deputy.0)?.clone()),
                None => None,
            };
            held.push(HeldClaim { claim: *claim, steward, deputy, until });
        }
        Ok(held)
    }
}
