//! A building comes to another estate.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::BuildingId;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::{Move, Standing};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::Tx;

impl App {
    pub(super) fn move_building(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        building: BuildingId,
        (to, now): (Move, Moment),
    ) -> Result<()> {
        let subject = Subject::Building(building);
        let before = tx.entity(community, subject)?;
        let Some(Entity::Building(it)) = &before else {
            return Err(Refusal::PlaceMismatch { field: "building" }.into());
        };
        if tx.estate(community, to.estate)?.is_none() {
            return Err(Refusal::NotAChoice { field: "estate", value: to.estate.to_string() }.into());
        }
        it.standing.decide_move(to, now)?;
        let others = tx.buildings(community, None, to.starts_at)?;
        let ever_there = |standing: &Standing| {
            standing.first == to.estate || standing.moves.iter().any(|it| it.estate == to.estate)
        };
        // The doors of both would be called the same, in requests of the past too.
        if others.iter().any(|row| row.id != building && row.name == it.name && ever_there(&row.standing)) {
            return Err(Refusal::NameTaken { field: "building", name: it.name.clone() }.into());
        }
        let left = it.standing.at(to.starts_at);
        let open = tx.counts(community, left, now)?.open;
        if open > 0 && !others.iter().any(|row| row.id != building && row.estate == left) {
            let estate = tx.estate(community, left)?.map(|it| it.facts.name).unwrap_or_default();
            return Err(Refusal::EstateHasRequests { estate, open }.into());
        }
        let event = HouseEvent::BuildingMoved { estate: to.estate, starts_at: to.starts_at };
        self.record_house(tx, who, community, subject, before, event)
    }
}
