//! Reading one field of a card in clear: with a reason, and written down.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::card::{CardField, is_child, rule};
use guanjia_domain::ids::ResidentId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Access;
use guanjia_store::{Answer, Kind, Slot};

impl App {
    /// A field in clear. The reason goes sealed into the vault, the fact into the access log.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason; [`Refusal::ConsentNeeded`] for something sensitive that nobody
    /// agreed to; [`Refusal::NotAChoice`] for the tags, which are shown to whom they are meant for.
    pub fn reveal_field(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ResidentId,
        field: CardField,
        reason: &str,
    ) -> Result<Answer<String, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let (resident, card, _) = app.card_for(tx, &who, Action::RevealResident, community, id)?;
            if field == CardField::CareTags {
                return Err(Refusal::NotAChoice { field: "field", value: field.name().into() }.into());
            }
            let rule = rule(field);
            if rule.sensitive && !resident.is_agreed(rule, is_child(card.born_on(), app.now())) {
                return Err(Refusal::ConsentNeeded { field: "field" }.into());
            }
            let detail = format!("card {}", field.name());
            let access =
                Access { at: app.now(), actor: who.actor(), action: "reveal".into(), object: id.0, detail };
            let seq = tx.log_access(community, &access)?;
            let n = u32::try_from(seq).unwrap_or(u32::MAX);
            let slot = Slot { community, owner: id.0, kind: Kind::Reason, n };
            let sealed = app.vault.seal(&slot, reason.as_str().as_bytes())?;
            tx.keep(&slot, &sealed)?;
            Ok(card.text(field))
        }))
    }
}
