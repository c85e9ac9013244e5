//! Buildings with their units and rooms: what the sheets name is added or changed, the rest stays.

use super::super::columns::Columns;
use super::super::entry::Entry;
use super::super::house::room_of;
use super::super::names;
use super::super::tally::{Change, Thing};
use super::Plan;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{BuildingId, RoomId, UnitId};
use guanjia_domain::place::{Building, Room, Standing, Unit};
use guanjia_sheets::{BuildingRow, RoomSpec, Workbook};
use std::collections::HashMap;

impl Plan {
    pub(super) fn take_rooms(&mut self, app: &App, workbook: &Workbook) -> Result<()> {
        let completed = with_buildings_of_rooms(workbook);
        let workbook = completed.as_ref().unwrap_or(workbook);
        for (row, rooms) in workbook.expanded() {
            let Some(estate) = self.house.estate_id(&row.estate) else { continue };
            let place = match self.house.building(estate, &row.name) {
                Some(place) => place,
                None => {
                    let (id, name) = (BuildingId(app.id()?), row.name.clone());
                    let building = Building {
                        id,
                        standing: Standing::new(estate),
                        name,
                        units: Vec::new(),
                        outline: Vec::new(),
                    };
                    self.house.add_building(Entry::new(building))
                }
            };
            let entry = &mut self.house.buildings[place];
            entry.named = true;
            take_measures(entry, row);
            for change in merge(&mut entry.now, &rooms, app)? {
                self.counts.count(Thing::Room, change);
            }
        }
        for row in workbook.rooms.iter().filter(|row| !row.others.is_empty()) {
            let estate = self.house.estate_id(&row.estate);
            let building = estate.and_then(|estate| self.house.building(estate, &row.building));
            let Some(place) = building else { continue };
            if let Some((_, room)) = room_of(&self.house.buildings[place].now, Some(&row.unit), &row.room) {
                let entry = self.room_columns.entry(room.0).or_insert_with(|| (place, Columns::default()));
                entry.1.take_all(&row.others);
            }
        }
        Ok(())
    }
}

/// A sheet of rooms may come without the sheet of their buildings; those are then named by it. `None` when there is
/// nothing to complete.
fn with_buildings_of_rooms(workbook: &Workbook) -> Option<Workbook> {
    let key = |estate: &str, building: &str| (names::fold(estate), names::building(building));
    let mut listed: std::collections::HashSet<_> =
        workbook.buildings.iter().map(|row| key(&row.estate, &row.name)).collect();
    let mut missing = Vec::new();
    for row in &workbook.rooms {
        if listed.insert(key(&row.estate, &row.building)) {
            missing.push(BuildingRow {
                place: row.place.clone(),
                estate: row.estate.clone(),
                name: row.building.clone(),
                units: None,
                floors: None,
                per_floor: None,
                households: None,
                basement: 0,
                position: None,
                others: Vec::new(),
            });
        }
    }
    (!missing.is_empty()).then(|| {
        let mut completed = workbook.clone();
        completed.buildings.extend(missing);
        completed
    })
}

/// What the sheet says of a building beyond its rooms.
fn take_measures(entry: &mut Entry<Building>, row: &BuildingRow) {
    entry.columns.take_all(&row.others);
    let basement = if row.basement == 0 { String::new() } else { row.basement.to_string() };
    let at = |degrees: Option<f64>| degrees.map_or_else(String::new, |degrees| degrees.to_string());
    let (longitude, latitude) =
        (at(row.position.map(|at| at.longitude)), at(row.position.map(|at| at.latitude)));
    entry.columns.take([("地下层数", &*basement), ("经度", &*longitude), ("纬度", &*latitude)]);
}

/// Adds units and rooms that are missing and corrects the others; what is there already keeps its id.
fn merge(building: &mut Building, rooms: &[RoomSpec], app: &App) -> Result<Vec<Change>> {
    let mut units: HashMap<String, usize> =
        building.units.iter().enumerate().map(|(place, unit)| (names::unit(&unit.name), place)).collect();
    let mut doors: HashMap<(usize, String), usize> = HashMap::new();
    for (at, unit) in building.units.iter().enumerate() {
        doors.extend(
            unit.rooms.iter().enumerate().map(|(place, room)| ((at, names::room(&room.name)), place)),
        );
    }
    // The rooms of a unit stand together, so its name need not be looked up for each.
    let mut last: Option<(&str, usize)> = None;
    let mut changes = Vec::with_capacity(rooms.len());
    for spec in rooms {
        let at = match last {
            Some((name, at)) if name == spec.unit => at,
            _ => unit_place(building, &mut units, &spec.unit, app)?,
        };
        last = Some((&spec.unit, at));
        let door = (at, names::room(&spec.room));
        let unit = &mut building.units[at];
        let floor = spec.floor;
        let households = u16::try_from(spec.households).unwrap_or(u16::MAX);
        changes.push(match doors.get(&door) {
            Some(place) => {
                let room = &mut unit.rooms[*place];
                let same = (room.floor, room.households) == (floor, households);
                (room.floor, room.households) = (floor, households);
                if same { Change::Unchanged } else { Change::Changed }
            }
            None => {
                doors.insert(door, unit.rooms.len());
                unit.rooms.push(Room { id: RoomId(app.id()?), floor, name: spec.room.clone(), households });
                Change::New
            }
        });
    }
    Ok(changes)
}

fn unit_place(
    building: &mut Building,
    units: &mut HashMap<String, usize>,
    name: &str,
    app: &App,
) -> Result<usize> {
    let key = names::unit(name);
    if let Some(place) = units.get(&key) {
        return Ok(*place);
    }
    building.units.push(Unit { id: UnitId(app.id()?), name: name.to_owned(), rooms: Vec::new() });
    units.insert(key, building.units.len() - 1);
    Ok(building.units.len() - 1)
}
