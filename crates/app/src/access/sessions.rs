//! The sessions of an account: listed and ended by their owner, or by the security administrator.

use super::principal::SignedIn;
use super::session::has_ended;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::access::secret_hash;
use uuid::Uuid;

/// A session as people see it: no address, no trail.
#[derive(Clone, Debug)]
pub struct SessionSheet {
    /// Names it in a form; opens nothing.
    pub id: String,
    /// What kind of device began it, in a stable word; empty where it is not known.
    pub device: String,
    /// When it began.
    pub begun: Moment,
    /// When it was last used, give or take five minutes.
    pub used: Moment,
    /// Whether it is the one that asks.
    pub own: bool,
}

impl App {
    /// The sessions of a holder that have not ended, the one used last first. Whose they are is checked by the caller:
    /// the own ones, or any for the security administrator.
    pub(super) fn live_sessions(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Uuid,
        asking: Option<&str>,
    ) -> Result<Vec<SessionSheet>> {
        let (now, asking) = (self.now(), asking.map(secret_hash));
        let lines = tx.sessions(community, holder)?.into_iter();
        let live = lines.filter(|line| !has_ended(&line.session, now));
        Ok(live
            .map(|line| SessionSheet {
                own: asking.as_ref() == Some(&line.id),
                id: line.id.iter().map(|byte| format!("{byte:02x}")).collect(),
                device: line.session.device,
                begun: line.session.created_at,
                used: line.session.seen_at,
            })
            .collect())
    }

    /// The own sessions of whoever asks with one of them.
    ///
    /// # Errors
    /// What the store says.
    pub fn own_sessions(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Uuid,
        asking: &str,
    ) -> Result<Vec<SessionSheet>> {
        self.live_sessions(tx, community, holder, Some(asking))
    }

    /// Ends one of the own sessions, or all but the one that asks. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for what names no session.
    pub fn end_own_sessions(
        &self,
        signed_in: &SignedIn,
        community: CommunityCode,
        which: Option<&str>,
        asking: &str,
    ) -> Result<()> {
        let one = which.map(|id| bytes(id).ok_or(Refusal::NotFound)).transpose()?;
        let (app, actor, holder) = (self.clone(), signed_in.who.actor(), signed_in.holder.id());
        let kept = asking.to_owned();
        self.db
            .write(community, move |tx| {
                app.end_now(tx, community, holder, one.as_deref(), Some(&kept), actor)
            })
            .wait()
    }

    /// Ends a session of somebody, or all of them: for the security administrator. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for an account of nobody here, or what names no session; [`Refusal::Forbidden`].
    pub fn end_sessions(
        &self,
        who: &Principal,
        community: CommunityCode,
        holder: Uuid,
        which: Option<&str>,
    ) -> Result<()> {
        let one = which.map(|id| bytes(id).ok_or(Refusal::NotFound)).transpose()?;
        let (app, who) = (self.clone(), who.clone());
        self.db
            .write(community, move |tx| {
                tx.account_state(community, holder)?.ok_or(Refusal::NotFound)?;
                allow(&who, Action::ChangeAccounts, &Area::community(community, None))?;
                app.end_now(tx, community, holder, one.as_deref(), None, who.actor())
            })
            .wait()
    }

    fn end_now(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Uuid,
        one: Option<&[u8]>,
        kept: Option<&str>,
        actor: Actor,
    ) -> Result<()> {
        match one {
            Some(id) => tx.end_session_of(community, holder, id)?,
            None => self.end_epoch(tx, community, holder, kept, actor)?,
        }
        self.log_about(tx, community, actor, "sessions", holder)
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pair = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    (0..hex.len()).step_by(2).map(pair).collect()
}
