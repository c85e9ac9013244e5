//! Reading one building: units, rooms, and the open requests in them.

use crate::error::Result;
use crate::office::{App, Names};
use crate::request::area_of;
use guanjia_domain::Refusal;
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::place::{Estate, Room};
use guanjia_domain::request::Request;
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};

/// A unit with its rooms.
#[derive(Clone, Debug)]
pub struct UnitSheet {
    /// The unit.
    pub row: UnitRow,
    /// The grid that covers it.
    pub grid: Option<String>,
    /// Its rooms in order.
    pub rooms: Vec<Room>,
}

/// A building with everything in it.
#[derive(Clone, Debug)]
pub struct BuildingSheet {
    /// Its estate.
    pub estate: Estate,
    /// The building.
    pub row: BuildingRow,
    /// Its units in order.
    pub units: Vec<UnitSheet>,
    /// Its open requests, as far as the reader may read them: who reported in which room is nobody else's business.
    pub open: Vec<Request>,
}

impl App {
    /// One building.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] also when it stands in another estate, or in a community that is not theirs.
    pub fn building_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        estate: EstateId,
        id: BuildingId,
    ) -> Result<BuildingSheet> {
        let (community, estate) = self.readable_estate(tx, who, estate)?;
        let mut here = tx.buildings(community, Some(estate.id), self.now())?.into_iter();
        let row = here.find(|it| it.id == id).ok_or(Refusal::NotFound)?;
        let grids = self.named_grids(tx, &mut Names::default(), community)?;
        let mut units = Vec::new();
        for unit in tx.units(community, Some(id))? {
            let grid = grids.iter().find(|grid| grid.holds(id, unit.id)).map(|it| it.grid.name.clone());
            units.push(UnitSheet { grid, rooms: tx.rooms(community, unit.id)?, row: unit });
        }
        let street = self.community(tx, community)?.street;
        let mut open = tx.open_in_building(community, estate.id, id)?;
        open.retain(|it| {
            permit(who, Action::ReadRequest, &area_of(community, street, it)) == Verdict::Allowed
        });
        Ok(BuildingSheet { estate, row, units, open })
    }
}
