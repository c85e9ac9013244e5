//! Estates, buildings and rooms as rows of their sheets.

use crate::error::Result;
use crate::import::{Columns, card_slot};
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RoomId, UnitId};
use guanjia_domain::place::{Building, Estate, Property, Standing, Unit};
use guanjia_sheets::{FieldId as Id, Filled, OutRow, SheetKind};
use guanjia_store::Tx;
use std::collections::HashMap;
use uuid::Uuid;

/// Everything by which a row names a place.
pub(super) struct House {
    pub(super) community: CommunityCode,
    pub(super) estates: Vec<Estate>,
    pub(super) buildings: Vec<Building>,
    estate_names: HashMap<EstateId, String>,
    /// The estate of each room, its building and unit, and its name.
    pub(super) rooms: HashMap<RoomId, (EstateId, [String; 3])>,
}

impl House {
    /// Reads what is stored.
    pub(super) fn read(app: &App, tx: &mut Tx, community: CommunityCode) -> Result<Self> {
        let estates = tx.estates(community)?;
        let estate_names = estates.iter().map(|it| (it.id, it.facts.name.clone())).collect();
        let mut units: HashMap<BuildingId, Vec<Unit>> = HashMap::new();
        for row in tx.units(community, None)? {
            let rooms = tx.rooms(community, row.id)?;
            units.entry(row.building).or_default().push(Unit { id: row.id, name: row.name, rooms });
        }
        let mut buildings = Vec::new();
        for row in tx.buildings(community, None, app.now())? {
            let units = units.remove(&row.id).unwrap_or_default();
            // A sheet has no dates: what is told is the house as it stands today.
            let (id, standing, name, outline) = (row.id, Standing::new(row.estate), row.name, row.outline);
            buildings.push(Building { id, standing, name, units, outline });
        }
        let mut rooms = HashMap::new();
        for building in &buildings {
            for unit in &building.units {
                for room in &unit.rooms {
                    let names = [&building.name, &unit.name, &room.name].map(Clone::clone);
                    rooms.insert(room.id, (building.standing.first, names));
                }
            }
        }
        Ok(Self { community, estates, buildings, estate_names, rooms })
    }

    /// The name of an estate.
    pub(super) fn estate(&self, id: EstateId) -> &str {
        self.estate_names.get(&id).map_or("", String::as_str)
    }

    /// The name of a building, and of one of its units.
    pub(super) fn building(&self, id: BuildingId, unit: Option<UnitId>) -> Option<(&Building, Option<&str>)> {
        let building = self.buildings.iter().find(|it| it.id == id)?;
        let unit = unit.and_then(|unit| building.units.iter().find(|it| it.id == unit));
        Some((building, unit.map(|unit| unit.name.as_str())))
    }

    /// The sheets 小区, 楼栋 and 户室. Every room is listed: a house is seldom as regular as its measures.
    pub(super) fn places(&self, app: &App, tx: &mut Tx) -> Result<Vec<Filled>> {
        let (mut estates, mut buildings, mut rooms) = (Vec::new(), Vec::new(), Vec::new());
        for estate in &self.estates {
            let facts = &estate.facts;
            let row = OutRow::default()
                .with(Id::Name, &facts.name)
                .with(Id::Aliases, facts.aliases.join(";"))
                .with(Id::Property, property(facts.property))
                .with(Id::BuiltYear, facts.built.map_or_else(String::new, |year| year.to_string()));
            let row = facts.other.iter().fold(row, |row, (name, value)| row.with_other(name, value));
            estates.push(self.with_columns(app, tx, estate.id.0, row)?);
        }
        for building in &self.buildings {
            let estate = self.estate(building.standing.first);
            let row = OutRow::default().with(Id::Estate, estate).with(Id::Building, &building.name);
            buildings.push(self.with_columns(app, tx, building.id.0, row)?);
            for (unit, room) in
                building.units.iter().flat_map(|unit| unit.rooms.iter().map(move |it| (unit, it)))
            {
                let row = OutRow::default()
                    .with(Id::Estate, estate)
                    .with(Id::Building, &building.name)
                    .with(Id::Unit, &unit.name)
                    .with(Id::Room, &room.name)
                    .with(Id::Households, room.households.to_string())
                    .with(Id::Floor, room.floor.to_string());
                rooms.push(self.with_columns(app, tx, room.id.0, row)?);
            }
        }
        let filled = |sheet, rows| Filled { sheet, rows };
        Ok(vec![
            filled(SheetKind::Estates, estates),
            filled(SheetKind::Buildings, buildings),
            filled(SheetKind::Rooms, rooms),
        ])
    }

    /// The row with the sealed columns of what it is about.
    pub(super) fn with_columns(&self, app: &App, tx: &mut Tx, owner: Uuid, row: OutRow) -> Result<OutRow> {
        let columns: Columns = app.opened(tx, &card_slot(self.community, owner))?.unwrap_or_default();
        Ok(columns.0.iter().fold(row, |row, (name, value)| row.with_other(name, value)))
    }
}

/// The word of the sheet.
const fn property(property: Property) -> &'static str {
    match property {
        Property::None => "无",
        Property::SelfManaged => "自管",
        Property::Company => "物业公司",
    }
}
