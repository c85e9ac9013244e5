//! Columns of the sheets 小区, 楼栋 and 户室.

use super::FieldId as Id;
use super::{Field, SheetKind, SheetSpec, Word, word};

const PROPERTY: &[Word] = &[
    word("无", "none", &["无物业", "没有", "无物业管理", "弃管"]),
    word("自管", "self", &["自管小区", "单位自管", "业主自管", "自治"]),
    word("物业公司", "company", &["物业", "有物业", "专业物业", "物业管理", "有"]),
];

pub(super) const ESTATES: SheetSpec = SheetSpec {
    kind: SheetKind::Estates,
    zh: "小区",
    en: "Estates",
    aliases: &["小区信息", "小区台账", "Building", "建筑"],
    declined: &[],
    fields: &[
        Field::new(Id::Name, "名称", "Name")
            .aliases(&["小区名称", "小区", "小区/建筑名称", "estate", "estate name"])
            .required()
            .hint("必填，不能重名", "Required, unique")
            .example("和平苑", "Heping Court")
            .width(24),
        Field::new(Id::Aliases, "别名", "Aliases")
            .aliases(&["曾用名", "俗称", "简称"])
            .hint("可选，居民常用的叫法，多个用分号隔开", "Optional, other names, semicolons between")
            .example("老和平;和平家属院", "Old Heping")
            .width(24),
        Field::new(Id::Property, "物业性质", "Property")
            .aliases(&["物业类型", "物业管理方式", "物业情况"])
            .words(PROPERTY)
            .hint("可选，无/自管/物业公司", "Optional, none/self/company")
            .example("物业公司", "company"),
        Field::new(Id::PropertyCompany, "物业公司", "Property company")
            .aliases(&["物业公司名称", "物业名称", "物业单位"])
            .hint("可选，公司全称", "Optional, full name")
            .example("某某物业服务有限公司", "Example Property Services")
            .width(26),
        Field::new(Id::PropertyPhone, "物业电话", "Property phone")
            .aliases(&["物业联系电话", "物业联系方式"])
            .hint("可选，手机或带区号的座机", "Optional, mobile or landline with area code")
            .example("0351-1234567", "0351-1234567")
            .width(18),
        Field::new(Id::BuiltYear, "建成年份", "Built")
            .aliases(&["建成年代", "建筑年代", "竣工年份", "built year"])
            .hint("可选，如 1998", "Optional, as 1998")
            .example("1998", "1998"),
        Field::new(Id::Longitude, "经度", "Longitude")
            .aliases(&["lng", "lon"])
            .hint("可选，十进制，天地图坐标", "Optional, decimal, WGS-84")
            .example("112.5100", "112.5100"),
        Field::new(Id::Latitude, "纬度", "Latitude")
            .aliases(&["lat"])
            .hint("可选，十进制，天地图坐标", "Optional, decimal, WGS-84")
            .example("37.8300", "37.8300"),
        Field::new(Id::Remark, "备注", "Remark")
            .aliases(&["说明", "remarks", "note"])
            .hint("可选", "Optional")
            .width(24),
        Field::new(Id::Households, "户数", "Households").aliases(&["总户数"]).foreign(),
        Field::new(Id::BuildingCount, "楼栋数", "Building count").aliases(&["楼数", "栋数"]).foreign(),
        Field::new(Id::Address, "详细地址", "Address").aliases(&["地址", "小区地址"]).foreign(),
        Field::new(Id::Grid, "所属网格", "Grid").aliases(&["网格"]).foreign(),
        Field::new(Id::Class, "类型", "Type").aliases(&["建筑类型", "小区类型"]).foreign(),
    ],
};

pub(super) const BUILDINGS: SheetSpec = SheetSpec {
    kind: SheetKind::Buildings,
    zh: "楼栋",
    en: "Buildings",
    aliases: &["楼栋信息", "楼栋表", "楼宇"],
    declined: &[],
    fields: &[
        ESTATE,
        BUILDING,
        Field::new(Id::Units, "单元数", "Units")
            .hint(
                "必填（不规则的楼可留空，在“户室”表逐室列出）",
                "Required, unless the sheet of rooms lists the building",
            )
            .example("3", "3"),
        Field::new(Id::Floors, "层数", "Floors")
            .aliases(&["地上层数", "楼层数", "总层数"])
            .hint("必填，地上层数", "Required, floors above ground")
            .example("6", "6"),
        Field::new(Id::PerFloor, "每层户数", "Rooms per floor")
            .aliases(&["每单元每层户数", "一梯几户", "每层住户数"])
            .hint("必填，每单元每层的户数", "Required, per unit and floor")
            .example("2", "2"),
        Field::new(Id::Households, "户数", "Households")
            .aliases(&["总户数", "住户数"])
            .hint("可选，留空则为 单元数×层数×每层户数", "Optional, else units × floors × rooms per floor")
            .example("36", "36"),
        Field::new(Id::Basement, "地下层", "Basement floors")
            .aliases(&["地下层数", "地下层?"])
            .hint("可选，地下层数", "Optional")
            .example("0", "0"),
        Field::new(Id::Longitude, "经度", "Longitude")
            .aliases(&["lng", "lon"])
            .hint("可选，十进制，天地图坐标", "Optional, decimal, WGS-84"),
        Field::new(Id::Latitude, "纬度", "Latitude")
            .aliases(&["lat"])
            .hint("可选，十进制，天地图坐标", "Optional, decimal, WGS-84"),
    ],
};

pub(super) const ROOMS: SheetSpec = SheetSpec {
    kind: SheetKind::Rooms,
    zh: "户室",
    en: "Rooms",
    aliases: &["房屋", "房屋信息", "户室信息"],
    declined: &[],
    fields: &[
        ESTATE,
        BUILDING,
        Field::new(Id::Unit, "单元", "Unit")
            .aliases(&["单元号"])
            .required()
            .hint("必填，如 1；没有单元写 1", "Required, as 1; 1 where there are no units")
            .example("1", "1"),
        Field::new(Id::Room, "室", "Room")
            .aliases(&["房号", "室号", "房间号", "户号"])
            .required()
            .hint("必填，如 501", "Required, as 501")
            .example("501", "501"),
        Field::new(Id::Households, "户数", "Households")
            .hint("可选，默认 1；空置写 0", "Optional, 1 if empty; 0 for a vacant room")
            .example("1", "1"),
        Field::new(Id::Floor, "楼层", "Floor").aliases(&["所在楼层"]).foreign(),
    ],
};

pub(super) const ESTATE: Field = Field::new(Id::Estate, "小区", "Estate")
    .aliases(&["所属小区", "小区名称", "estate name"])
    .required()
    .hint("必填，与“小区”表的名称或别名一致", "Required, a name or alias of the sheet of estates")
    .example("和平苑", "Heping Court")
    .width(24);

pub(super) const BUILDING: Field = Field::new(Id::Building, "楼栋", "Building")
    .aliases(&["楼号", "楼栋号", "幢号", "栋号", "幢", "楼栋名称"])
    .required()
    .hint("必填，如 3号楼", "Required, as 3号楼")
    .example("3号楼", "3号楼");
