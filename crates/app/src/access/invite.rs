//! Invitations: a link that works once, by which somebody chooses a sign-in name and a password.

use super::new_secret;
use super::password::Passwords;
use super::sign_in::NewSession;
use crate::error::Result;
use crate::office::{App, Person, allow};
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
    /// Invites the holder of an account; earlier invitations end. Blocks.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`].
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
                let area = Area::community(community, None);
                allow(&who, Action::ChangePeople, &area)
                    .or_else(|_| allow(&who, Action::ChangeAccounts, &area))?;
                tx.account(community, holder.id())?.ok_or(Refusal::NotFound)?;
                tx.end_links(community, holder.id(), LinkKind::Invitation)?;
                let now = app.now();
                let ends_at = Some(now.plus(if first { FIRST } else { LATER }));
                let id = holder.id();
                let link = Link { subject: id, holder: Some(id), ends_at, used_at: None };
                tx.keep_link(community, &kept, LinkKind::Invitation, &link, now)?;
                app.log_simple(tx, community, who.actor(), "invite", now)
            })
            .wait()?;
        Ok(secret)
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

    /// Accepts an invitation: chooses name and password, and is signed in. Blocks.
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
    ) -> Result<NewSession> {
        let name = clean_line(name);
        if name.is_empty() {
            return Err(Refusal::TextMissing { field: "name" }.into());
        }
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
                Ok(tx.keep_account(community, holder, Some(&hash), false)?)
            })
            .wait()?;
        self.begin_session(community, holder)
    }
}
