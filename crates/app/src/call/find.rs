//! A call that somebody may read, and the area of it for the permission function.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::call::Call;
use guanjia_domain::ids::CallId;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

impl App {
    /// The area of a call: whoever speaks for one of its units has it.
    pub(super) fn area_of_call(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Call,
    ) -> Result<Area> {
        let street = self.community(tx, community)?.street;
        let speaks = it.units().into_iter().any(|unit| unit.is_spoken_for_by(who.role, who.id));
        let handler = who.party().filter(|_| speaks);
        Ok(Area { estate: Some(it.estate), handler, ..Area::community(community, street) })
    }

    /// A call that somebody may read.
    pub(super) fn call_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: CallId,
    ) -> Result<Call> {
        let call = tx.call(community, id)?.ok_or(Refusal::NotFound)?;
        allow(who, Action::ReadCall, &self.area_of_call(tx, who, community, &call)?)?;
        Ok(call)
    }

    /// Whether somebody may read a call.
    ///
    /// # Errors
    /// What the store says.
    pub fn reads_call(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: CallId,
    ) -> Result<bool> {
        let Some(call) = tx.call(community, id)? else { return Ok(false) };
        let area = self.area_of_call(tx, who, community, &call)?;
        Ok(permit(who, Action::ReadCall, &area) == Verdict::Allowed)
    }

    /// The communities in which somebody can have to do with calls.
    pub(super) fn call_communities(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunityCode>> {
        Ok(match who.role {
            Role::StreetOffice | Role::DistrictBureau => {
                self.communities_below(tx, who)?.into_iter().map(|(code, _)| code).collect()
            }
            _ => vec![who.home],
        })
    }

    /// In which community a call lies that somebody may know of.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn find_call(&self, tx: &mut Tx, who: &Principal, id: CallId) -> Result<CommunityCode> {
        for community in self.call_communities(tx, who)? {
            if tx.call(community, id)?.is_some() {
                return Ok(community);
            }
        }
        Err(Refusal::NotFound.into())
    }
}
