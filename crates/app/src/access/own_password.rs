//! Somebody changes the own password.

use super::password::Passwords;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::Holder;

impl App {
    /// Changes the password of somebody who proves the present one; every other session of theirs ends. Blocks.
    ///
    /// # Errors
    /// [`Refusal::PasswordWrong`], [`Refusal::WeakPassword`].
    pub fn change_password(
        &self,
        passwords: &Passwords,
        who: &Principal,
        (community, holder): (CommunityCode, Holder),
        (present, new): (&str, &str),
        session: &str,
    ) -> Result<()> {
        self.prove(passwords, community, holder, present)?;
        let hash = passwords.hash(new)?;
        let (app, actor, session) = (self.clone(), who.actor(), session.to_owned());
        self.db
            .write(community, move |tx| -> Result<()> {
                tx.change_password(community, holder.id(), &hash)?;
                app.end_epoch(tx, community, holder.id(), Some(&session), actor)?;
                app.log_about(tx, community, actor, "password", holder.id())
            })
            .wait()
    }

    /// Somebody who is signed in proves the password once more. An account without one has nothing to prove: it was
    /// opened by a link of the demo.
    pub(super) fn prove(
        &self,
        passwords: &Passwords,
        community: CommunityCode,
        holder: Holder,
        password: &str,
    ) -> Result<()> {
        let hash = self.db.read(|tx| tx.account(community, holder.id()))?.ok_or(Refusal::NotFound)?;
        if hash.is_none() || passwords.fits(password, hash.as_deref()) {
            return Ok(());
        }
        Err(Refusal::PasswordWrong { field: "present" }.into())
    }
}
