//! Accounts, as the security administrator sees them and what is done with them.

use super::sessions::SessionSheet;
use crate::error::Result;
use crate::office::{App, Person, allow};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;
use guanjia_store::access::{AccountState, Holder, LinkKind};
use uuid::Uuid;

/// An account with its holder's name.
#[derive(Clone, Debug)]
pub struct AccountSheet {
    /// The account.
    pub state: AccountState,
    /// Whose it is.
    pub person: Person,
    /// The role it signs in with.
    pub role: Role,
}

impl App {
    /// Every account that was not closed.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] for everybody but the security administrator.
    pub fn accounts(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<AccountSheet>> {
        allow(who, Action::ChangeAccounts, &Area::community(community, None))?;
        let open = tx.accounts(community)?.into_iter().filter(|it| !it.closed);
        open.map(|state| self.account_sheet(tx, community, state)).collect()
    }

    /// One account with its sessions.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`].
    pub fn account(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: Uuid,
    ) -> Result<(AccountSheet, Vec<SessionSheet>)> {
        let state = tx.account_state(community, id)?.filter(|it| !it.closed).ok_or(Refusal::NotFound)?;
        allow(who, Action::ChangeAccounts, &Area::community(community, None))?;
        Ok((self.account_sheet(tx, community, state)?, self.live_sessions(tx, community, id, None)?))
    }

    fn account_sheet(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        state: AccountState,
    ) -> Result<AccountSheet> {
        let id = state.holder.id();
        let role = match state.holder {
            Holder::Organisation(_) => Role::Organisation,
            Holder::Staff(_) => tx.staff_member(community, id.into())?.ok_or(Refusal::NotFound)?.post.role(),
        };
        Ok(AccountSheet { state, person: self.person(tx, community, id)?, role })
    }

    /// Locks an account: its sessions, invitations and tokens of views end at once, its API tokens rest; or unlocks it.
    /// Blocks.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::OwnAccount`]; [`Refusal::LastAdministrator`].
    pub fn lock_account(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: Uuid,
        lock: bool,
    ) -> Result<()> {
        let (app, who) = (self.clone(), who.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                let state =
                    tx.account_state(community, id)?.filter(|it| !it.closed).ok_or(Refusal::NotFound)?;
                allow(&who, Action::ChangeAccounts, &Area::community(community, None))?;
                if state.locked_at.is_some() == lock {
                    return Ok(());
                }
                if lock {
                    if who.id == Some(id) {
                        return Err(Refusal::OwnAccount.into());
                    }
                    app.check_not_last(tx, community, id)?;
                    app.end_epoch(tx, community, id, None, who.actor())?;
                    tx.end_links(community, id, LinkKind::Invitation)?;
                }
                tx.lock_account(community, id, lock.then(|| app.now()))?;
                app.log_about(tx, community, who.actor(), if lock { "lock" } else { "unlock" }, id)
            })
            .wait()
    }

    /// Takes the second factor off an account whose holder has lost phone and recovery codes. Blocks.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::OwnAccount`].
    pub fn reset_factor(&self, who: &Principal, community: CommunityCode, id: Uuid) -> Result<()> {
        let (app, who) = (self.clone(), who.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                tx.account_state(community, id)?.filter(|it| !it.closed).ok_or(Refusal::NotFound)?;
                allow(&who, Action::ChangeAccounts, &Area::community(community, None))?;
                if who.id == Some(id) {
                    return Err(Refusal::OwnAccount.into());
                }
                app.forget_factor(tx, community, id)?;
                app.end_epoch(tx, community, id, None, who.actor())?;
                app.log_about(tx, community, who.actor(), "factor_reset", id)
            })
            .wait()
    }

    /// Somebody else has the same administrator's post and can use it, or it is no administrator at all.
    ///
    /// # Errors
    /// [`Refusal::LastAdministrator`].
    pub(crate) fn check_not_last(&self, tx: &mut Tx, community: CommunityCode, id: Uuid) -> Result<()> {
        let Some(post) =
            tx.staff_member(community, id.into())?.map(|it| it.post).filter(|it| it.administers())
        else {
            return Ok(());
        };
        if self.administrators(tx, community, post)?.iter().any(|it| *it != id) {
            return Ok(());
        }
        Err(Refusal::LastAdministrator { post }.into())
    }

    /// The administrators of a post whose account is neither closed nor locked.
    pub(crate) fn administrators(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        post: Post,
    ) -> Result<Vec<Uuid>> {
        let mut found = Vec::new();
        for staff in tx.staff(community)?.into_iter().filter(|it| it.post == post && !it.left) {
            if tx.account(community, staff.id.0)?.is_some() {
                found.push(staff.id.0);
            }
        }
        Ok(found)
    }
}
