//! Somebody who had left, or an organisation, works here again.

use super::{Colleague, ColleagueSheet};
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::access::Holder;
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

impl App {
    /// Everybody who has left.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for those who do not appoint people.
    pub fn former_colleagues(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<ColleagueSheet>> {
        allow(who, Action::ChangePeople, &Area::community(community, None))?;
        let staff = tx.staff(community)?.into_iter().filter(|it| it.left).map(Colleague::Staff);
        let organisations = tx.organisations(community)?.into_iter().filter(|it| it.left);
        let mut found = Vec::new();
        for who in staff.chain(organisations.map(Colleague::Organisation)) {
            let mut sheet = ColleagueSheet { who, person: Default::default(), area: Vec::new() };
            sheet.person = self.person(tx, community, sheet.id())?;
            found.push(sheet);
        }
        Ok(found)
    }

    /// Takes somebody back in the post they had, without estates. The account opens again, but not the old password:
    /// they are invited anew. A lock stays: it is the security administrator's.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`]. Nothing changes for somebody who has not left.
    pub fn take_back(&self, who: &Principal, community: CommunityCode, id: Uuid) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx: &mut Tx| -> Result<()> {
            let holder = app.holder(tx, community, id)?;
            allow(&who, Action::ChangePeople, &Area::community(community, None))?;
            let (subject, event) = match holder {
                Holder::Staff(id) => (Subject::Staff(id.into()), HouseEvent::StaffReturned),
                Holder::Organisation(id) => {
                    (Subject::Organisation(id.into()), HouseEvent::OrganisationReturned)
                }
            };
            let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
            let has_left = match &before {
                Entity::Staff(it) => it.left,
                Entity::Organisation(it) => it.left,
                _ => false,
            };
            if !has_left {
                return Ok(());
            }
            app.record_house(tx, &who, community, subject, Some(before), event)?;
            Ok(tx.keep_account(community, holder, None, false)?)
        })
    }
}
