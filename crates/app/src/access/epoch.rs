//! What ends together when somebody must prove anew who they are: the sessions, and the tokens that they gave programs
//! for saved views. A token acts for its giver, so it may not outlive what the giver was trusted by.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::{Actor, CommunityCode};
use guanjia_store::Tx;
use uuid::Uuid;

impl App {
    /// Ends the sessions of a holder but the one of `kept`, a secret, and every token they gave a program: after a new
    /// password, another post, a lock, a new second factor, or signing out everywhere.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn end_epoch(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        holder: Uuid,
        kept: Option<&str>,
        actor: Actor,
    ) -> Result<()> {
        tx.end_sessions(community, holder, kept)?;
        self.end_view_tokens(tx, community, holder, actor)
    }
}
