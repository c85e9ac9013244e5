//! The places that somebody looks at on a round: a grid worker the own grid.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, UnitId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::Place;
use guanjia_store::Tx;

/// A building of a round with its name, and those of its units that belong to the round.
pub type RoundPlace = (BuildingId, String, Vec<(UnitId, String)>);

impl App {
    /// Whether a place is one of somebody's own: a grid worker looks at the own grid. What lies outside the buildings
    /// is everybody's who keeps the estate.
    pub(super) fn keeps_place(&self, who: &Principal, community: CommunityCode, place: &Place) -> Result<()> {
        let Place { estate, building, unit, .. } = *place;
        if building.is_none() {
            return Ok(());
        }
        let area = Area { estate: Some(estate), building, unit, ..Area::community(community, None) };
        Ok(allow(who, Action::KeepDesk, &area)?)
    }

    /// The buildings and units that somebody looks at on a round, with their names.
    ///
    /// # Errors
    /// What the store says.
    pub fn round_places(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<RoundPlace>> {
        let mut places = Vec::new();
        for row in tx.buildings(community, Some(estate), self.now())? {
            let building = Some(row.id);
            let place = Place { estate, building, unit: None, room: None };
            if self.keeps_place(who, community, &place).is_err() {
                continue;
            }
            let units = tx.units(community, building)?;
            let own = |unit| self.keeps_place(who, community, &Place { unit: Some(unit), ..place }).is_ok();
            let units = units.into_iter().filter(|it| own(it.id)).map(|it| (it.id, it.name)).collect();
            places.push((row.id, row.name, units));
        }
        Ok(places)
    }
}
