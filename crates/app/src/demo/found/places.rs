//! Estates, buildings, grids and claims of the demo.

use crate::error::Result;
use crate::office::App;
use crate::place::{NewBuilding, NewClaim, NewEstate};
use guanjia_domain::house::Grid;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::{EstateFacts, GridPart, Point, Property, Room, Unit};
use guanjia_simulate::outline::{
    self, BuildingOutline, CommunityOutline, EstateOutline, LonLat, OrganisationKind, UnitOutline,
};
use guanjia_store::Tx;

/// Estates with their buildings, then the grids over them.
pub(super) fn community(app: &App, tx: &mut Tx, who: &Principal, place: &CommunityOutline) -> Result<()> {
    for estate in &place.estates {
        let new = NewEstate { id: estate.id.into(), facts: facts(place, estate) };
        app.put_estate(tx, who, who.home, new)?;
        for building in &estate.buildings {
            app.put_building(tx, who, who.home, built(estate, building))?;
        }
    }
    for grid in &place.grids {
        let new = Grid {
            id: grid.id.into(),
            name: grid.name.clone(),
            worker: Some(grid.worker.id.into()),
            parts: grid.parts.iter().filter_map(|part| part_of(place, *part)).collect(),
        };
        app.put_grid(tx, who, who.home, new)?;
    }
    Ok(())
}

/// The stewards take their estates over from the secretary, each with the statement signed.
pub(super) fn claims(app: &App, tx: &mut Tx, who: &Principal, place: &CommunityOutline) -> Result<()> {
    for claim in &place.claims {
        let new = NewClaim {
            estate: claim.estate.into(),
            steward: claim.steward.into(),
            deputy: Some(claim.deputy.into()),
            starts_at: None,
            pact_signed: true,
        };
        app.claim_now(tx, who, who.home, &new)?;
    }
    Ok(())
}

fn facts(place: &CommunityOutline, estate: &EstateOutline) -> EstateFacts {
    let served =
        |kind| place.organisations.iter().any(|it| it.kind == kind && it.estates.contains(&estate.id));
    let property = if served(OrganisationKind::PropertyCompany) { Property::Company } else { Property::None };
    EstateFacts {
        name: estate.name.to_owned(),
        property,
        outline: points(&estate.outline),
        ..EstateFacts::default()
    }
}

fn built(estate: &EstateOutline, building: &BuildingOutline) -> NewBuilding {
    NewBuilding {
        id: building.id.into(),
        estate: estate.id.into(),
        name: building.name.clone(),
        units: building.units.iter().map(unit).collect(),
        outline: points(&building.footprint),
    }
}

fn unit(unit: &UnitOutline) -> Unit {
    let room = |room: &outline::RoomOutline| Room {
        id: room.id.into(),
        floor: i16::try_from(room.floor).unwrap_or(i16::MAX),
        name: room.name.clone(),
        households: u16::try_from(room.households).unwrap_or(u16::MAX),
    };
    Unit { id: unit.id.into(), name: unit.name.clone(), rooms: unit.rooms.iter().map(room).collect() }
}

fn points(outline: &[LonLat]) -> Vec<Point> {
    outline.iter().map(|[longitude, latitude]| (*longitude, *latitude)).collect()
}

/// A part with the building its unit belongs to.
fn part_of(place: &CommunityOutline, part: outline::GridPart) -> Option<GridPart> {
    match part {
        outline::GridPart::Building(id) => Some(GridPart { building: id.into(), unit: None }),
        outline::GridPart::Unit(id) => {
            let mut buildings = place.estates.iter().flat_map(|estate| &estate.buildings);
            let building = buildings.find(|building| building.units.iter().any(|unit| unit.id == id))?;
            Some(GridPart { building: building.id.into(), unit: Some(id.into()) })
        }
    }
}
