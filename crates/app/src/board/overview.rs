//! The overview of estates: who looks after each, and how much is open there.

use crate::error::Result;
use crate::office::{App, Names, Person};
use guanjia_domain::CommunityCode;
use guanjia_domain::claim::Claim;
use guanjia_domain::ids::EstateId;
use guanjia_store::Tx;
use guanjia_store::requests::Counts;

/// An estate in the overview.
#[derive(Clone, Debug)]
pub struct EstateLine {
    /// The estate.
    pub id: EstateId,
    /// Its name.
    pub name: String,
    /// How many households.
    pub households: u64,
    /// The claim in force.
    pub claim: Claim,
    /// The steward.
    pub steward: Person,
    /// The deputy.
    pub deputy: Option<Person>,
    /// Open and overdue requests.
    pub counts: Counts,
}

impl App {
    /// Every estate with its steward and its open requests.
    ///
    /// # Errors
    /// What the store says.
    pub fn overview(&self, tx: &mut Tx, community: CommunityCode) -> Result<Vec<EstateLine>> {
        let now = self.now();
        let claims = tx.claims_in_force(community, now)?;
        let households = tx.households(community, self.now())?;
        let mut names = Names::default();
        let mut lines = Vec::new();
        for estate in tx.estates(community)? {
            let Some(held) = claims.iter().find(|held| held.estate == estate.id) else { continue };
            let steward = self.named(tx, &mut names, community, held.claim.steward.0)?.clone();
            let deputy = match held.claim.deputy {
                Some(deputy) => Some(self.named(tx, &mut names, community, deputy.0)?.clone()),
                None => None,
            };
            lines.push(EstateLine {
                id: estate.id,
                households: households.iter().find(|(id, _)| *id == estate.id).map_or(0, |(_, n)| *n),
                counts: tx.counts(community, estate.id, now)?,
                claim: held.claim,
                name: estate.facts.name,
                steward,
                deputy,
            });
        }
        Ok(lines)
    }
}
