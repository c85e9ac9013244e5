//! The tokens that somebody gave programs: seen by the giver, counted for the security administrator, ended together.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::saved_view::{SavedView, ViewEvent};
use guanjia_domain::{Actor, CommunityCode, Moment};
use guanjia_store::Tx;
use guanjia_store::access::LinkKind;
use uuid::Uuid;

/// When a token was given and when it ends: what the security administrator sees of it, and neither the token nor the
/// query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenSpan {
    /// When it was given.
    pub given_at: Moment,
    /// When it ends.
    pub until: Moment,
}

/// A token that works, as its giver sees it. The token itself is kept as a hash and shown to nobody again.
#[derive(Clone, Debug)]
pub struct ViewToken {
    /// The view that it takes away.
    pub view: SavedView,
    /// Who gave it.
    pub giver: Uuid,
    /// When it was given and when it ends.
    pub span: TokenSpan,
}

impl App {
    /// The tokens that work now, the ones of the newest views first. Whether a token works is asked of what is kept
    /// of it: after everything moved to another machine the ledger still tells of tokens that stayed behind.
    pub(super) fn view_tokens(&self, tx: &mut Tx, community: CommunityCode) -> Result<Vec<ViewToken>> {
        let mut tokens = Vec::new();
        for view in tx.saved_views(community)?.into_iter().filter(|it| it.token_until.is_some()) {
            let Some(kept) = tx.link_about(community, view.id.0, LinkKind::View)? else { continue };
            let (Some(giver), Some(until)) = (kept.link.holder, kept.link.ends_at) else { continue };
            if until > self.now() {
                tokens.push(ViewToken { view, giver, span: TokenSpan { given_at: kept.given_at, until } });
            }
        }
        Ok(tokens)
    }

    /// The tokens that an account gave, for the security administrator: that there are some, and until when.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for everybody else.
    pub fn token_spans(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        giver: Uuid,
    ) -> Result<Vec<TokenSpan>> {
        allow(who, Action::ChangeAccounts, &Area::community(community, None))?;
        let tokens = self.view_tokens(tx, community)?.into_iter().filter(|it| it.giver == giver);
        Ok(tokens.map(|it| it.span).collect())
    }

    /// Ends every token that somebody gave, and says so in the ledger.
    pub(crate) fn end_view_tokens(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        giver: Uuid,
        actor: Actor,
    ) -> Result<()> {
        for token in self.view_tokens(tx, community)?.into_iter().filter(|it| it.giver == giver) {
            let id = token.view.id;
            tx.end_links(community, id.0, LinkKind::View)?;
            self.record_view(tx, actor, community, (id, Some(token.view)), ViewEvent::TokenEnded)?;
        }
        Ok(())
    }
}
