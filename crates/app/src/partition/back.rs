//! Taking a planned change back.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::BuildingId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// What is taken back.
#[derive(Clone, Copy, Debug)]
pub enum Replaced {
    /// Every change of grids of that moment: they belong together.
    Grids(Moment),
    /// The move of a building.
    Building(BuildingId, Moment),
}

impl App {
    /// Takes a planned change back.
    pub fn withdraw_plan(
        &self,
        who: &Principal,
        community: CommunityCode,
        what: Replaced,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangePlaces, &Area::community(community, None))?;
            match what {
                Replaced::Grids(starts_at) => app.withdraw_drawings(tx, &who, community, starts_at),
                Replaced::Building(id, starts_at) => {
                    let subject = Subject::Building(id);
                    let before = tx.entity(community, subject)?;
                    let Some(Entity::Building(it)) = &before else { return Err(Refusal::NotFound.into()) };
                    it.standing.decide_withdraw(starts_at, app.now())?;
                    let event = HouseEvent::BuildingMoveWithdrawn { starts_at };
                    app.record_house(tx, &who, community, subject, before, event)
                }
            }
        })
    }

    fn withdraw_drawings(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        starts_at: Moment,
    ) -> Result<()> {
        let before = self.ground(tx, community)?;
        let mut after = before.clone();
        let mut withdrawn = Vec::new();
        for grid in &mut after.grids {
            if grid.iter().any(|drawing| drawing.starts_at == starts_at) {
                grid.decide_withdraw(starts_at, self.now())?;
                grid.withdraw(starts_at);
                withdrawn.push(Subject::Grid(grid.id));
            }
        }
        if withdrawn.is_empty() {
            return Err(Refusal::NotFound.into());
        }
        self.check_overlap(tx, community, &before, &after, starts_at)?;
        for subject in withdrawn {
            let entity = tx.entity(community, subject)?;
            let event = HouseEvent::GridDrawingWithdrawn { starts_at };
            self.record_house(tx, who, community, subject, entity, event)?;
        }
        Ok(())
    }
}
