//! Reading facts: requests with who looked after their place when they were reported.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::claim::Claims;
use guanjia_domain::numbers::{Fact, Whose};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::{StoreError, Tx};
use std::ops::Range;
use std::sync::Arc;

impl App {
    /// Who looked after which place, at any instant. Kept until the house changes.
    ///
    /// # Errors
    /// What the store says.
    pub fn whose(&self, tx: &mut Tx, community: CommunityCode) -> Result<Arc<Whose>> {
        let whose = tx.of_the_house("whose", community, &[], |tx| {
            let mut claims: Vec<Claims> = Vec::new();
            for estate in tx.estates(community)? {
                claims.extend(tx.claims(community, estate.id)?);
            }
            Ok::<_, StoreError>(Whose::new(claims, &tx.drawings(community)?))
        })?;
        Ok(whose)
    }

    /// Hands the fact of every request of a community that was reported in a period to `take`, in the order of the
    /// report, and keeps none. Whether somebody may have them is the caller's to ask before.
    ///
    /// # Errors
    /// What the store says.
    pub fn facts(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        period: Range<Moment>,
        mut take: impl FnMut(Fact),
    ) -> Result<()> {
        let whose = self.whose(tx, community)?;
        tx.facts(community, period, &whose, |fact| {
            take(fact);
            Ok(())
        })?;
        Ok(())
    }

    /// Hands the fact of every open request to `take`, whenever it was reported, with whether a call holds it above.
    ///
    /// # Errors
    /// What the store says.
    pub fn open_facts(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        mut take: impl FnMut(Fact),
    ) -> Result<()> {
        let (whose, above) = (self.whose(tx, community)?, self.above(tx, community)?);
        tx.open_facts(community, &whose, |mut fact| {
            fact.called = above.lies(fact.id);
            take(fact);
            Ok(())
        })?;
        Ok(())
    }
}
