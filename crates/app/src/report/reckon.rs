//! By what a month is reckoned in a community.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::call::Above;
use guanjia_domain::report::{Month, Reckoning};
use guanjia_store::Tx;
use std::sync::Arc;

impl App {
    /// A month as it is reckoned now, by the community's own rule.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn reckoning(&self, tx: &mut Tx, community: CommunityCode, month: Month) -> Result<Reckoning> {
        let (rule, above) = (self.rate_rule(tx, community)?, self.above(tx, community)?);
        Ok(Reckoning { month, now: self.now(), rule, above })
    }

    /// Which requests calls for help brought to the street office or a bureau. Kept until something happens.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn above(&self, tx: &mut Tx, community: CommunityCode) -> Result<Arc<Above>> {
        tx.of_the_work("calls above", community, &[], |tx| {
            let mut above = Above::default();
            tx.each_call(community, |call| {
                above.take(&call);
                Ok(())
            })?;
            Ok(above)
        })
    }
}
