//! Working on a draft: another plan, a building in another grid, one step back, giving it up.

use super::land::Land;
use crate::error::AppError;
use crate::office::{App, allow};
use guanjia_domain::grid_design::Deed;
use guanjia_domain::ids::DesignId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::Answer;

impl App {
    /// Does something with a draft. `seen` is the version that the page showed.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; what [`guanjia_domain::grid_design::GridDesign::decide`] says; [`Refusal::DesignStale`]
    /// also when buildings or grids have changed since it was made: then it can only be given up.
    pub fn work_on_design(
        &self,
        who: &Principal,
        community: CommunityCode,
        (id, seen): (DesignId, u64),
        deed: Deed,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            allow(&who, Action::ChangePlaces, &Area::community(community, None))?;
            let subject = Subject::GridDesign(id);
            let before = tx.entity(community, subject)?;
            let Some(Entity::GridDesign(draft)) = &before else { return Err(Refusal::NotFound.into()) };
            let event = draft.decide(deed, seen)?;
            if deed != Deed::GiveUp && Land::read(&app, tx, community)?.basis() != draft.designed.basis {
                return Err(Refusal::DesignStale.into());
            }
            app.record_house(tx, &who, community, subject, before, HouseEvent::GridDesign(event))
        })
    }
}
