//! Where somebody may call for help.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

impl App {
    /// Whether a role reads the duty list of its own community.
    #[must_use]
    pub const fn reads_duty_list(role: Role) -> bool {
        matches!(role, Role::Secretary | Role::Officer | Role::SystemAdministrator)
    }

    /// The estates in which somebody may call for help; an office sees the community before each.
    ///
    /// # Errors
    /// What the store says.
    pub fn call_estates(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<(EstateId, String)>> {
        let above = matches!(who.role, Role::StreetOffice | Role::DistrictBureau);
        let mut estates = Vec::new();
        for community in self.call_communities(tx, who)? {
            let office = self.community(tx, community)?;
            for (id, name) in tx.estate_names(community)?.iter() {
                let handler = who.party().filter(|_| above);
                let area = Area { estate: Some(*id), handler, ..Area::community(community, office.street) };
                if permit(who, Action::KeepCall, &area) == Verdict::Allowed {
                    let name = if above { format!("{} {name}", office.name) } else { name.clone() };
                    estates.push((*id, name));
                }
            }
        }
        Ok(estates)
    }

    /// In which community a request or an estate lies that somebody may know of.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn find_call_place(
        &self,
        tx: &mut Tx,
        who: &Principal,
        request: Option<RequestId>,
        estate: Option<EstateId>,
    ) -> Result<CommunityCode> {
        if let Some(request) = request {
            return self.find_request(tx, who, request);
        }
        let estate = estate.ok_or(Refusal::NotFound)?;
        for community in self.call_communities(tx, who)? {
            if tx.estate(community, estate)?.is_some() {
                return Ok(community);
            }
        }
        Err(Refusal::NotFound.into())
    }
}
