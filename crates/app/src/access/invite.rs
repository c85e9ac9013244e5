//! Invitations: a link that works once, by which somebody chooses a sign-in name and a password.

use super::new_secret;
use super::password::Passwords;
use super::sign_in::SignIn;
use crate::error::Result;
use crate::office::{App, Person, allow};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::{Holder, Link, LinkKind};

/// How long an invitation works: thirty minutes for the first administrator, three days for everybody else.
const FIRST: i64 = 30 * 60 * 1_000;
const LATER: i64 = 3 * 24 * 60 * 60 * 1_000;

/// What an invitation opens.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// Who is invited.
    pub person: Person,
    /// Their id.
    pub holder: Holder,
}

impl App {
    /// Invites the holder of an account, or gives a link for a new password; earlier invitations end. Blocks.
    ///
    /// A link opens the account of whoever it is for. So only the security administrator gives a new link for an
    /// account that is in use, and any link for an administrator; where there is no security administrator yet,
    /// whoever appoints people does. In use is what has a password, and what somebody ever signed in with: dismissing
    /// somebody and taking them back does not make the account new.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::OwnAccount`] for the own account.
    pub fn invite(
        &self,
        who: &Principal,
        community: CommunityCode,
        holder: Holder,
        first: bool,
    ) -> Result<String> {
        let secret = new_secret()?;
        let (app, who, kept) = (self.clone(), who.clone(), secret.clone());
        self.db
            .write(community, move |tx| -> Result<()> {
                app.may_invite(tx, &who, community, holder)?;
                tx.end_links(community, holder.id(), LinkKind::Invitation)?;
                let now = app.now();
                let ends_at = Some(now.plus(if first { FIRST } else { LATER }));
                let id = holder.id();
                let link = Link { subject: id, holder: Some(id), ends_at, used_at: None };
                tx.keep_link(community, &kept, LinkKind::Invitation, &link, now)?;
                app.log_about(tx, community, who.actor(), "invite", id)
            })
            .wait()?;
        Ok(secret)
    }

    fn may_invite(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        holder: Holder,
    ) -> Result<()> {
        let area = Area::community(community, None);
        let either =
            allow(who, Action::ChangePeople, &area).or_else(|_| allow(who, Action::ChangeAccounts, &area));
        either?;
        let has_password = tx.account(community, holder.id())?.ok_or(Refusal::NotFound)?.is_some();
        let state = tx.account_state(community, holder.id())?;
        let in_use = has_password || state.is_some_and(|it| it.signed_in_at.is_some());
        if who.id == Some(holder.id()) {
            return Err(Refusal::OwnAccount.into());
        }
        let post = tx.staff_member(community, holder.id().into())?.map(|it| it.post);
        let guards = self.administrators(tx, community, Post::SecurityAdministrator)?;
        let guarded = guards.iter().any(|it| *it != holder.id() || in_use);
        if guarded && (in_use || post.is_some_and(Post::administers)) {
            allow(who, Action::ChangeAccounts, &area)?;
        }
        Ok(())
    }

    /// Looks at an invitation without using it.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`].
    pub fn welcome(&self, tx: &mut Tx, community: CommunityCode, secret: &str) -> Result<Welcome> {
        let link = tx.link(community, secret, LinkKind::Invitation)?.ok_or(Refusal::LinkEnded)?;
        if link.used_at.is_some() || link.ends_at.is_some_and(|ends| ends <= self.now()) {
            return Err(Refusal::LinkEnded.into());
        }
        let id = link.holder.ok_or(Refusal::LinkEnded)?;
        let holder = match tx.staff_member(community, id.into())? {
            Some(_) => Holder::Staff(id),
            None => Holder::Organisation(id),
        };
        Ok(Welcome { person: self.person(tx, community, id)?, holder })
    }

    /// Accepts an invitation: chooses name and password, and is signed in, or asked for the code of the second factor.
    /// Earlier sessions end. Blocks.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`], [`Refusal::NameTaken`], [`Refusal::WeakPassword`].
    pub fn accept_invitation(
        &self,
        passwords: &Passwords,
        community: CommunityCode,
        secret: &str,
        name: &str,
        password: &str,
        device: &str,
    ) -> Result<SignIn> {
        let name = chosen_name(name)?;
        let holder = self.db.read(|tx| self.welcome(tx, community, secret))?.holder;
        let hash = passwords.hash(password)?;
        let token = self.sign_in_token(&name);
        let (app, secret) = (self.clone(), secret.to_owned());
        self.db
            .write(community, move |tx| -> Result<()> {
                app.welcome(tx, community, &secret)?;
                if !tx.take_sign_in_name(&token, community, holder)? {
                    return Err(Refusal::NameTaken { field: "name", name: name.clone() }.into());
                }
                if !tx.use_link(community, &secret, app.now())? {
                    return Err(Refusal::LinkEnded.into());
                }
                let actor = app.signed_in(tx, community, holder)?.who.actor();
                app.end_epoch(tx, community, holder.id(), None, actor)?;
                Ok(tx.change_password(community, holder.id(), &hash)?)
            })
            .wait()?;
        self.let_in(community, holder, device)
    }
}

/// The longest sign-in name, in characters.
pub const MOST_NAME: usize = 40;

/// A sign-in name as somebody chose it, in one line.
///
/// # Errors
/// [`Refusal::TextMissing`], [`Refusal::TextTooLong`].
pub(crate) fn chosen_name(typed: &str) -> Result<String> {
    let (name, field) = (clean_line(typed), "name");
    match name.chars().count() {
        0 => Err(Refusal::TextMissing { field }.into()),
        1..=MOST_NAME => Ok(name),
        length => Err(Refusal::TextTooLong { field, length, most: MOST_NAME }.into()),
    }
}
