//! By what a month is reckoned in a community.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::report::{Month, Reckoning};
use guanjia_store::Tx;

impl App {
    /// A month as it is reckoned now, by the community's own rule.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn reckoning(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        month: Month,
    ) -> Result<Reckoning> {
        Ok(Reckoning { month, now: self.now(), rule: self.rate_rule(tx, community)? })
    }
}
