//! How rates are counted in a community.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::numbers::RateRule;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};

impl App {
    /// The rule in force.
    ///
    /// # Errors
    /// What the store says.
    pub fn rate_rule(&self, tx: &mut Tx, community: CommunityCode) -> Result<RateRule> {
        let rule = tx.of_the_house("rate rule", community, &[], |tx| -> Result<RateRule> {
            Ok(tx.community(community)?.map(|it| it.rates).unwrap_or_default())
        })?;
        Ok(*rule)
    }

    /// Says how rates are counted from now on, for past requests too: rates are never stored.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotAChoice`] for a number that cannot be meant.
    pub fn set_rate_rule(
        &self,
        who: &Principal,
        community: CommunityCode,
        rule: RateRule,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangeRates, &Area::community(community, None))?;
            if !rule.is_sound() {
                let value = rule.contact_hours.to_string();
                return Err(Refusal::NotAChoice { field: "contact_hours", value }.into());
            }
            let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
            if matches!(&before, Entity::Community(it) if it.rates == rule) {
                return Ok(());
            }
            let event = HouseEvent::RateRuleSet { rule };
            app.record_house(tx, &who, community, Subject::Community, Some(before), event)
        })
    }
}
