//! Reading what is masked: with a reason, and written down.

use super::area_of;
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::ids::RequestId;
use guanjia_domain::masking::{Field, mask};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Access;
use guanjia_store::{Answer, Kind, Slot, Tx};

impl App {
    /// The reporters of a request in clear: first whoever filed it, then those who joined. The reason goes sealed
    /// into the vault, the fact into the access log.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason.
    pub fn reveal_reporters(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: RequestId,
        reason: &str,
    ) -> Result<Answer<Vec<Person>, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let office = app.community(tx, community)?;
            let request = tx.request(community, id)?.ok_or(Refusal::NotFound)?;
            allow(&who, Action::Reveal, &area_of(community, office.street, &request))?;
            let access = Access {
                at: app.now(),
                actor: who.actor(),
                action: "reveal".into(),
                object: id.0,
                detail: "reporter".into(),
            };
            let seq = tx.log_access(community, &access)?;
            let n = u32::try_from(seq).unwrap_or(u32::MAX);
            let slot = Slot { community, owner: id.0, kind: Kind::Reason, n };
            let sealed = app.vault.seal(&slot, reason.as_str().as_bytes())?;
            tx.keep(&slot, &sealed)?;
            app.reporters(tx, community, id)
        }))
    }

    /// The reporters of a request, in clear: for [`App::reveal_reporters`] and for masking.
    pub(crate) fn reporters(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: RequestId,
    ) -> Result<Vec<Person>> {
        let sealed = tx.kept_of(community, id.0, Kind::Reporter)?;
        let open = |(n, sealed): (u32, Vec<u8>)| {
            let slot = Slot { community, owner: id.0, kind: Kind::Reporter, n };
            let plain = self.vault.open(&slot, &sealed)?;
            Ok(serde_json::from_slice(&plain).map_err(guanjia_store::StoreError::from)?)
        };
        sealed.into_iter().map(open).collect()
    }
}

impl Person {
    /// As everybody may see it who may see the request: 张**, 138****1234.
    #[must_use]
    pub fn masked(&self) -> Self {
        let hide = |field, value: &String| if value.is_empty() { String::new() } else { mask(field, value) };
        Self { name: hide(Field::Name, &self.name), phone: hide(Field::Phone, &self.phone) }
    }
}
