//! From a building to its table: floors down, the rooms of each unit across.

use super::{estate_href, shown};
use crate::view::PageFrame;
use crate::view::place::{BuildingPage, Floor, Room, UnitHead};
use guanjia_app::place::{BuildingSheet, UnitSheet};
use guanjia_domain::ids::RoomId;
use guanjia_domain::place;
use std::collections::BTreeSet;

/// The page of a building.
pub(super) fn building_page(page: PageFrame, sheet: &BuildingSheet) -> BuildingPage {
    let numbers: BTreeSet<i16> =
        sheet.units.iter().flat_map(|unit| &unit.rooms).map(|room| room.floor).collect();
    let head = |unit: &UnitSheet| UnitHead {
        name: unit.row.name.clone(),
        columns: shown(columns(unit)),
        grid: unit.grid.clone(),
    };
    let floor = |number: i16| Floor {
        number: number.into(),
        rooms: sheet.units.iter().flat_map(|unit| cells(sheet, unit, number)).collect(),
    };
    BuildingPage {
        page,
        estate: sheet.estate.facts.name.clone(),
        estate_href: estate_href(sheet.estate.id),
        name: sheet.row.name.clone(),
        households: sheet.row.households,
        units: sheet.units.iter().map(head).collect(),
        floors: numbers.into_iter().rev().map(floor).collect(),
    }
}

/// The rooms of a unit on its widest floor.
fn columns(unit: &UnitSheet) -> usize {
    let on = |floor| unit.rooms.iter().filter(|room| room.floor == floor).count();
    unit.rooms.iter().map(|room| on(room.floor)).max().unwrap_or(1)
}

/// The cells of a unit on a floor, filled up to the width of the unit.
fn cells(sheet: &BuildingSheet, unit: &UnitSheet, floor: i16) -> Vec<Room> {
    let here = unit.rooms.iter().filter(|room| room.floor == floor);
    let mut cells: Vec<Room> = here.map(|room| cell(sheet, room)).collect();
    cells.resize(columns(unit), Room::default());
    if let Some(first) = cells.first_mut() {
        first.first = true;
    }
    cells
}

fn cell(sheet: &BuildingSheet, room: &place::Room) -> Room {
    let open: Vec<String> = open_in(sheet, room.id).collect();
    Room {
        number: room.name.clone(),
        households: room.households.into(),
        open: shown(open.len()),
        href: match open.as_slice() {
            [only] => format!("/requests/{only}"),
            _ => format!("/requests?estate={}", sheet.estate.id),
        },
        first: false,
    }
}

fn open_in(sheet: &BuildingSheet, room: RoomId) -> impl Iterator<Item = String> {
    sheet.open.iter().filter(move |it| it.place.room == Some(room)).map(|it| it.id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};
    use guanjia_domain::ids::{BuildingId, EstateId, UnitId};
    use guanjia_domain::place::{Estate, EstateFacts};
    use guanjia_store::places::{BuildingRow, UnitRow};
    use uuid::Uuid;

    fn unit(n: u128, rooms: &[(i16, &str)]) -> UnitSheet {
        let (id, building) = (UnitId(Uuid::from_u128(n)), BuildingId(Uuid::nil()));
        let room = |(at, (floor, name)): (u128, &(i16, &str))| place::Room {
            id: RoomId(Uuid::from_u128(n * 100 + at)),
            floor: *floor,
            name: (*name).to_owned(),
            households: 1,
        };
        UnitSheet {
            row: UnitRow { id, building, name: format!("{n}单元"), households: 1 },
            grid: None,
            rooms: (0..).zip(rooms).map(room).collect(),
        }
    }

    #[test]
    fn every_floor_has_as_many_cells_as_the_units_are_wide() {
        let units =
            vec![unit(1, &[(-1, "001"), (2, "201"), (2, "202")]), unit(2, &[(1, "101")]), unit(3, &[])];
        let (estate, id) = (EstateId(Uuid::nil()), BuildingId(Uuid::nil()));
        let facts = EstateFacts { name: "长风苑".to_owned(), ..EstateFacts::default() };
        let standing = place::Standing::new(estate);
        let name = "4号楼".to_owned();
        let row = BuildingRow { id, estate, standing, name, households: 4, outline: Vec::new() };
        let sheet = BuildingSheet { estate: Estate { id: estate, facts }, row, units, open: Vec::new() };
        let page = building_page(PageFrame::new(Words::of(Language::ZhCn), 0, "/", ""), &sheet);
        assert_eq!(page.units.iter().map(|it| it.columns).collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(page.floors.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1, -1]);
        for floor in &page.floors {
            assert_eq!(floor.rooms.iter().map(|it| it.first).collect::<Vec<_>>(), [true, false, true, true]);
        }
        let names: Vec<_> = page.floors[0].rooms.iter().map(|it| it.number.as_str()).collect();
        assert_eq!(names, ["201", "202", "", ""]);
    }
}
