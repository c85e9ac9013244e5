//! Columns of the sheet 居民, and of the sheet of persons of other tools.

use super::FieldId as Id;
use super::places::{BUILDING, ESTATE};
use super::{FLAG, Field, SheetKind, SheetSpec, Word, word};

const CATEGORIES: &[Word] = &[
    word("常住人口", "permanent", &["常住", "户籍人口", "常驻人口"]),
    word("流动人口", "floating", &["流动", "暂住", "租户", "流入人口"]),
];

pub(super) const RESIDENTS: SheetSpec = SheetSpec {
    kind: SheetKind::Residents,
    zh: "居民",
    en: "Residents",
    aliases: &["居民信息", "人员", "Person", "住户", "户籍人员"],
    // A list of "key persons" is none of this program's business; the care tags in the next column are.
    declined: &["是否重点人员", "重点人员", "重点人员类型"],
    fields: &[
        Field {
            aliases: &["所属小区", "小区名称", "现住小区/建筑", "现住小区", "estate name"], ..ESTATE
        },
        Field { required: false, ..BUILDING },
        Field::new(Id::Unit, "单元", "Unit")
            .aliases(&["单元号"])
            .hint("可选，如 2", "Optional, as 2")
            .example("2", "2"),
        Field::new(Id::Room, "室", "Room")
            .aliases(&["房号", "室号", "房间号", "户号"])
            .hint("可选，如 501", "Optional, as 501")
            .example("501", "501"),
        Field::new(Id::Name, "姓名", "Name")
            .aliases(&["居民姓名"])
            .required()
            .hint("必填", "Required")
            .example("李某某", "Li M."),
        Field::new(Id::IdentityNumber, "身份证号", "ID number")
            .aliases(&["身份证", "身份证号码", "公民身份号码", "证件号码"])
            .hint("可选，18 位，单元格须为文本格式", "Optional, 18 characters, cell format Text")
            .width(22),
        Field::new(Id::Phone, "电话", "Phone")
            .aliases(&["手机", "手机号", "联系电话", "联系方式", "手机号码"])
            .hint("可选，多个用分号隔开", "Optional, semicolons between several")
            .example("13800000000", "13800000000")
            .width(18),
        Field::new(Id::Relation, "与户主关系", "Relation to householder")
            .aliases(&["与其他人员关系", "家庭关系", "关系"])
            .hint("可选，如 户主、配偶、子女、租户", "Optional, as householder, spouse, child, tenant")
            .example("户主", "householder"),
        Field::new(Id::Category, "人员类型", "Category")
            .aliases(&["人口类型", "居住类型"])
            .words(CATEGORIES)
            .hint("可选，常住人口/流动人口", "Optional, permanent/floating")
            .example("常住人口", "permanent"),
        Field::new(Id::Remark, "备注", "Remark")
            .aliases(&["说明", "remarks", "note"])
            .hint("可选", "Optional")
            .width(24),
        Field::new(Id::Born, "出生日期", "Date of birth")
            .aliases(&["出生年月日", "生日", "出生年月", "birthday", "birth date"])
            .foreign(),
        Field::new(Id::Address, "门牌地址", "Address").aliases(&["门牌号", "现住地址", "房屋地址"]).foreign(),
        Field::new(Id::Grid, "所属网格", "Grid").aliases(&["网格"]).foreign(),
        Field::new(Id::CareTags, "关爱类别", "Care tags").aliases(&["重点类别", "关爱对象"]).foreign(),
        Field::new(Id::HouseholdNumber, "户编号", "Household number").foreign(),
        Field::new(Id::Separated, "是否人户分离", "Residence separated")
            .aliases(&["人户分离"])
            .words(FLAG)
            .foreign(),
        Field::new(Id::MovedOut, "是否已迁出", "Moved out").aliases(&["已迁出"]).words(FLAG).foreign(),
        Field::new(Id::Deceased, "是否已死亡", "Deceased").aliases(&["已死亡"]).words(FLAG).foreign(),
    ],
};
