//! Buildings, units and rooms from a plan.

use super::estates::Plan;
use super::layout::Site;
use super::{BuildingOutline, EstateOutline, RoomOutline, UnitOutline, id};

/// Some buildings of the same kind.
pub(super) struct Block {
    count: u32,
    units: u32,
    floors: u32,
    rooms_per_floor: u32,
    tower: bool,
}

/// `count` long houses with two flats on each landing.
pub(super) const fn slab(count: u32, units: u32, floors: u32) -> Block {
    Block { count, units, floors, rooms_per_floor: 2, tower: false }
}

/// `count` high houses.
pub(super) const fn tower(count: u32, units: u32, floors: u32, rooms_per_floor: u32) -> Block {
    Block { count, units, floors, rooms_per_floor, tower: true }
}

impl Block {
    /// Length and depth on the ground, in metres.
    pub(super) fn size(&self) -> (f64, f64) {
        if self.tower {
            // About six metres of front for each flat, on both sides of the corridor.
            (f64::from(self.units * self.rooms_per_floor) * 5.5, 17.0)
        } else {
            (f64::from(self.units) * 13.0, 12.0)
        }
    }

    fn rooms(&self) -> u32 {
        self.count * self.units * self.floors * self.rooms_per_floor
    }
}

/// Builds an estate in the given cell of the map.
pub(super) fn estate(key: &str, cell: usize, plan: &Plan) -> EstateOutline {
    let kinds: Vec<&Block> =
        plan.blocks.iter().flat_map(|block| (0..block.count).map(move |_| block)).collect();
    let sizes: Vec<_> = kinds.iter().map(|block| block.size()).collect();
    let site = Site::new(cell, &sizes);
    let mut occupancy = Occupancy::new(plan.blocks.iter().map(Block::rooms).sum(), plan.households);
    let buildings = kinds
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let key = format!("{key}b{:02}", index + 1);
            BuildingOutline {
                id: id(&key),
                name: format!("{}号楼", index + 1),
                floors: block.floors,
                footprint: site.footprint(index),
                units: (1..=block.units).map(|unit| build_unit(&key, unit, block, &mut occupancy)).collect(),
                key,
            }
        })
        .collect();
    EstateOutline {
        id: id(key),
        key: key.to_owned(),
        name: plan.name,
        residents: plan.residents,
        outline: site.outline(),
        buildings,
    }
}

fn build_unit(building: &str, number: u32, block: &Block, occupancy: &mut Occupancy) -> UnitOutline {
    let key = format!("{building}u{number}");
    let rooms = (1..=block.floors)
        .flat_map(|floor| (1..=block.rooms_per_floor).map(move |place| (floor, floor * 100 + place)))
        .map(|(floor, name)| RoomOutline {
            id: id(&format!("{key}r{name}")),
            floor,
            name: name.to_string(),
            households: occupancy.next(),
        })
        .collect();
    UnitOutline { id: id(&key), name: format!("{number}单元"), key, rooms }
}

/// Spreads vacant and shared flats evenly so that an estate has exactly its households.
struct Occupancy {
    rooms: u32,
    vacant: u32,
    shared: u32,
    at: u32,
}

impl Occupancy {
    /// `households` in `rooms` flats, some 2 % of which are shared by two.
    fn new(rooms: u32, households: u32) -> Self {
        let shared = rooms / 50 + households.saturating_sub(rooms);
        Self { rooms, vacant: rooms + shared - households, shared, at: 0 }
    }

    fn next(&mut self) -> u32 {
        let at = self.at;
        self.at += 1;
        // A flat is chosen where the running share passes a whole number; the shared ones are looked for among the
        // flats in reverse order, so that both rules seldom meet. Where they do, one and one make two households in
        // two flats: the count stays right.
        let hit = |index: u32, share: u32| (index + 1) * share / self.rooms > index * share / self.rooms;
        1 + u32::from(hit(self.rooms - 1 - at, self.shared)) - u32::from(hit(at, self.vacant))
    }
}
