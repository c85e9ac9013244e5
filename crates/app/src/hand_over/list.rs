//! The hand-overs that concern somebody.

use crate::error::Result;
use crate::office::{App, Names};
use guanjia_domain::hand_over::{Answer, HandOver};
use guanjia_domain::ids::{EstateId, GridId, StaffId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// A hand-over in words.
#[derive(Clone, Debug)]
pub struct HandOverLine {
    /// The hand-over.
    pub hand_over: HandOver,
    /// Who hands over.
    pub from: String,
    /// Who takes it on.
    pub to: String,
    /// Estates and grids, by name.
    pub parts: Vec<String>,
    /// Whether the reader is to answer.
    pub mine: bool,
}

impl App {
    /// The hand-overs that somebody may read, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn hand_over_list(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<HandOverLine>> {
        let (all, mut names) = (tx.hand_overs(community)?, Names::default());
        let may = |it: &&HandOver| {
            let area = Self::area_of_hand_over(community, it);
            permit(who, Action::ReadHandOver, &area) == Verdict::Allowed
        };
        all.iter().rev().filter(may).map(|it| self.line(tx, &mut names, who, community, it)).collect()
    }

    /// Those that wait for an answer of somebody.
    ///
    /// # Errors
    /// What the store says.
    pub fn hand_overs_waiting(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<HandOverLine>> {
        let all = self.hand_over_list(tx, who, community)?;
        Ok(all.into_iter().filter(|it| it.mine && it.hand_over.answer == Answer::Waiting).collect())
    }

    pub(super) fn line(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        who: &Principal,
        community: CommunityCode,
        it: &HandOver,
    ) -> Result<HandOverLine> {
        let from = self.named(tx, names, community, it.asked.from.0)?.name.clone();
        let to = self.named(tx, names, community, it.asked.to.0)?.name.clone();
        let (estates, grids) = (tx.estate_names(community)?, tx.drawings(community)?);
        let estate = |id: &EstateId| estates.iter().find(|(known, _)| known == id).map(|(_, name)| name);
        let grid = |id: &GridId| grids.iter().find(|grid| grid.id == *id).map(|grid| &grid.name);
        let estates = it.asked.estates.iter().filter_map(estate);
        let parts = estates.chain(it.asked.grids.iter().filter_map(grid)).cloned().collect();
        let mine = who.id == Some(it.asked.to.0);
        Ok(HandOverLine { hand_over: it.clone(), from, to, parts, mine })
    }

    /// Who stands in for a steward in an estate at a moment, because the steward is away.
    ///
    /// # Errors
    /// What the store says.
    pub fn stand_in(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        at: Moment,
    ) -> Result<Option<StaffId>> {
        let all = tx.hand_overs(community)?;
        let away = all.iter().find(|it| it.is_absence_at(at) && it.asked.estates.contains(&estate));
        Ok(away.map(|it| it.asked.to))
    }
}
