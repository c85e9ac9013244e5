//! Where a request lies, for whoever reported it: the unit, since when, by when; no names of persons and no texts.

use super::names::UnitName;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::call::Stage;
use guanjia_domain::ids::{CallId, RequestId};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use jiff::civil::Date;

/// How a call about a request stands.
#[derive(Clone, Debug)]
pub struct CallStand {
    /// The call.
    pub call: CallId,
    /// Where it stands.
    pub stage: Stage,
    /// Who leads.
    pub lead: UnitName,
    /// Since when.
    pub since: Moment,
    /// Who was called and has not answered.
    pub asked: Option<UnitName>,
    /// By when.
    pub due: Date,
}

impl App {
    /// The calls about a request that were not taken back, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn calls_about(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        request: RequestId,
    ) -> Result<Vec<CallStand>> {
        let mut stands = Vec::new();
        for call in tx.calls_of(community, request)? {
            if call.stage == Stage::Withdrawn {
                continue;
            }
            let names = self.unit_names(tx, community, Some(&call))?;
            stands.push(CallStand {
                call: call.id,
                stage: call.stage,
                lead: names.of(call.lead),
                since: call.lead_since,
                asked: call.asked().map(|unit| names.of(unit)),
                due: call.due(),
            });
        }
        Ok(stands)
    }
}
