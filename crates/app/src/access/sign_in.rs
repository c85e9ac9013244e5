//! Signing in, in one step or two, and out.

use super::new_secret;
use super::password::Passwords;
use super::session::NewSession;
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::{Access, Holder, Link, LinkKind};
use guanjia_store::vault::Token;
use uuid::Uuid;

/// How long somebody has to type the code after the password, in milliseconds.
const SECOND_STEP: i64 = 5 * 60 * 1_000;

/// What a good password leads to.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// In.
    In(NewSession),
    /// The code of the second factor is still to come; with it comes this.
    Code(String),
}

impl App {
    /// Signs somebody in by name and password. Name unknown, password wrong, account closed or locked: the same answer
    /// after the same work. Blocks.
    ///
    /// # Errors
    /// [`Refusal::SignInFailed`].
    pub fn sign_in(&self, passwords: &Passwords, name: &str, password: &str, device: &str) -> Result<SignIn> {
        let token = self.sign_in_token(name);
        let found = self.db.read(|tx| -> Result<_> {
            let Some((community, holder)) = tx.sign_in_name(&token)? else { return Ok(None) };
            let hash = tx.account(community, holder.id())?.flatten();
            Ok(Some((community, holder, hash)))
        })?;
        let hash = found.as_ref().and_then(|(.., hash)| hash.as_deref());
        let fits = passwords.fits(password, hash);
        match found {
            Some((community, holder, _)) if fits => self.let_in(community, holder, device),
            Some((community, holder, _)) => {
                self.note_failure(community, holder.id());
                Err(Refusal::SignInFailed.into())
            }
            None => Err(Refusal::SignInFailed.into()),
        }
    }

    /// In, or to the second step, for somebody who has just proved who they are by the first. Blocks.
    pub(crate) fn let_in(&self, community: CommunityCode, holder: Holder, device: &str) -> Result<SignIn> {
        let (app, device) = (self.clone(), device.to_owned());
        self.db
            .write(community, move |tx| {
                if tx.factor_step(community, holder.id())?.is_none() {
                    return app.open_session(tx, community, holder, &device).map(SignIn::In);
                }
                let (secret, now) = (new_secret()?, app.now());
                tx.end_links(community, holder.id(), LinkKind::SecondStep)?;
                let ends_at = Some(now.plus(SECOND_STEP));
                let link = Link { subject: holder.id(), holder: Some(holder.id()), ends_at, used_at: None };
                tx.keep_link(community, &secret, LinkKind::SecondStep, &link, now)?;
                Ok(SignIn::Code(format!("{community}.{secret}")))
            })
            .wait()
    }

    /// Whose code is waited for.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`] when it took too long, or was used.
    pub fn second_step(&self, tx: &mut Tx, step: &str) -> Result<(CommunityCode, Uuid)> {
        let (community, secret) = step.split_once('.').ok_or(Refusal::LinkEnded)?;
        let community = community.parse().map_err(|_| Refusal::LinkEnded)?;
        let link = tx.link(community, secret, LinkKind::SecondStep)?.ok_or(Refusal::LinkEnded)?;
        if link.used_at.is_some() || link.ends_at.is_none_or(|ends| ends <= self.now()) {
            return Err(Refusal::LinkEnded.into());
        }
        Ok((community, link.subject))
    }

    /// Signs in with the code of the second factor, or a recovery code. Blocks.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`], [`Refusal::CodeWrong`], [`Refusal::CodeUsed`].
    pub fn enter_code(&self, step: &str, code: &str, device: &str) -> Result<NewSession> {
        let (community, holder) = self.db.read(|tx| self.second_step(tx, step))?;
        let (app, step, code, device) = (self.clone(), step.to_owned(), code.to_owned(), device.to_owned());
        let entered = self
            .db
            .write(community, move |tx| {
                app.second_step(tx, &step)?;
                app.spend_code(tx, community, holder, &code)?;
                let (_, secret) = step.split_once('.').ok_or(Refusal::LinkEnded)?;
                if !tx.use_link(community, secret, app.now())? {
                    return Err(Refusal::LinkEnded.into());
                }
                let holder = app.holder(tx, community, holder)?;
                app.open_session(tx, community, holder, &device)
            })
            .wait();
        if let Err(AppError::Refused(Refusal::CodeWrong | Refusal::CodeUsed)) = &entered {
            self.note_failure(community, holder);
        }
        entered
    }

    /// Counts a failure and writes it into the access log. Not waited for: an answer to a name that exists must not
    /// take longer than to one that does not.
    fn note_failure(&self, community: CommunityCode, holder: Uuid) {
        let (app, now) = (self.clone(), self.now());
        let _later = self.db.write(community, move |tx| -> Result<()> {
            tx.count_failure(community, holder, now)?;
            app.log_about(tx, community, Actor::SYSTEM, "sign_in_failed", holder)
        });
    }

    /// The token of a sign-in name: names are compared without regard to case and width.
    #[must_use]
    pub fn sign_in_token(&self, name: &str) -> Token {
        let name = guanjia_domain::text::clean_line(name).to_lowercase();
        self.vault.index().value("", "sign-in name", &name)
    }

    /// Ends a session on the server. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn sign_out(&self, who: &Principal, community: CommunityCode, secret: &str) -> Result<()> {
        let (app, actor, secret) = (self.clone(), who.actor(), secret.to_owned());
        self.db
            .write(community, move |tx| -> Result<()> {
                tx.end_session(community, &secret)?;
                app.log_simple(tx, community, actor, "sign_out", app.now())
            })
            .wait()
    }

    pub(crate) fn log_simple(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        actor: Actor,
        action: &str,
        at: Moment,
    ) -> Result<()> {
        let object = actor.id.unwrap_or_default();
        tx.log_access(
            community,
            &Access { at, actor, action: action.into(), object, detail: String::new() },
        )?;
        Ok(())
    }

    /// Writes into the access log what was done with whose account.
    pub(crate) fn log_about(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        actor: Actor,
        action: &str,
        object: Uuid,
    ) -> Result<()> {
        let at = self.now();
        tx.log_access(
            community,
            &Access { at, actor, action: action.into(), object, detail: String::new() },
        )?;
        Ok(())
    }
}
