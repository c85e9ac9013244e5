//! The rights desk for somebody who works here: what they said is reached by their account. Not everybody who works
//! here has left a phone number, and what they wrote about their own work is found by nothing else.

use super::{Erased, Held};
use crate::error::{AppError, Result};
use crate::office::{App, Person, allow};
use guanjia_domain::ids::StaffId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::phone::Phone;
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

/// Whose words are looked for among those who work here.
#[derive(Clone, Copy)]
pub(crate) enum Whose<'a> {
    /// Of whoever has this phone.
    Phone(&'a Phone),
    /// Of this account.
    Account(StaffId),
}

impl Whose<'_> {
    /// Whether they are somebody's.
    pub(crate) fn are_of(self, id: Uuid, person: &Person) -> bool {
        match self {
            Self::Phone(phone) => person.phone.parse().as_ref() == Ok(phone),
            Self::Account(staff) => staff.0 == id,
        }
    }
}

/// Somebody who works here, or did, as the desk offers them.
#[derive(Clone, Debug)]
pub struct DeskAccount {
    /// Whose account it is.
    pub id: StaffId,
    /// Their name; empty when it is gone.
    pub name: String,
    /// Whether they have left.
    pub left: bool,
}

impl App {
    /// Everybody whom the desk can be asked about by account, also those who have left.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn desk_accounts(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<DeskAccount>> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        let mut accounts = Vec::new();
        for it in tx.staff(community)? {
            let name = self.person(tx, community, it.id.0)?.name;
            accounts.push(DeskAccount { id: it.id, name, left: it.left });
        }
        accounts.sort_by(|one, other| one.left.cmp(&other.left).then(one.name.cmp(&other.name)));
        Ok(accounts)
    }

    /// What somebody who works here said and is held: comments on the own figures, objections to allocations.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] when nothing is held.
    pub fn held_of_account(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        account: StaffId,
    ) -> Result<Held> {
        allow(who, Action::Erase, &Area::community(community, None))?;
        let (contests, comments) = (
            self.held_contests(tx, community, Whose::Account(account))?,
            self.held_comments(tx, community, Whose::Account(account))?,
        );
        let held = Held { contests, comments, ..Held::default() };
        if held.is_empty() { Err(Refusal::NotFound.into()) } else { Ok(held) }
    }

    /// The same for a copy that leaves the house: with the reason, in the access log.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason. Inside: as [`App::held_of_account`].
    pub fn copy_of_account(
        &self,
        who: &Principal,
        community: CommunityCode,
        account: StaffId,
        reason: &str,
    ) -> Result<Answer<Held, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            let held = app.held_of_account(tx, &who, community, account)?;
            app.log_with_reason(tx, community, who.actor(), "export", &reason, app.now())?;
            Ok(held)
        }))
    }

    /// Erases what somebody who works here said. That something was said stays, and the chain still verifies.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a reason. Inside: as [`App::held_of_account`].
    pub fn erase_of_account(
        &self,
        who: &Principal,
        community: CommunityCode,
        account: StaffId,
        reason: &str,
    ) -> Result<Answer<Erased, AppError>> {
        let reason = Text::new("reason", reason)?;
        let (app, who) = (self.clone(), who.clone());
        Ok(self.db.write(community, move |tx| {
            allow(&who, Action::Erase, &Area::community(community, None))?;
            let mut erased = Erased::default();
            app.erase_staff_words(tx, &who, community, Whose::Account(account), &mut erased)?;
            if erased == Erased::default() {
                return Err(Refusal::NotFound.into());
            }
            app.log_with_reason(tx, community, who.actor(), "erase", &reason, app.now())?;
            Ok(erased)
        }))
    }

    /// Erases what whoever works here and is meant said.
    pub(super) fn erase_staff_words(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        whose: Whose<'_>,
        erased: &mut Erased,
    ) -> Result<()> {
        for it in self.held_contests(tx, community, whose)? {
            erased.contests += usize::from(self.erase_contest(tx, who, community, it.id)?);
        }
        for it in self.held_comments(tx, community, whose)? {
            let place = (it.staff.0, it.n);
            erased.comments += usize::from(self.erase_comment(tx, who, community, place)?);
        }
        Ok(())
    }
}
