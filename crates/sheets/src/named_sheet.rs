//! A sheet for each building: what its name says stands for the columns that it lacks.

use std::sync::Arc;

use crate::address;
use crate::fields::FieldId as Id;
use crate::header::Layout;
use crate::problem::{Problem, ProblemKind};
use crate::text::{building_name, key};

/// Words behind the estate's name in the name of a file: 和平苑居民信息登记表.
const FILE_WORDS: [&str; 14] = [
    "居民", "住户", "户籍", "人口", "人员", "房屋", "户室", "楼栋", "信息", "登记", "台账", "统计", "名单",
    "表",
];

/// Gives the layout the building, and the estate, that the sheet is named after, where no column holds them. Tells of
/// it, because nobody sees it in the rows.
pub(crate) fn complete(layout: &mut Layout, sheet: &Arc<str>, file: &str) -> Option<Problem> {
    let lacks = |field| layout.spec.field(field).is_some() && layout.index(field).is_none();
    let (estate, building, unit) = (lacks(Id::Estate), lacks(Id::Building), lacks(Id::Unit));
    if !building || layout.index(Id::Address).is_some() {
        return None;
    }
    let named = address::parse(sheet).filter(|it| it.room.is_none())?;
    let building = building_name(named.building.as_deref()?);
    if estate {
        let estate = if named.before.is_empty() { of_file(file) } else { named.before };
        layout.implied.push((Id::Estate, estate));
    }
    if let Some(unit) = named.unit.filter(|_| unit) {
        layout.implied.push((Id::Unit, unit));
    }
    layout.implied.push((Id::Building, building.clone()));
    Some(Problem::of_sheet(sheet, ProblemKind::BuildingOfSheet { building }))
}

/// The estate that a file is named after: 和平苑居民表.xlsx.
fn of_file(file: &str) -> String {
    let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut stem = key(base.rsplit_once('.').map_or(base, |(stem, _)| stem));
    while let Some(rest) = FILE_WORDS.iter().find_map(|word| stem.strip_suffix(word)) {
        stem = rest.to_owned();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_estate() {
        for file in ["和平苑居民信息登记表.xlsx", "C:\\台账\\和平苑.xlsx", "和平苑住户名单.csv"]
        {
            assert_eq!(of_file(file), "和平苑", "{file}");
        }
    }
}
