//! Saved views: queries that are asked again and again, and taken away by a program with a token.
//!
//! A view has no title of its own: it is called by its query, which names nothing but what stands on closed lists. So
//! there is no free text to keep and to erase.

use crate::event::Event;
use crate::ids::{StaffId, ViewId};
use crate::moment::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most views that a community keeps.
pub const MOST_VIEWS: usize = 200;

/// What can happen to a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum ViewEvent {
    /// Somebody saved a query, as it is written in the language of queries.
    Saved { query: String },
    /// It is not asked any more.
    Removed,
    /// A program may take its answer away until then; the token itself is kept as a hash elsewhere.
    TokenGiven { until: Moment },
    /// No program may any more.
    TokenEnded,
}

impl ViewEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Saved { .. } => "view_saved",
            Self::Removed => "view_removed",
            Self::TokenGiven { .. } => "view_token_given",
            Self::TokenEnded => "view_token_ended",
        }
    }
}

/// A saved view, as folded from its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// Whose it is: only they, and the secretary, change it.
    pub owner: Option<StaffId>,
    /// The query.
    pub query: String,
    /// When it was saved.
    pub saved_at: Moment,
    /// Until when a program may take its answer away.
    pub token_until: Option<Moment>,
    /// Whether it is gone.
    pub removed: bool,
}

impl SavedView {
    /// The state after the first event, which must be that it was saved.
    #[must_use]
    pub fn first(id: ViewId, happened: &ViewEvent, event: &Event) -> Option<Self> {
        let ViewEvent::Saved { query } = happened else { return None };
        let owner = event.actor.id.map(StaffId);
        let (query, saved_at) = (query.clone(), event.at);
        Some(Self { id, owner, query, saved_at, token_until: None, removed: false })
    }

    /// What an event changes; `false` when it cannot follow.
    #[must_use]
    pub fn apply(&mut self, happened: &ViewEvent) -> bool {
        match happened {
            ViewEvent::Saved { .. } => return false,
            ViewEvent::Removed => (self.removed, self.token_until) = (true, None),
            ViewEvent::TokenGiven { until } => self.token_until = Some(*until),
            ViewEvent::TokenEnded => self.token_until = None,
        }
        true
    }

    /// Whether a staff member may change it besides the secretary.
    #[must_use]
    pub fn is_of(&self, who: Option<Uuid>) -> bool {
        who.is_some() && self.owner.map(|owner| owner.0) == who
    }
}
