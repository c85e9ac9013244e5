//! What a hand-over changes when it is taken on: dated claims and drawings, and nothing else.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::claim::{Claim, Claims, EstateClaimed};
use guanjia_domain::grid::Drawing;
use guanjia_domain::hand_over::{Asked, Occasion};
use guanjia_domain::ids::{EstateId, GridId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::Tx;

impl App {
    /// The successor follows in every estate and grid. Of somebody who leaves also in what is planned for later.
    pub(super) fn follow(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        asked: &Asked,
    ) -> Result<()> {
        let now = self.now();
        let at = asked.starts_at.max(now);
        for estate in &asked.estates {
            self.follow_in_estate(tx, who, community, (*estate, at, now), asked)?;
        }
        for grid in &asked.grids {
            self.follow_in_grid(tx, who, community, (*grid, at), asked)?;
        }
        Ok(())
    }

    fn follow_in_estate(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (estate, at, now): (EstateId, Moment, Moment),
        asked: &Asked,
    ) -> Result<()> {
        let subject = Subject::Estate(estate);
        let claims = |tx: &mut Tx| -> Result<(Entity, Claims)> {
            let entity = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
            let Entity::Estate(_, claims) = &entity else { return Err(Refusal::NotFound.into()) };
            let claims = claims.clone();
            Ok((entity, claims))
        };
        let (entity, known) = claims(tx)?;
        let starts_at = known.free_from(at);
        let (from, to) = (asked.from, asked.to);
        let claim = known.in_force(at).followed(from, to, starts_at).ok_or(Refusal::HandOverStale)?;
        let claimed = HouseEvent::Claimed(known.decide_start(claim, now)?);
        self.record_house(tx, who, community, subject, Some(entity), claimed)?;
        if asked.occasion != Occasion::Leaving {
            return Ok(());
        }
        let later: Vec<Claim> = known.planned(starts_at).copied().collect();
        for claim in later.iter().filter_map(|claim| claim.followed(from, to, claim.starts_at)) {
            let starts_at = claim.starts_at;
            let (entity, _) = claims(tx)?;
            let event = HouseEvent::ClaimWithdrawn { estate, starts_at };
            self.record_house(tx, who, community, subject, Some(entity), event)?;
            let (entity, _) = claims(tx)?;
            let event = HouseEvent::Claimed(EstateClaimed { estate, claim });
            self.record_house(tx, who, community, subject, Some(entity), event)?;
        }
        Ok(())
    }

    fn follow_in_grid(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (grid, at): (GridId, Moment),
        asked: &Asked,
    ) -> Result<()> {
        let subject = Subject::Grid(grid);
        let known = tx.drawings(community)?.iter().find(|it| it.id == grid).cloned();
        let known = known.ok_or(Refusal::HandOverStale)?;
        let now = known.in_force(at).filter(|it| it.worker == Some(asked.from));
        let now = Drawing { starts_at: at, ..now.ok_or(Refusal::HandOverStale)?.clone() };
        let leaving = asked.occasion == Occasion::Leaving;
        let later = known.planned(at).filter(|it| leaving && it.worker == Some(asked.from)).cloned();
        for Drawing { starts_at, parts, .. } in std::iter::once(now).chain(later) {
            let entity = tx.entity(community, subject)?;
            let (name, worker, starts_at) = (known.name.clone(), Some(asked.to), Some(starts_at));
            let event = HouseEvent::GridDrawn { name, worker, parts, starts_at };
            self.record_house(tx, who, community, subject, entity, event)?;
        }
        Ok(())
    }
}
