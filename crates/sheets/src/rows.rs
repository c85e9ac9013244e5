//! What a workbook holds, row by row, typed.

use std::sync::Arc;

use serde::Serialize;

use crate::problem::{Column, Place};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::place::Property;

/// Values of columns that are not known, each under its column's name; kept so that an export can give them back.
pub type Others = Vec<(Arc<str>, String)>;

/// Whether somebody lives here for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ResidentCategory {
    /// 常住人口.
    Permanent,
    /// 流动人口.
    Floating,
}

impl ResidentCategory {
    pub(crate) const ALL: [Self; 2] = [Self::Permanent, Self::Floating];
}

/// A voluntary tag that asks for care, the only tags that are imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CareTag {
    /// 独居.
    LivingAlone,
    /// 高龄.
    VeryOld,
    /// 残疾.
    Disabled,
    /// 使用轮椅.
    Wheelchair,
    /// 低保.
    LowIncome,
    /// 孕产.
    Expecting,
    /// 新生儿.
    Newborn,
}

/// A point in degrees, WGS-84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Position {
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// Degrees north, -90 to 90.
    pub latitude: f64,
}

/// A row of 小区.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EstateRow {
    /// Where it stands.
    pub place: Place,
    /// The estate's name.
    pub name: String,
    /// Other names that residents use.
    pub aliases: Vec<String>,
    /// Who looks after the property; `Company` where only a company is named.
    pub property: Option<Property>,
    /// The property company.
    pub property_company: Option<String>,
    /// Its telephone.
    pub property_phone: Option<String>,
    /// The year in which it was built.
    pub built_year: Option<u16>,
    /// Where it lies.
    pub position: Option<Position>,
    /// Households of the whole estate, where the sheet gives them.
    pub households: Option<u32>,
    /// Number of buildings, where the sheet gives it.
    pub building_count: Option<u32>,
    /// Street address.
    pub address: Option<String>,
    /// The grid that the whole estate belongs to, where the sheet says so.
    pub grid: Option<String>,
    /// The kind of estate in the sheet's words.
    pub class: Option<String>,
    /// Remark.
    pub remark: Option<String>,
    /// Columns that are not known.
    pub others: Others,
}

/// A row of 楼栋.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BuildingRow {
    /// Where it stands.
    pub place: Place,
    /// The estate; after reading, its name and not an alias.
    pub estate: String,
    /// The building as it is shown: 3号楼.
    pub name: String,
    /// Number of units (单元).
    pub units: Option<u16>,
    /// Floors above ground.
    pub floors: Option<u16>,
    /// Rooms per unit and floor.
    pub per_floor: Option<u16>,
    /// Households; `None` means one for each room.
    pub households: Option<u32>,
    /// Floors below ground.
    pub basement: u16,
    /// Where it lies.
    pub position: Option<Position>,
    /// Columns that are not known.
    pub others: Others,
}

/// A row of 户室: one room of an irregular building.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoomRow {
    /// Where it stands.
    pub place: Place,
    /// The estate; after reading, its name and not an alias.
    pub estate: String,
    /// The building as it is shown.
    pub building: String,
    /// The unit as it is shown: 2单元.
    pub unit: String,
    /// The room, without 室.
    pub room: String,
    /// Households in it; 0 for a vacant one.
    pub households: u32,
    /// The floor, where the sheet says it; below ground it is negative.
    pub floor: Option<i16>,
    /// Columns that are not known.
    pub others: Others,
}

/// A row of 工作人员.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StaffRow {
    /// Where it stands.
    pub place: Place,
    /// The name.
    pub name: String,
    /// The post.
    pub post: Post,
    /// Tier 1 (highest) to 3.
    pub tier: Option<u8>,
    /// Telephone.
    pub phone: Option<String>,
    /// Estates claimed as steward.
    pub estates: Vec<String>,
    /// Estates for which this person is the deputy (AB角).
    pub deputy_estates: Vec<String>,
    /// Columns that are not known.
    pub others: Others,
}

/// One part of a grid: an estate, one of its buildings, or one unit of a building.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ScopePart {
    /// The estate.
    pub estate: String,
    /// The building; `None` for the whole estate.
    pub building: Option<String>,
    /// The unit as it is shown; `None` for the whole building.
    pub unit: Option<String>,
}

/// A row of 网格.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GridRow {
    /// Where it stands.
    pub place: Place,
    /// The grid's name.
    pub name: String,
    /// Its grid workers.
    pub workers: Vec<String>,
    /// What it covers.
    pub scope: Vec<ScopePart>,
    /// Columns that are not known.
    pub others: Others,
}

/// A row of 单位.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganisationRow {
    /// Where it stands.
    pub place: Place,
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Telephone.
    pub phone: Option<String>,
    /// The estates that it serves.
    pub estates: Vec<String>,
    /// Columns that are not known.
    pub others: Others,
}

/// A row of 居民.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResidentRow {
    /// Where it stands.
    pub place: Place,
    /// The estate; after reading, its name and not an alias.
    pub estate: String,
    /// The building as it is shown; `None` where the estate has none that is known.
    pub building: Option<String>,
    /// The unit as it is shown: 2单元.
    pub unit: Option<String>,
    /// The room, without 室.
    pub room: Option<String>,
    /// The name.
    pub name: String,
    /// The ID number, 18 characters, checked.
    pub identity_number: Option<String>,
    /// The day of birth, `2019-05-01`.
    pub born: Option<String>,
    /// Telephones.
    pub phones: Vec<String>,
    /// Relation to the householder in the sheet's words.
    pub relation: Option<String>,
    /// Permanent or floating.
    pub category: Option<ResidentCategory>,
    /// Care tags.
    pub care_tags: Vec<CareTag>,
    /// The grid in the sheet's words.
    pub grid: Option<String>,
    /// A number that joins the members of a household.
    pub household_number: Option<String>,
    /// 人户分离: registered elsewhere.
    pub separated: Option<bool>,
    /// Has moved out; `None` where the sheet does not say.
    pub moved_out: Option<bool>,
    /// Has died; `None` where the sheet does not say.
    pub deceased: Option<bool>,
    /// Remark.
    pub remark: Option<String>,
    /// Columns that are not known.
    pub others: Others,
}

/// A column that is not known, of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnknownColumn {
    /// The sheet.
    pub sheet: Arc<str>,
    /// The column.
    pub column: Column,
}

/// Everything that was read, in the order of the sheets.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Workbook {
    /// 小区.
    pub estates: Vec<EstateRow>,
    /// 楼栋.
    pub buildings: Vec<BuildingRow>,
    /// 户室.
    pub rooms: Vec<RoomRow>,
    /// 工作人员.
    pub staff: Vec<StaffRow>,
    /// 网格.
    pub grids: Vec<GridRow>,
    /// 单位.
    pub organisations: Vec<OrganisationRow>,
    /// 居民.
    pub residents: Vec<ResidentRow>,
    /// Columns that are kept beside the known ones.
    pub unknown_columns: Vec<UnknownColumn>,
}
