//! Saved views: kept, listed, removed.

use crate::error::{AppError, Result};
use crate::office::{App, Names};
use crate::query::TokenSpan;
use guanjia_domain::ids::ViewId;
use guanjia_domain::permission::Principal;
use guanjia_domain::query::Query;
use guanjia_domain::saved_view::{MOST_VIEWS, SavedView, ViewEvent};
use guanjia_domain::{Actor, CommunityCode, Entity, Event, Refusal, Role, Subject};
use guanjia_store::access::LinkKind;
use guanjia_store::{Answer, StoreError, Tx};

/// A view as the list shows it.
#[derive(Clone, Debug)]
pub struct ViewLine {
    /// The view.
    pub view: SavedView,
    /// Who saved it.
    pub by: String,
    /// Whether the reader may remove it and give tokens for it.
    pub own: bool,
    /// When the token that a program has for it was given and ends, and whether the reader gave it.
    pub token: Option<(TokenSpan, bool)>,
}

impl App {
    /// The views of a community.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn saved_views(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<ViewLine>> {
        self.report_scope(tx, who, community)?;
        let (mut lines, mut names) = (Vec::new(), Names::default());
        let tokens = self.view_tokens(tx, community)?;
        for view in tx.saved_views(community)? {
            let by = match view.owner {
                Some(owner) => self.named(tx, &mut names, community, owner.0)?.name.clone(),
                None => String::new(),
            };
            let token = tokens.iter().find(|it| it.view.id == view.id);
            let token = token.map(|it| (it.span, Some(it.giver) == who.id));
            lines.push(ViewLine { own: may_change(who, &view), by, token, view });
        }
        Ok(lines)
    }

    /// Saves a query that was read. The same query is saved once: the view that is there is named again.
    ///
    /// # Errors
    /// Inside: as [`App::report_scope`]; [`Refusal::TooManyViews`].
    pub fn save_view(
        &self,
        who: &Principal,
        community: CommunityCode,
        query: &Query,
    ) -> Result<Answer<ViewId, AppError>> {
        let (app, who, query, id) = (self.clone(), who.clone(), query.to_string(), ViewId(self.id()?));
        Ok(self.db.write(community, move |tx| {
            app.report_scope(tx, &who, community)?;
            let views = tx.saved_views(community)?;
            if let Some(same) = views.iter().find(|it| it.query == query && may_change(&who, it)) {
                return Ok(same.id);
            }
            if views.len() >= MOST_VIEWS {
                return Err(Refusal::TooManyViews { most: MOST_VIEWS }.into());
            }
            app.record_view(
                tx,
                who.actor(),
                community,
                (id, None),
                ViewEvent::Saved { query: query.clone() },
            )?;
            Ok(id)
        }))
    }

    /// Removes a view; its token ends with it.
    pub fn remove_view(&self, who: &Principal, community: CommunityCode, id: ViewId) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let view = app.own_view(tx, &who, community, id)?;
            tx.end_links(community, id.0, LinkKind::View)?;
            app.record_view(tx, who.actor(), community, (id, Some(view)), ViewEvent::Removed)
        })
    }

    /// A view that somebody may change.
    pub(super) fn own_view(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ViewId,
    ) -> Result<SavedView> {
        self.report_scope(tx, who, community)?;
        let view = tx.saved_view(community, id)?.ok_or(Refusal::NotFound)?;
        if may_change(who, &view) { Ok(view) } else { Err(Refusal::Forbidden.into()) }
    }

    pub(crate) fn record_view(
        &self,
        tx: &mut Tx,
        actor: Actor,
        community: CommunityCode,
        (id, before): (ViewId, Option<SavedView>),
        event: ViewEvent,
    ) -> Result<()> {
        let event = Event { at: self.now(), actor, subject: Subject::View(id), body: event.into() };
        match tx.record(community, before.map(Entity::View), &[event])? {
            Entity::View(_) => Ok(()),
            _ => Err(StoreError::Damaged("a view became something else".into()).into()),
        }
    }
}

/// Its owner's, or the secretary's to tidy up.
fn may_change(who: &Principal, view: &SavedView) -> bool {
    view.is_of(who.id) || matches!(who.role, Role::Secretary | Role::System)
}
