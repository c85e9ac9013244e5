//! How long what may take here: the community's book of limits, and what it is counted against.

mod moves;

pub use moves::{Moved, MovedClock, Moves};

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::house::Community;
use guanjia_domain::limit::{LimitBook, LimitChange, Limits, Rules};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::Because;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::{Answer, Tx};
use std::sync::Arc;

impl App {
    /// What limits are counted against in a community: its own calendar and hours over the installation's.
    ///
    /// # Errors
    /// What the store says.
    pub fn rules_of(&self, tx: &mut Tx, community: CommunityCode) -> Result<Arc<Rules>> {
        tx.of_the_house("rules", community, &[], |tx| -> Result<Rules> {
            let own = tx.community(community)?.map(|it| it.timetable).unwrap_or_default();
            Ok(own.rules(&self.rules))
        })
    }

    /// The book of limits of a community.
    ///
    /// # Errors
    /// What the store says.
    pub fn limit_book(&self, tx: &mut Tx, community: CommunityCode) -> Result<Arc<LimitBook>> {
        tx.of_the_house("limits", community, &[], |tx| -> Result<LimitBook> {
            Ok(tx.community(community)?.map(|it| it.limits).unwrap_or_default())
        })
    }

    /// The limits of a request of a matter.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn limits_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        matter: Option<&str>,
        urgent: bool,
    ) -> Result<Limits> {
        let matters = self.matters(tx, community)?;
        Ok(self.limit_book(tx, community)?.limits_for(&matters, matter, urgent))
    }

    /// What a change of the book would move, without changing it.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::RulesChanged`], and what [`LimitBook::changed`] says.
    pub fn foresee_limits(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (change, seen): (&LimitChange, u32),
    ) -> Result<Moves> {
        let book = changed(&self.limits_for_change(tx, who, community)?, change, seen)?;
        let (matters, rules) = (self.matters(tx, community)?, self.rules_of(tx, community)?);
        let limits = |matter: Option<&str>, urgent| book.limits_for(&matters, matter, urgent);
        self.moves(tx, (who, community), &limits, &rules, Because::Limits)
    }

    /// Changes the book. Open requests that move by it get an event each; no clock begins anew. The answer is how many
    /// moved.
    ///
    /// # Errors
    /// As [`App::foresee_limits`].
    pub fn change_limits(
        &self,
        who: &Principal,
        community: CommunityCode,
        (change, seen): (LimitChange, u32),
    ) -> Answer<usize, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.change_limits_now(tx, &who, community, (&change, seen)))
    }

    pub(crate) fn change_limits_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (change, seen): (&LimitChange, u32),
    ) -> Result<usize> {
        let before = self.limits_for_change(tx, who, community)?;
        let book = changed(&before, change, seen)?;
        let moves = self.foresee_limits(tx, who, community, (change, seen))?;
        let before = Some(Entity::Community(before));
        self.record_house(tx, who, community, Subject::Community, before, HouseEvent::LimitsSet { book })?;
        self.record_moves(tx, who, community, moves)
    }

    pub(crate) fn limits_for_change(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Community> {
        allow(who, Action::ChangeMatters, &Area::community(community, None))?;
        self.community(tx, community)
    }
}

fn changed(before: &Community, change: &LimitChange, seen: u32) -> std::result::Result<LimitBook, Refusal> {
    if before.limits.revision != seen {
        return Err(Refusal::RulesChanged);
    }
    before.limits.changed(change, &before.matters)
}
