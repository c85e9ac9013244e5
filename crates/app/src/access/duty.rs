//! Which roles must sign in with a second factor.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Role, Subject};

/// The roles that have accounts, in the order in which they are shown.
pub const DUTY_ROLES: [Role; 9] = [
    Role::SystemAdministrator,
    Role::SecurityAdministrator,
    Role::Auditor,
    Role::Secretary,
    Role::Officer,
    Role::GridWorker,
    Role::Organisation,
    Role::StreetOffice,
    Role::DistrictBureau,
];

impl App {
    /// Says which roles must have a second factor, in place of those before. Blocks.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for everybody but the security administrator; [`Refusal::NotAChoice`] for a role that has
    /// no account.
    pub fn set_two_factor_duty(
        &self,
        who: &Principal,
        community: CommunityCode,
        roles: &[Role],
    ) -> Result<()> {
        if let Some(odd) = roles.iter().find(|role| !DUTY_ROLES.contains(role)) {
            return Err(Refusal::NotAChoice { field: "role", value: odd.name().to_owned() }.into());
        }
        let roles: Vec<_> = DUTY_ROLES.into_iter().filter(|role| roles.contains(role)).collect();
        let (app, who) = (self.clone(), who.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                allow(&who, Action::ChangeAccounts, &Area::community(community, None))?;
                let before = tx.entity(community, Subject::Community)?.ok_or(Refusal::NotFound)?;
                let Entity::Community(it) = &before else { return Err(Refusal::NotFound.into()) };
                if it.two_factor == roles {
                    return Ok(());
                }
                let event = HouseEvent::TwoFactorDutySet { roles: roles.clone() };
                app.record_house(tx, &who, community, Subject::Community, Some(before), event)
            })
            .wait()
    }
}
