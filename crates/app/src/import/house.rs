//! The house as it is stored, while the sheets change it: everything can be found by the names people write.

use super::entry::Entry;
use super::names;
use crate::office::Person;
use guanjia_domain::claim::Claims;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId, StaffId, UnitId};
use guanjia_domain::people::{Organisation, Post, Staff};
use guanjia_domain::place::{Building, Estate, Unit};
use std::collections::HashMap;

/// A member of staff with name and phone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub staff: Staff,
    pub person: Person,
}

/// An organisation with its phone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Body {
    pub organisation: Organisation,
    pub phone: String,
}

/// Everything that an import may change, but the residents.
#[derive(Default)]
pub(super) struct House {
    pub estates: Vec<Entry<Estate>>,
    pub buildings: Vec<Entry<Building>>,
    pub staff: Vec<Entry<Member>>,
    pub organisations: Vec<Entry<Body>>,
    pub grids: Vec<Entry<Grid>>,
    /// The claims of stored estates.
    pub claims: HashMap<EstateId, Claims>,
    by_estate_name: HashMap<String, usize>,
    by_building_name: HashMap<(EstateId, String), usize>,
}

impl House {
    /// The place of the estate with this name or alias.
    pub(super) fn estate(&self, name: &str) -> Option<usize> {
        self.by_estate_name.get(&names::fold(name)).copied()
    }

    /// The id of the estate with this name or alias.
    pub(super) fn estate_id(&self, name: &str) -> Option<EstateId> {
        self.estate(name).map(|place| self.estates[place].now.id)
    }

    /// The place of a building of an estate.
    pub(super) fn building(&self, estate: EstateId, name: &str) -> Option<usize> {
        self.by_building_name.get(&(estate, names::building(name))).copied()
    }

    pub(super) fn add_estate(&mut self, entry: Entry<Estate>) -> usize {
        self.estates.push(entry);
        let place = self.estates.len() - 1;
        self.name_estate(place);
        place
    }

    /// Makes an estate findable by its names; a name that another has stays the other's.
    pub(super) fn name_estate(&mut self, place: usize) {
        let facts = &self.estates[place].now.facts;
        for name in std::iter::once(&facts.name).chain(&facts.aliases) {
            self.by_estate_name.entry(names::fold(name)).or_insert(place);
        }
    }

    pub(super) fn add_building(&mut self, entry: Entry<Building>) -> usize {
        let key = (entry.now.standing.first, names::building(&entry.now.name));
        self.buildings.push(entry);
        let place = self.buildings.len() - 1;
        self.by_building_name.entry(key).or_insert(place);
        place
    }

    /// Whether somebody is or will be the secretary.
    pub(super) fn has_secretary(&self) -> bool {
        self.staff.iter().any(|it| it.now.staff.post == Post::Secretary && !it.now.staff.left)
    }

    /// Members of staff with this name who have not left.
    pub(super) fn named(&self, name: &str) -> Vec<usize> {
        let key = names::fold(name);
        let fits = |it: &Entry<Member>| !it.now.staff.left && names::fold(&it.now.person.name) == key;
        (0..self.staff.len()).filter(|place| fits(&self.staff[*place])).collect()
    }

    /// The name of a member of staff, for a message.
    pub(super) fn name_of(&self, id: StaffId) -> &str {
        self.staff.iter().find(|it| it.now.staff.id == id).map_or("", |it| &it.now.person.name)
    }

    /// The name of an estate, for a message.
    pub(super) fn estate_name(&self, id: EstateId) -> &str {
        self.estates.iter().find(|it| it.now.id == id).map_or("", |it| &it.now.facts.name)
    }

    /// The building of a room that is stored, or comes with the sheets.
    pub(super) fn building_of_room(&self, room: RoomId) -> Option<BuildingId> {
        let mut buildings = self.buildings.iter().map(|it| &it.now);
        let has = |it: &&Building| it.units.iter().any(|unit| unit.rooms.iter().any(|it| it.id == room));
        buildings.find(has).map(|it| it.id)
    }

    /// A building by its id.
    pub(super) fn building_by_id(&self, id: BuildingId) -> Option<&Building> {
        self.buildings.iter().map(|it| &it.now).find(|it| it.id == id)
    }
}

/// A unit of a building by its name.
pub(super) fn unit_of<'b>(building: &'b Building, name: &str) -> Option<&'b Unit> {
    let key = names::unit(name);
    building.units.iter().find(|unit| names::unit(&unit.name) == key)
}

/// A room by the names of unit and room. Without a unit's name the room must be the only one of that name.
pub(super) fn room_of(building: &Building, unit: Option<&str>, room: &str) -> Option<(UnitId, RoomId)> {
    let key = names::room(room);
    let within = |unit: &Unit| {
        let found = unit.rooms.iter().find(|it| names::room(&it.name) == key);
        found.map(|it| (unit.id, it.id))
    };
    match unit {
        Some(name) => within(unit_of(building, name)?),
        None => {
            let mut found = building.units.iter().filter_map(within);
            found.next().filter(|_| found.next().is_none())
        }
    }
}
