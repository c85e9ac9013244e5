//! Whose places somebody may look at: the own community, or the communities below an office.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::place::Estate;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;

impl App {
    /// The communities whose places somebody may read; never empty.
    ///
    /// # Errors
    /// What the permission function says of their own office, when there is none.
    pub fn readable_communities(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunityCode>> {
        let home = Area::community(who.home, None);
        if permit(who, Action::ReadPlaces, &home) == Verdict::Allowed {
            return Ok(vec![who.home]);
        }
        let mut found = Vec::new();
        for (code, _) in self.communities_below(tx, who)? {
            let street = self.community(tx, code)?.street;
            if permit(who, Action::ReadPlaces, &Area::community(code, street)) == Verdict::Allowed {
                found.push(code);
            }
        }
        if found.is_empty() {
            allow(who, Action::ReadPlaces, &home)?;
        }
        Ok(found)
    }

    /// An estate that somebody may read, with its community.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none, or when it lies in a community that is not theirs: the two are
    /// never told apart.
    pub fn readable_estate(
        &self,
        tx: &mut Tx,
        who: &Principal,
        id: EstateId,
    ) -> Result<(CommunityCode, Estate)> {
        for community in self.readable_communities(tx, who)? {
            if let Some(estate) = tx.estate(community, id)? {
                return Ok((community, estate));
            }
        }
        Err(Refusal::NotFound.into())
    }
}
