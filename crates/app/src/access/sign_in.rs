//! Signing in and out.

use super::new_secret;
use super::password::Passwords;
use super::principal::SignedIn;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::{Access, Holder, Session};

/// How long a session lives without being used, in milliseconds: eight hours, a working day.
pub const IDLE: i64 = 8 * 60 * 60 * 1_000;
/// How long it lives at all: a week.
pub const LIFETIME: i64 = 7 * 24 * 60 * 60 * 1_000;
/// How often its use is written down: a page does not cost a commit.
const TOUCH: i64 = 5 * 60 * 1_000;

/// A session that has just begun.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The office it belongs to.
    pub community: CommunityCode,
    /// What the cookie holds besides the office.
    pub secret: String,
}

impl App {
    /// Signs somebody in by name and password. Name unknown, password wrong, account closed: the same answer after
    /// the same work. Blocks.
    ///
    /// # Errors
    /// [`Refusal::SignInFailed`].
    pub fn sign_in(&self, passwords: &Passwords, name: &str, password: &str) -> Result<NewSession> {
        let token = self.sign_in_token(name);
        let found = self.db.read(|tx| -> Result<_> {
            let Some((community, holder)) = tx.sign_in_name(&token)? else { return Ok(None) };
            let hash = tx.account(community, holder.id())?.flatten();
            Ok(Some((community, holder, hash)))
        })?;
        let hash = found.as_ref().and_then(|(.., hash)| hash.as_deref());
        if !passwords.fits(password, hash) {
            return Err(Refusal::SignInFailed.into());
        }
        let (community, holder, _) = found.ok_or(Refusal::SignInFailed)?;
        self.begin_session(community, holder)
    }

    /// The token of a sign-in name: names are compared without regard to case and width.
    pub(crate) fn sign_in_token(&self, name: &str) -> Vec<u8> {
        let name = guanjia_domain::text::clean_line(name).to_lowercase();
        self.vault.index().value("", "sign-in name", &name).to_vec()
    }

    /// Begins a session: always with a new secret. Blocks.
    ///
    /// # Errors
    /// [`Refusal::SignInFailed`] when the account is closed.
    pub fn begin_session(&self, community: CommunityCode, holder: Holder) -> Result<NewSession> {
        let (secret, csrf) = (new_secret()?, new_secret()?);
        let app = self.clone();
        let kept = secret.clone();
        self.db
            .write(community, move |tx| -> Result<()> {
                tx.account(community, holder.id())?.ok_or(Refusal::SignInFailed)?;
                let signed_in = app.signed_in(tx, community, holder)?;
                let now = app.now();
                let session = Session { holder, csrf: csrf.clone(), created_at: now, seen_at: now };
                tx.begin_session(community, &kept, &session)?;
                app.log_simple(tx, community, signed_in.who.actor(), "sign_in", now)
            })
            .wait()?;
        Ok(NewSession { community, secret })
    }

    /// Who a session belongs to, with what its forms must carry; `None` once it has ended.
    ///
    /// # Errors
    /// What the store says.
    pub fn session(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        secret: &str,
    ) -> Result<Option<(SignedIn, String)>> {
        let Some(session) = tx.session(community, secret)? else { return Ok(None) };
        let now = self.now();
        if now.since(session.seen_at) > IDLE || now.since(session.created_at) > LIFETIME {
            return Ok(None);
        }
        if now.since(session.seen_at) > TOUCH {
            let secret = secret.to_owned();
            // Not waited for: a lost touch only ends an idle session a little earlier.
            let _later = self.db.write(community, move |tx| tx.touch_session(community, &secret, now));
        }
        match self.signed_in(tx, community, session.holder) {
            Ok(signed_in) => Ok(Some((signed_in, session.csrf))),
            Err(error) if error.refusal() == Some(&Refusal::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
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
}
