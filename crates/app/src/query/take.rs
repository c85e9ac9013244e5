//! Taking the answer of a view away: by somebody who is signed in, or by a program with a token.

use crate::access::new_secret;
use crate::error::{AppError, Result};
use crate::office::App;
use crate::query::Asked;
use guanjia_domain::ids::ViewId;
use guanjia_domain::permission::Principal;
use guanjia_domain::saved_view::ViewEvent;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::access::{Access, Holder, Link, LinkKind};
use guanjia_store::{Answer, Tx};
use uuid::Uuid;

/// How long a token lives, in days.
pub const TOKEN_DAYS: i64 = 90;

impl App {
    /// Gives a program a token for a view; an earlier one ends. The token is shown once and kept as a hash.
    ///
    /// # Errors
    /// Inside: [`Refusal::NotFound`], [`Refusal::Forbidden`] for another's view.
    pub fn give_view_token(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ViewId,
    ) -> Result<Answer<String, AppError>> {
        let (app, who, secret) = (self.clone(), who.clone(), new_secret()?);
        Ok(self.db.write(community, move |tx| {
            let view = app.own_view(tx, &who, community, id)?;
            let holder = who.id.ok_or(Refusal::Forbidden)?;
            let until = app.now().plus(TOKEN_DAYS * crate::day::DAY);
            tx.end_links(community, id.0, LinkKind::View)?;
            let link = Link { subject: id.0, holder: Some(holder), ends_at: Some(until), used_at: None };
            tx.keep_link(community, &secret, LinkKind::View, &link, app.now())?;
            app.record_view(tx, who.actor(), community, (id, Some(view)), ViewEvent::TokenGiven { until })?;
            app.log_view(tx, &who, community, "view_token", id.0)?;
            Ok(format!("{community}.{secret}"))
        }))
    }

    /// Ends the token of a view.
    pub fn end_view_token(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: ViewId,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let view = app.own_view(tx, &who, community, id)?;
            tx.end_links(community, id.0, LinkKind::View)?;
            app.record_view(tx, who.actor(), community, (id, Some(view)), ViewEvent::TokenEnded)
        })
    }

    /// The answer of a view for whoever is signed in; that it was taken away stands in the access log. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::ViewOutdated`] when the query names what is not there any more.
    pub fn take_view(&self, who: &Principal, community: CommunityCode, id: ViewId) -> Result<Asked> {
        let table = self.db.read(|tx| self.view_answer(tx, who, community, id))?;
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.log_view(tx, &who, community, "take_view", id.0)).wait()?;
        Ok(table)
    }

    /// The answer of a view for a program: as much as whoever gave the token may see now. Blocks.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a token that is none, or has ended, or of another view; else as [`App::take_view`].
    pub fn take_view_by_token(&self, token: &str, id: ViewId) -> Result<Asked> {
        let (community, secret) = token.split_once('.').ok_or(Refusal::NotFound)?;
        let community: CommunityCode = community.parse().map_err(|_| Refusal::NotFound)?;
        let found = self.db.read(|tx| -> Result<_> {
            let link = tx.link(community, secret, LinkKind::View)?.ok_or(Refusal::NotFound)?;
            let ended = link.ends_at.is_none_or(|ends| ends <= self.now());
            let holder = link.holder.filter(|_| !ended && link.subject == id.0).ok_or(Refusal::NotFound)?;
            tx.account(community, holder)?.ok_or(Refusal::NotFound)?;
            Ok(self.signed_in(tx, community, Holder::Staff(holder))?.who)
        });
        self.take_view(&found?, community, id)
    }

    fn view_answer(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ViewId,
    ) -> Result<Asked> {
        let names = self.query_names(tx, who, community)?;
        let view = tx.saved_view(community, id)?.ok_or(Refusal::NotFound)?;
        let query = names.read(&view.query).map_err(|_| Refusal::ViewOutdated)?;
        self.answer_query(tx, &names, query)
    }

    fn log_view(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        action: &str,
        object: Uuid,
    ) -> Result<()> {
        let entry = Access {
            at: self.now(),
            actor: who.actor(),
            action: action.into(),
            object,
            detail: String::new(),
        };
        tx.log_access(community, &entry)?;
        Ok(())
    }
}
