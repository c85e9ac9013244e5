//! Residents: of our own sheet with a column for each part of the address, and of sheets with one address column.

use crate::address::{self, Address};
use crate::fields::FieldId as Id;
use crate::identity;
use crate::problem::ProblemKind;
use crate::row::Row;
use crate::rows::{CareTag, ResidentCategory, ResidentRow};
use crate::text::{building_key, building_name, key, room_name, unit_name};

const CARE_TAGS: [(CareTag, &[&str]); 7] = [
    (CareTag::LivingAlone, &["独居", "独居老人", "livingalone"]),
    (CareTag::VeryOld, &["高龄", "高龄老人", "veryold"]),
    (CareTag::Disabled, &["残疾", "残疾人", "disabled"]),
    (CareTag::Wheelchair, &["轮椅", "使用轮椅", "坐轮椅", "wheelchair"]),
    (CareTag::LowIncome, &["低保", "低保户", "lowincome"]),
    (CareTag::Expecting, &["孕产", "孕产妇", "expecting"]),
    (CareTag::Newborn, &["新生儿", "newborn"]),
];

pub(super) fn resident(row: &mut Row<'_>) -> Option<ResidentRow> {
    let estate = row.required(Id::Estate);
    let name = row.required(Id::Name);
    let address = address(row);
    let resident = ResidentRow {
        place: row.place.clone(),
        estate: String::new(),
        building: address.building.map(|building| building_name(&building)),
        unit: address.unit,
        room: address.room,
        name: String::new(),
        identity_number: identity_number(row),
        born: row.day(Id::Born),
        phones: row.phones(Id::Phone, false),
        relation: row.text(Id::Relation),
        category: row.choice(Id::Category, &ResidentCategory::ALL),
        care_tags: care_tags(row),
        grid: row.text(Id::Grid),
        household_number: row.text(Id::HouseholdNumber),
        separated: row.flag(Id::Separated),
        moved_out: row.flag(Id::MovedOut),
        deceased: row.flag(Id::Deceased),
        remark: row.long_text(Id::Remark),
        others: row.others(),
    };
    Some(ResidentRow { estate: estate?, name: name?, ..resident })
}

/// The columns 楼栋, 单元, 室; what they leave open is taken from the address column.
fn address(row: &mut Row<'_>) -> Address {
    let mut found = Address::default();
    if let Some(text) = row.text(Id::Address) {
        match address::parse(&text) {
            Some(parsed) => found = parsed,
            None => row.report(Id::Address, ProblemKind::BadAddress { value: text }),
        }
    }
    let (building, unit, room) = (row.text(Id::Building), row.text(Id::Unit), row.text(Id::Room));
    if let (Some(own), Some(read), None) = (&building, &found.building, &found.unit) {
        // Beside a column of its own for the building, 「2-501」 means the unit and not a second building.
        let other = building_key(read);
        found.unit = (other != building_key(own)).then(|| unit_name(&other));
    }
    found.building = building.or(found.building);
    found.unit = unit.map(|unit| unit_name(&unit)).or(found.unit);
    found.room = room.map(|room| room_name(&room)).or(found.room);
    found
}

fn identity_number(row: &mut Row<'_>) -> Option<String> {
    let value = row.value(Id::IdentityNumber)?;
    identity::normal_form(&value).map_err(|what| row.report(Id::IdentityNumber, what)).ok()
}

fn care_tags(row: &mut Row<'_>) -> Vec<CareTag> {
    let mut tags = Vec::new();
    let mut declined = false;
    for text in row.list(Id::CareTags) {
        let text = key(&text);
        match CARE_TAGS.iter().find(|(_, names)| names.contains(&text.as_str())) {
            Some((tag, _)) => tags.push(*tag),
            None => declined = true,
        }
    }
    if declined {
        row.report(Id::CareTags, ProblemKind::DeclinedTag);
    }
    tags
}
