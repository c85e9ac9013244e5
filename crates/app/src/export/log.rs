//! Who took what out of the house, and why.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::text::Text;
use guanjia_domain::{Actor, CommunityCode};
use guanjia_store::access::Access;
use guanjia_store::{Kind, Slot, Tx};

/// What the access log calls it.
const ACTION: &str = "export";

impl App {
    /// Writes into the access log who took what; the reason is sealed beside it.
    pub(crate) fn log_export(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        actor: Actor,
        what: &str,
        reason: Option<&Text>,
    ) -> Result<()> {
        let object = actor.id.unwrap_or_default();
        let access = Access { at: self.now(), actor, action: ACTION.into(), object, detail: what.into() };
        let seq = tx.log_access(community, &access)?;
        let Some(reason) = reason else { return Ok(()) };
        let n = u32::try_from(seq).unwrap_or(u32::MAX);
        let slot = Slot { community, owner: object, kind: Kind::Reason, n };
        Ok(tx.keep(&slot, &self.vault.seal(&slot, reason.as_str().as_bytes())?)?)
    }
}
