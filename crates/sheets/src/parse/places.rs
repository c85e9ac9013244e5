//! Estates, buildings and rooms.

use crate::date;
use crate::fields::FieldId as Id;
use crate::problem::ProblemKind;
use crate::row::{Row, shown};
use crate::rows::{BuildingRow, EstateRow, RoomRow};
use crate::text::{building_name, key, room_name, unit_name};
use guanjia_domain::place::Property;

/// Bounds of a building's measures, wide enough for every house that stands.
const MOST_UNITS: u16 = 60;
const MOST_FLOORS: u16 = 150;
const FLOORS: std::ops::RangeInclusive<i16> = -20..=200;
const MOST_PER_FLOOR: u16 = 99;
const MOST_BASEMENT: u16 = 10;
/// In the order of the column's words.
const PROPERTIES: [Property; 3] = [Property::None, Property::SelfManaged, Property::Company];
const MOST_HOUSEHOLDS: u32 = 100_000;

pub(super) fn estate(row: &mut Row<'_>) -> Option<EstateRow> {
    let name = row.required(Id::Name);
    let property_company = row.text(Id::PropertyCompany);
    let stated = row.choice(Id::Property, &PROPERTIES);
    let estate = EstateRow {
        place: row.place.clone(),
        name: String::new(),
        aliases: row.list(Id::Aliases),
        property: stated.or_else(|| property_company.is_some().then_some(Property::Company)),
        property_company,
        property_phone: row.phones(Id::PropertyPhone, true).into_iter().next(),
        built_year: year(row),
        position: row.position(),
        households: row.count(Id::Households, 0, MOST_HOUSEHOLDS),
        building_count: row.count(Id::BuildingCount, 0, 10_000),
        address: row.long_text(Id::Address),
        grid: row.text(Id::Grid),
        class: row.text(Id::Class),
        remark: row.long_text(Id::Remark),
        others: row.others(),
    };
    Some(EstateRow { name: name?, ..estate })
}

/// The year, also of a date or of 「1998年」.
fn year(row: &mut Row<'_>) -> Option<u16> {
    let value = row.value(Id::BuiltYear)?;
    let text = date::day(&value).unwrap_or_else(|| key(&shown(&value)));
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(4).collect();
    let is_date = digits.len() == 4 && text[4..].starts_with(['-', '年', '/', '.']);
    if is_date && let Ok(year @ 1850..=2200) = digits.parse() {
        return Some(year);
    }
    row.small_count(Id::BuiltYear, 1850, 2200)
}

pub(super) fn building(row: &mut Row<'_>) -> Option<BuildingRow> {
    let estate = row.required(Id::Estate);
    let name = row.required(Id::Building);
    let building = BuildingRow {
        place: row.place.clone(),
        estate: String::new(),
        name: String::new(),
        units: row.small_count(Id::Units, 1, MOST_UNITS),
        floors: row.small_count(Id::Floors, 1, MOST_FLOORS),
        per_floor: row.small_count(Id::PerFloor, 1, MOST_PER_FLOOR),
        households: row.count(Id::Households, 0, MOST_HOUSEHOLDS),
        basement: row.small_count(Id::Basement, 0, MOST_BASEMENT).unwrap_or(0),
        position: row.position(),
        others: row.others(),
    };
    Some(BuildingRow { estate: estate?, name: building_name(&name?), ..building })
}

/// The floor, below ground with a minus: -1.
fn floor(row: &mut Row<'_>) -> Option<i16> {
    let value = row.value(Id::Floor)?;
    let floor = key(&shown(&value)).parse().ok().filter(|floor| FLOORS.contains(floor));
    if floor.is_none() {
        let (least, most) = (i64::from(*FLOORS.start()), i64::from(*FLOORS.end()));
        row.report(Id::Floor, ProblemKind::OutOfRange { least, most });
    }
    floor
}

pub(super) fn room(row: &mut Row<'_>) -> Option<RoomRow> {
    let estate = row.required(Id::Estate);
    let building = row.required(Id::Building);
    let unit = row.required(Id::Unit);
    let room = row.required(Id::Room);
    let households = row.count(Id::Households, 0, MOST_HOUSEHOLDS).unwrap_or(1);
    Some(RoomRow {
        place: row.place.clone(),
        estate: estate?,
        building: building_name(&building?),
        unit: unit_name(&unit?),
        room: room_name(&room?),
        households,
        floor: floor(row),
        others: row.others(),
    })
}
