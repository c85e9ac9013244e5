//! A session: begun with a new secret, and found again by it until it has ended.

use super::new_secret;
use super::principal::SignedIn;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::{Holder, Session};

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

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct LiveSession {
    /// Whose it is.
    pub signed_in: SignedIn,
    /// What every form must carry.
    pub csrf: String,
    /// Whether they must set up a second factor before they may do anything else.
    pub factor_due: bool,
}

impl App {
    /// Begins a session: always with a new secret. Blocks.
    ///
    /// # Errors
    /// [`Refusal::SignInFailed`] when the account is closed or locked.
    pub fn begin_session(&self, community: CommunityCode, holder: Holder) -> Result<NewSession> {
        self.begin_session_on(community, holder, "")
    }

    /// The same on a kind of device, in a stable word. Blocks.
    ///
    /// # Errors
    /// As [`App::begin_session`].
    pub fn begin_session_on(
        &self,
        community: CommunityCode,
        holder: Holder,
        device: &'static str,
    ) -> Result<NewSession> {
        let app = self.clone();
        self.db.write(community, move |tx| app.open_session(tx, community, holder, device)).wait()
    }

    /// The same as part of a change; `device` is a stable word for the kind of device.
    pub(super) fn open_session(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Holder,
        device: &str,
    ) -> Result<NewSession> {
        let (secret, csrf) = (new_secret()?, new_secret()?);
        tx.account(community, holder.id())?.ok_or(Refusal::SignInFailed)?;
        let signed_in = self.signed_in(tx, community, holder)?;
        let now = self.now();
        tx.forget_sessions(community, holder.id(), now.plus(-LIFETIME), now.plus(-IDLE))?;
        let session = Session { holder, csrf, created_at: now, seen_at: now, device: device.to_owned() };
        tx.begin_session(community, &secret, &session)?;
        tx.note_sign_in(community, holder.id(), now)?;
        self.log_simple(tx, community, signed_in.who.actor(), "sign_in", now)?;
        Ok(NewSession { community, secret })
    }

    /// Who a session belongs to; `None` once it has ended.
    ///
    /// # Errors
    /// What the store says.
    pub fn session(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        secret: &str,
    ) -> Result<Option<LiveSession>> {
        let Some(session) = tx.session(community, secret)? else { return Ok(None) };
        let now = self.now();
        if has_ended(&session, now) {
            return Ok(None);
        }
        if now.since(session.seen_at) > TOUCH {
            let secret = secret.to_owned();
            // Not waited for: a lost touch only ends an idle session a little earlier.
            let _later = self.db.write(community, move |tx| tx.touch_session(community, &secret, now));
        }
        match self.signed_in(tx, community, session.holder) {
            Ok(signed_in) => {
                let duty =
                    tx.community(community)?.is_some_and(|it| it.two_factor.contains(&signed_in.who.role));
                let factor_due = duty && tx.factor_step(community, session.holder.id())?.is_none();
                Ok(Some(LiveSession { signed_in, csrf: session.csrf, factor_due }))
            }
            Err(error) if error.refusal() == Some(&Refusal::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Whether nobody can use it any more.
pub(super) fn has_ended(session: &Session, now: Moment) -> bool {
    now.since(session.seen_at) > IDLE || now.since(session.created_at) > LIFETIME
}
