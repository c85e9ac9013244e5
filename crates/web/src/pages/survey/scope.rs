//! What can be chosen for a survey: buildings, units and, building by building, single rooms.

use super::tables::{Placed, table};
use crate::view::survey::{DoorCell, DoorTable, MapBuilding, MapView, Mark, ScopeBuilding, ScopeUnit};
use guanjia_app::survey::Scope;
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, UnitRow};

/// The buildings of an estate as they are offered, and its plan. The rooms of `opened`, and of buildings of which
/// single rooms are chosen, are offered one by one.
pub(super) fn offered(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    estate: EstateId,
    chosen: &Scope,
    opened: Option<BuildingId>,
) -> Result<(Vec<ScopeBuilding>, Option<MapView>), AppError> {
    let rows = tx.buildings(home, Some(estate), app.now())?;
    let mut buildings = Vec::new();
    for row in &rows {
        let units = tx.units(home, Some(row.id))?;
        let rooms = rooms(tx, home, &units, chosen)?;
        let shown = opened == Some(row.id) || rooms.1;
        let unit = |unit: &UnitRow| ScopeUnit {
            id: unit.id.to_string(),
            name: unit.name.clone(),
            households: unit.households,
            chosen: chosen.units.contains(&unit.id),
        };
        buildings.push(ScopeBuilding {
            id: row.id.to_string(),
            name: row.name.clone(),
            households: row.households,
            chosen: chosen.buildings.contains(&row.id),
            units: units.iter().map(unit).collect(),
            rooms_href: format!("/surveys/new?estate={estate}&building={}", row.id),
            rooms: shown.then_some(rooms.0),
        });
    }
    let drawn = rows.iter().map(|row| (on_plan(row), row.outline.as_slice())).collect();
    Ok((buildings, MapView::of(drawn)))
}

fn on_plan(row: &BuildingRow) -> MapBuilding {
    MapBuilding {
        href: format!("#b-{}", row.id),
        name: row.name.clone(),
        told: row.households.to_string(),
        level: 0,
        points: String::new(),
        middle: (0, 0),
    }
}

/// The rooms of a building, and whether single ones are chosen.
fn rooms(
    tx: &mut Tx,
    home: CommunityCode,
    units: &[UnitRow],
    chosen: &Scope,
) -> Result<(DoorTable, bool), AppError> {
    let (mut placed, mut any) = (Vec::new(), false);
    for unit in units {
        for room in tx.rooms(home, unit.id)? {
            let ticked = chosen.rooms.contains(&room.id);
            any |= ticked;
            let cell = cell(room.id, &room.name, ticked);
            placed.push(Placed { unit: unit.name.clone(), floor: room.floor, cell });
        }
    }
    Ok((table(&placed), any))
}

fn cell(room: RoomId, name: &str, ticked: bool) -> DoorCell {
    let (id, label) = (room.to_string(), name.to_owned());
    DoorCell { id, label, visit: u16::from(ticked), mark: Mark::Unvisited, ..DoorCell::none() }
}
